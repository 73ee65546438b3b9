/**
 * Quartiles of a peer group. Unlike the nearest-rank quantiles of `statistics/quantile.ts`, which always answer a value
 * that occurred, these lie between two values wherever the rank is not whole: with few peers a value that occurred is
 * somebody's value.
 */

export interface Quartiles {
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/**
 * First quartile, median and third quartile by the rank (n + 1) · p with linear interpolation: method 6 of R. J. Hyndman
 * and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996) 361–365; QUARTILE.EXC of
 * spreadsheets. Null for fewer than 3 values, whose quartiles would lie outside them.
 * @param values finite, in any order
 */
export function quartilesOf(values: readonly number[]): Quartiles | null {
  if (values.length < 3) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (quarter: number): number => {
    const rank = ((sorted.length + 1) * quarter) / 4;
    const below = sorted[Math.floor(rank) - 1] ?? 0;
    const above = sorted[Math.ceil(rank) - 1] ?? below;
    return below + (rank - Math.floor(rank)) * (above - below);
  };
  return { q1: at(1), median: at(2), q3: at(3) };
}
