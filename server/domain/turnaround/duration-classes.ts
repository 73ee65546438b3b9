import { bucketOf, DURATION_EDGES, isExactBucket } from '../statistics/duration-buckets.ts';
import type { DurationHistogram } from '../statistics/quantile.ts';
import { shareOf } from '../statistics/share.ts';

export type DurationClock = 'citizen' | 'official';

const HOUR = 60;
/** Eight hours a day: the default calendar (Monday to Friday 08.00–16.00). */
const WORKING_DAY = 8 * HOUR;
const DAY = 24 * HOUR;

/**
 * Upper edges of the classes in minutes, included: what people at a counter and standards of service speak of. Up to
 * four hours by the clock on the wall, then in days: working days on the official clock.
 */
export const CLASS_EDGES: Readonly<Record<DurationClock, readonly number[]>> = {
  official: [15, 30, HOUR, 2 * HOUR, 4 * HOUR, ...[1, 2, 3, 5, 10, 14].map((days) => days * WORKING_DAY)],
  citizen: [15, 30, HOUR, 2 * HOUR, 4 * HOUR, ...[1, 2, 3, 7, 14, 30].map((days) => days * DAY)],
};

export interface DurationClass {
  /** Null: longer than all others. */
  readonly upToMinutes: number | null;
  readonly count: number;
  /** Null when there is no duration at all. */
  readonly share: number | null;
  readonly cumulativeShare: number | null;
}

/**
 * How durations spread over the classes of a clock; the counts add up to all of them. A bucket that an edge lies in
 * belongs to the class that ends there, because times are mostly written down in whole minutes: what took exactly two
 * hours is in "up to two hours".
 *
 * @returns `approximate` when such a bucket may hold durations beyond its edge (by 2 % of it at most)
 */
export function durationClasses(
  histogram: DurationHistogram,
  clock: DurationClock,
): { readonly classes: readonly DurationClass[]; readonly approximate: boolean } {
  const edges = CLASS_EDGES[clock].map((minutes) => ({ minutes, bucket: bucketOf(minutes * 60) }));
  const counts = [...edges.map(() => 0), 0];
  for (const [key, count] of Object.entries(histogram)) {
    const found = edges.findIndex(({ bucket }) => Number(key) <= bucket);
    const place = found < 0 ? edges.length : found;
    counts[place] = (counts[place] ?? 0) + count;
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  return {
    classes: counts.map((count, index) => ({
      upToMinutes: edges[index]?.minutes ?? null,
      count,
      share: shareOf(count, total),
      cumulativeShare: shareOf((sum += count), total),
    })),
    approximate: edges.some(
      ({ minutes, bucket }) =>
        (histogram[bucket] ?? 0) > 0 &&
        !isExactBucket(bucket) &&
        (DURATION_EDGES[bucket] ?? 0) - 1 > minutes * 60,
    ),
  };
}
