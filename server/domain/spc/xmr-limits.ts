/**
 * The individuals and moving range chart (XmR): what a series does by itself, so that only what it does not do by
 * itself is called a change. D. J. Wheeler, "Understanding Variation"; NIST/SEMATECH e-Handbook, 6.3.2.2.
 */

/** 3 / d2 for ranges of two points (d2 = 1.128): mean moving range → distance of the limits from the mean. */
const LIMIT_FACTOR = 2.66;
/** D4 for ranges of two points: a moving range above so many times their mean is a jump, not variation. */
const SCREEN_FACTOR = 3.267;

export interface XmrLimits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  /** A third of the distance from the centre to a limit. */
  readonly sigma: number;
}

/** The mean of values; they are not few. */
function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/**
 * Limits from a baseline: mean ± 2.66 × mean moving range, jumps screened out of the ranges once. Where nothing but
 * jumps is left to measure (all months alike but one), the jumps count: else the limits would shut on the mean, and
 * every month lie outside of them.
 *
 * @param baseline values in order; `null` where nothing was recorded: no range is taken across a gap
 * @returns null with fewer than two values, when no two of them are neighbours, or when neighbours never differ although
 *   values do
 */
export function xmrLimits(baseline: readonly (number | null)[]): XmrLimits | null {
  const values = baseline.filter((value) => value !== null);
  const ranges = movingRanges(baseline);
  if (values.length < 2 || ranges.length === 0) return null;
  const raw = mean(ranges);
  const screened = ranges.filter((range) => range <= SCREEN_FACTOR * raw);
  // All cannot be screened: at least one range is no larger than their mean.
  const distance = LIMIT_FACTOR * (mean(screened) || raw);
  const centre = mean(values);
  if (distance === 0 && values.some((value) => value !== values[0])) return null;
  return { centre, lower: centre - distance, upper: centre + distance, sigma: distance / 3 };
}

/** Distances of neighbouring values. */
export function movingRanges(values: readonly (number | null)[]): number[] {
  const ranges: number[] = [];
  for (let index = 1; index < values.length; index += 1) {
    const [before, after] = [values[index - 1] ?? null, values[index] ?? null];
    if (before !== null && after !== null) ranges.push(Math.abs(after - before));
  }
  return ranges;
}
