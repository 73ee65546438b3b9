import { enoughRecords, lastPeriods, leftOutNotes, observeShare } from './observations.ts';
import { valueOf } from './rule-settings.ts';
import type {
  FrozenEvidence,
  FrozenObservation,
  PeriodFacts,
  StaffFacts,
  StaffVerdict,
} from './staff-rule.ts';

/** A share and what it is of. */
export interface CountedShare {
  readonly part: number;
  readonly n: number;
}

/** What became of it, and on what that rests. */
export interface ShareHeld {
  readonly verdict: StaffVerdict;
  readonly observations: readonly FrozenObservation[];
  readonly notes: FrozenEvidence['fairness'];
}

/**
 * Whether a share reached its threshold in each of the last two periods: raised where it did, insufficient-data where
 * there are fewer periods, or one of them has fewer records than `minimumN`.
 *
 * @param measure the share's name, by which its threshold stands in the settings
 */
export function shareHeld(
  facts: StaffFacts,
  settings: Readonly<Record<string, number>>,
  measure: string,
  count: (period: PeriodFacts) => CountedShare,
): ShareHeld {
  const threshold = valueOf(settings, measure);
  const minimumN = valueOf(settings, 'minimumN');
  const periods = lastPeriods(facts, 2);
  const observations = periods.map((period) =>
    observeShare(period, { measure, ...count(period), threshold, minimumN }),
  );
  const notes = leftOutNotes(periods);
  if (periods.length < 2 || !enoughRecords(observations))
    return { verdict: 'insufficient-data', observations, notes };
  const raised = observations.every(({ observed }) => (observed ?? 0) >= threshold);
  return { verdict: raised ? 'raised' : 'clear', observations, notes };
}
