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

/** What a person's records say of one period. Cases that waited for a system outage are left out of all of it. */
export interface PeriodFacts extends StaffPeriod {
  /** Cases with a deadline in the period, and those of them that met it. */
  readonly due: number;
  readonly dueMet: number;
  readonly completed: number;
  /** Completed cases that tell the number of visits, and those with one. */
  readonly visitsKnown: number;
  readonly singleVisit: number;
  readonly received: number;
  /** Recorded more than a working day after receipt, or together with completion. */
  readonly lateEntries: number;
  /** Completed cases with a fee recorded and a standard that names one; those above it. */
  readonly feesKnown: number;
  readonly feesAbove: readonly FactRecord[];
  /** Records behind the shares, at most 50 of each. */
  readonly missed: readonly FactRecord[];
  readonly late: readonly FactRecord[];
  /** Left out for an outage. */
  readonly leftOut: number;
}

export interface StaffFacts {
  readonly staffId: string;
  readonly employment: 'pns' | 'pppk' | 'non-asn';
  /** The person's own periods, consecutive, the judged one last. */
  readonly periods: readonly PeriodFacts[];
  /** The same periods for all others of the same unit in the same services together: the same work, the same load. */
  readonly colleagues: readonly PeriodFacts[];
  /** The place of work stands on the regent's list of remote posts during the whole judged period. */
  readonly remote: { readonly legalBasis: string } | null;
  /** Complaints about conduct upheld by the Inspektorat, decided within the periods. */
  readonly upheld: readonly (FactRecord & { readonly on: string })[];
  /** Survey responses within the periods that praise the unit in their own words. */
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
  readonly legalBasis: string;
  readonly settings: readonly RuleSetting[];
  /** Runs before anybody switched it on or off. */
  readonly enabledByDefault: boolean;
  readonly evaluate: (
    facts: StaffFacts,
    settings: Readonly<Record<string, number>>,
  ) => { readonly verdict: StaffVerdict; readonly evidence: FrozenEvidence };
}
