/**
 * Holding a person against the colleagues who do the same work: a low share may be the difficult services, a heavy load,
 * a post without a line to the systems, or chance. None of these is the person's doing.
 */
import { FUNNEL_Z, wilsonInterval } from '../spc/funnel.ts';
import { lastPeriods, leftOutNotes } from './observations.ts';
import type { ColleagueFacts, FrozenEvidence, PeriodFacts, StaffFacts } from './staff-rule.ts';

/** Someone with more than this times the mean number of cases of the colleagues is not held against them. */
const HEAVY_LOAD = 1.5;

/** One period of a person beside the same period of the colleagues. */
export interface PeriodBesideColleagues {
  readonly own: PeriodFacts;
  readonly others: ColleagueFacts;
}

/** The last `count` periods with those of the colleagues; a period without colleagues has none. */
export function besideColleagues(facts: StaffFacts, count: number): PeriodBesideColleagues[] {
  return lastPeriods(facts, count).map((own) => ({
    own,
    others: facts.colleagues.find(({ from }) => from === own.from) ?? nobody(own),
  }));
}

function nobody({ from, to }: PeriodFacts): ColleagueFacts {
  return {
    from,
    to,
    people: 0,
    due: 0,
    received: 0,
    visitsKnown: 0,
    dueMetShare: null,
    singleVisitShare: null,
    lateEntryShare: null,
  };
}

/** True when the share that the colleagues have lies above the person's own interval (Wilson, 99.8 %). */
export function isClearlyBelow(part: number, n: number, colleagues: number): boolean {
  const interval = wilsonInterval(part, n, FUNNEL_Z);
  return interval !== null && interval.upper < colleagues;
}

/** True when the share that the colleagues have lies below the person's own interval (Wilson, 99.8 %). */
export function isClearlyAbove(part: number, n: number, colleagues: number): boolean {
  const interval = wilsonInterval(part, n, FUNNEL_Z);
  return interval !== null && interval.lower > colleagues;
}

/**
 * Why a person is not held against the colleagues: the place of work is remote, or the load was far above theirs in one
 * of the periods. Null when the comparison is fair.
 */
export function unfairComparison(
  facts: StaffFacts,
  periods: readonly PeriodBesideColleagues[],
): FrozenEvidence['fairness'][number] | null {
  if (facts.remote !== null) return { kind: 'remote-post', params: { legalBasis: facts.remote.legalBasis } };
  for (const { own, others } of periods) {
    if (others.people === 0) continue;
    const usual = others.received / others.people;
    if (own.received > HEAVY_LOAD * usual)
      return { kind: 'workload', params: { cases: own.received, usual: Math.round(usual) } };
  }
  return null;
}

/** Notes of a proposal that rests on a comparison: what was left out, and against whom the person was held. */
export function comparisonNotes(periods: readonly PeriodBesideColleagues[]): FrozenEvidence['fairness'] {
  const people = Math.min(...periods.map(({ others }) => others.people));
  return [
    ...leftOutNotes(periods.map(({ own }) => own)),
    ...(people > 0 ? [{ kind: 'same-work', params: { people } }] : []),
  ];
}
