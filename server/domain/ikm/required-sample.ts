/** How many responses a survey needs, by the number of people served in the period. */
import { roundToUnits } from '../statistics/round.ts';

/**
 * Required number of responses by Krejcie & Morgan (1970), the table of PermenPANRB
 * 14/2017: S = χ²NP(1−P) / (d²(N−1) + χ²P(1−P)) with χ² = 3.841, P = 0.5, d = 0.05,
 * rounded half up. Null when nobody was served (N = 0).
 * @param served N, whole.
 * @throws RangeError when N is negative or not whole.
 */
export function requiredSample(served: number): number | null {
  const population = BigInt(served);
  if (population < 0n) throw new RangeError(`Not a number of people: ${served}`);
  if (population === 0n) return null;
  // Both sides × 4000: 3841 N / (10 (N − 1) + 3841).
  const sample = roundToUnits(3841n * population, 10n * (population - 1n) + 3841n, 0);
  return Number(sample);
}

/**
 * True when the responses reach the required number (*sampel memadai*), false when not
 * (*sampel kurang, indikatif*), null when nobody was served. No regulation makes a score
 * valid or invalid by it.
 * @throws RangeError as `requiredSample`.
 */
export function isSampleSufficient(responses: number, served: number): boolean | null {
  const required = requiredSample(served);
  return required === null ? null : responses >= required;
}
