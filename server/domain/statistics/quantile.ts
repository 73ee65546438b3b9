/**
 * Nearest-rank quantiles: the smallest value that at least p percent of all values do
 * not exceed. It is always a value that occurred, and it needs no interpolation, so
 * that it can be read from merged histograms. This is the one place for medians.
 */
import { isExactBucket, representativeSeconds } from './duration-buckets.ts';

/** Number of durations per bucket of `duration-buckets.ts`; absent = none. */
export type DurationHistogram = Readonly<Record<number, number>>;

export interface DurationQuantile {
  readonly seconds: number;
  /** True when the bucket holds several durations, so that the value may be 1 % off. */
  readonly approximate: boolean;
}

/**
 * A quantile of durations in whole seconds; null when the histogram is empty.
 * @param percent whole, 1 to 100; 50 is the median.
 * @throws RangeError when percent, a bucket or a count is not valid.
 */
export function quantileOfHistogram(histogram: DurationHistogram, percent: number): DurationQuantile | null {
  // Keys that are whole numbers come in ascending order (ECMAScript, OrdinaryOwnPropertyKeys).
  let total = 0;
  for (const bucket in histogram) {
    const count = histogram[bucket] ?? 0;
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a count: ${count}`);
    total += count;
  }
  const rank = rankOf(total, percent);
  let seen = 0;
  for (const key in histogram) {
    const count = histogram[key] ?? 0;
    seen += count;
    if (count > 0 && seen >= rank) {
      const bucket = Number(key);
      return { seconds: representativeSeconds(bucket), approximate: !isExactBucket(bucket) };
    }
  }
  return null;
}

/**
 * A quantile of plain values, exact; null when there are none. The values need not be sorted.
 * @param percent whole, 1 to 100; 50 is the median.
 * @throws RangeError when percent is not valid.
 */
export function quantileOfValues(values: readonly number[], percent: number): number | null {
  const rank = rankOf(values.length, percent);
  return values.toSorted((a, b) => a - b)[rank - 1] ?? null;
}

/** Rank ⌈percent · count / 100⌉, from whole numbers so that 7 % of 100 is rank 7 and not 8. */
function rankOf(count: number, percent: number): number {
  if (!Number.isInteger(percent) || percent < 1 || percent > 100) {
    throw new RangeError(`Not a percentage from 1 to 100: ${percent}`);
  }
  return Math.ceil((percent * count) / 100);
}
