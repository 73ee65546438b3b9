import { isExactBucket, representativeSeconds } from '../statistics/duration-buckets.ts';
import { quantileOfHistogram, type DurationHistogram } from '../statistics/quantile.ts';
import { shareOf } from '../statistics/share.ts';
import { minutesOf } from './service-figures.ts';

/** One part of a time that several share: a stage among stages, a reason among reasons. */
export interface TimePart {
  readonly medianMinutes: number | null;
  readonly p90Minutes: number | null;
  /** Its part of the sum of all durations, 0 to 1; null when all of them are zero. */
  readonly share: number | null;
}

/**
 * Median, 90th percentile and share of each of several groups of durations.
 *
 * @param groups durations of every part, in buckets
 * @returns parts in the order given; `approximate` when a number may be up to 1 % off
 */
export function timePartsOf(groups: readonly DurationHistogram[]): {
  readonly parts: readonly TimePart[];
  readonly approximate: boolean;
} {
  const seconds = groups.map(secondsOf);
  const whole = seconds.reduce((sum, each) => sum + each, 0);
  return {
    parts: groups.map((group, index) => ({
      medianMinutes: minutesOf(quantileOfHistogram(group, 50)),
      p90Minutes: minutesOf(quantileOfHistogram(group, 90)),
      share: shareOf(seconds[index] ?? 0, whole),
    })),
    approximate: groups.some((group) => Object.keys(group).some((bucket) => !isExactBucket(Number(bucket)))),
  };
}

function secondsOf(group: DurationHistogram): number {
  return Object.entries(group).reduce(
    (sum, [bucket, count]) => sum + representativeSeconds(Number(bucket)) * count,
    0,
  );
}
