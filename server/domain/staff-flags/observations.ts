import type {
  Evaluation,
  FactRecord,
  FrozenEvidence,
  FrozenObservation,
  PeriodFacts,
  StaffFacts,
  StaffPeriod,
  StaffVerdict,
} from './staff-rule.ts';

/** A share of a period's records held against a threshold. */
export interface ShareObserved {
  readonly measure: string;
  readonly part: number;
  readonly n: number;
  readonly threshold: number;
  readonly minimumN: number;
  readonly records?: readonly FactRecord[];
}

/** A share as it is frozen with a proposal. */
export function observeShare(period: StaffPeriod, observed: ShareObserved): FrozenObservation {
  const { measure, part, n, threshold, minimumN } = observed;
  return {
    measure,
    observed: n === 0 ? null : part / n,
    threshold,
    unit: 'share',
    n,
    minimumN,
    from: period.from,
    to: period.to,
    records: (observed.records ?? []).map(plainRecord),
  };
}

/** A number of records as it is frozen with a proposal. */
export function observeCount(
  period: StaffPeriod,
  measure: string,
  records: readonly FactRecord[],
  threshold: number,
  n: number,
  minimumN: number,
): FrozenObservation {
  return {
    measure,
    observed: records.length,
    threshold,
    unit: 'count',
    n,
    minimumN,
    from: period.from,
    to: period.to,
    records: records.slice(0, 50).map(plainRecord),
  };
}

function plainRecord({ dataset, id, number }: FactRecord): FactRecord {
  return { dataset, id, number };
}

/** From the first to the last day of consecutive periods. @throws RangeError without any */
export function spanOf(periods: readonly StaffPeriod[]): StaffPeriod {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('no periods');
  return { from: first.from, to: last.to };
}

/** The last `count` periods of a person; fewer when there are fewer. */
export function lastPeriods(facts: StaffFacts, count: number): readonly PeriodFacts[] {
  return facts.periods.slice(-count);
}

type Fairness = FrozenEvidence['fairness'][number];

/** What was left out in the person's favour, where something was. */
export function leftOutNotes(periods: readonly PeriodFacts[]): Fairness[] {
  const leftOut = periods.reduce((sum, period) => sum + period.leftOut, 0);
  const others = periods.reduce((sum, period) => sum + period.leftToOthers, 0);
  return [
    ...(leftOut > 0 ? [{ kind: 'outage', params: { cases: leftOut } }] : []),
    ...(others > 0 ? [{ kind: 'other-units', params: { cases: others } }] : []),
  ];
}

/** An answer of a rule. */
export function answer(
  verdict: StaffVerdict,
  observations: readonly FrozenObservation[],
  fairness: readonly Fairness[] = [],
  proposes: FrozenEvidence['proposes'] = null,
): Evaluation {
  return { verdict, evidence: { observations, fairness, proposes: verdict === 'raised' ? proposes : null } };
}

/** True when each observation stands on enough records. */
export function enoughRecords(observations: readonly FrozenObservation[]): boolean {
  return observations.every(({ n, minimumN }) => n >= minimumN);
}
