import type { Language } from '../language.ts';

/** Rules look at whole quarters: one noisy month never carries a proposal. */
export interface StaffPeriod {
  /** First and last day, ISO, both included. */
  readonly from: string;
  readonly to: string;
}

/** A record that an observation rests on. */
export interface FactRecord {
  readonly dataset: 'service-cases' | 'complaints' | 'survey-responses';
  readonly id: string;
  readonly number: string;
}

/** A case with a fee above what the standard in force on its day of receipt names; amounts in rupiah. */
export interface FeeRecord extends FactRecord {
  /** Day of receipt. */
  readonly on: string;
  readonly fee: number;
  readonly standard: number;
}

/** What a person's records say of one period. Cases that waited for a system outage are left out of all of it. */
export interface PeriodFacts extends StaffPeriod {
  /**
   * Cases with a deadline in the period, and those of them that met it. A case with a stage that another unit answers
   * for is left out: its time is not the person's.
   */
  readonly due: number;
  readonly dueMet: number;
  readonly completed: number;
  /** Completed cases that tell the number of visits, and those with one. */
  readonly visitsKnown: number;
  readonly singleVisit: number;
  readonly received: number;
  /** Recorded more than a working day after receipt, or together with completion. */
  readonly lateEntries: number;
  /** Completed cases with a fee recorded and a confirmed standard that names one; those above it. */
  readonly feesKnown: number;
  readonly feesAbove: readonly FeeRecord[];
  /** Records behind the shares, at most 50 of each. */
  readonly missed: readonly FactRecord[];
  readonly late: readonly FactRecord[];
  readonly repeated: readonly FactRecord[];
  /** Left out for an outage. */
  readonly leftOut: number;
  /** Left out of the deadlines, because a stage of the case was another unit's. */
  readonly leftToOthers: number;
}

/** The others of the same unit in the services that the person had too, and what they would have made of the same mix. */
export interface ColleagueFacts extends StaffPeriod {
  /** Others with a case in these services in the period. */
  readonly people: number;
  readonly due: number;
  readonly received: number;
  readonly visitsKnown: number;
  /**
   * Shares, 0–1, that the person's own mix of services would have in the hands of the others; null where they have no
   * such case. Whoever has the difficult services is held against the difficult services.
   */
  readonly dueMetShare: number | null;
  readonly singleVisitShare: number | null;
  readonly lateEntryShare: number | null;
}

export interface StaffFacts {
  readonly staffId: string;
  readonly employment: 'pns' | 'pppk' | 'non-asn';
  /** The person's own periods, consecutive, the judged one last. */
  readonly periods: readonly PeriodFacts[];
  /** The same periods for all others of the same unit in the same services. */
  readonly colleagues: readonly ColleagueFacts[];
  /** The place of work stands on the regent's list of remote posts during the last two periods. */
  readonly remote: { readonly legalBasis: string } | null;
  /** Complaints about conduct that the Inspektorat examined, upheld or not, decided within the periods. */
  readonly examined: number;
  /** Those upheld, with the day of the decision and the day the complaint came. */
  readonly upheld: readonly (FactRecord & { readonly on: string; readonly receivedOn: string })[];
  /** Survey responses about the unit within the last two periods that say something in their own words. */
  readonly suggestions: number;
  /** Those that praise. */
  readonly praise: readonly (FactRecord & { readonly on: string })[];
}

/** Frozen with a proposal. */
export interface FrozenObservation {
  /** Key of what was observed, e.g. `dueMetShare`; its name is made when it is shown. */
  readonly measure: string;
  readonly observed: number | null;
  readonly threshold: number;
  readonly unit: 'share' | 'count' | 'minutes' | 'rupiah';
  readonly n: number;
  readonly minimumN: number;
  readonly from: string;
  readonly to: string;
  readonly records: readonly FactRecord[];
}

export interface FrozenEvidence {
  readonly observations: readonly FrozenObservation[];
  /** What was taken into account in the person's favour. */
  readonly fairness: readonly {
    readonly kind: string;
    readonly params: Readonly<Record<string, string | number>>;
  }[];
  readonly proposes: 'tpp-tempat-bertugas' | null;
}

export type StaffVerdict = 'raised' | 'clear' | 'insufficient-data';

export interface RuleSetting {
  readonly key: string;
  readonly unit: 'share' | 'count' | 'working-days' | 'months' | 'rupiah';
  readonly least: number;
  readonly most: number;
  readonly preset: number;
}

/**
 * A published rule. It proposes; it never decides and never names a disciplinary level (PP 94/2021). Total: it answers
 * for any facts, and `insufficient-data` where too few cases stand behind them.
 */
export interface StaffRule {
  readonly id: string;
  readonly kind: 'reward' | 'sanction';
  readonly name: Readonly<Record<Language, string>>;
  /** What it looks at and when it proposes; `{key}` stands for the value of a setting. */
  readonly description: Readonly<Record<Language, string>>;
  readonly legalBasis: string;
  /** So many consecutive quarters of facts, the judged one last; at least two. */
  readonly periods: number;
  readonly settings: readonly RuleSetting[];
  /** Runs before anybody switched it on or off. */
  readonly enabledByDefault: boolean;
  readonly evaluate: (facts: StaffFacts, settings: Readonly<Record<string, number>>) => Evaluation;
}

export interface Evaluation {
  readonly verdict: StaffVerdict;
  readonly evidence: FrozenEvidence;
}
