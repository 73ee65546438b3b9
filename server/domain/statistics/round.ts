/**
 * Rounding of exact ratios. Binary fractions cannot hold 1.005 or 88.305, so that
 * Math.round and toFixed get such values wrong; here both parts are whole numbers
 * and the half is exact.
 */

/** A ratio of whole numbers; the denominator is positive. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Powers of ten up to this one are exact in a double, so that the last division rounds once. */
const MAX_DECIMALS = 15;

/**
 * numerator / denominator as a whole number of units of 10^−decimals, half rounded up:
 * `roundToUnits(1005n, 1000n, 2)` is 101n. Halves of negative values are rounded away
 * from zero, so that a rise and a fall of the same size look the same.
 * @throws RangeError when the denominator is not positive or decimals not 0 to 15.
 */
export function roundToUnits(numerator: bigint, denominator: bigint, decimals: number): bigint {
  if (denominator <= 0n) throw new RangeError(`Not a denominator: ${denominator}`);
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > MAX_DECIMALS) {
    throw new RangeError(`Not a number of decimals: ${decimals}`);
  }
  const size = numerator < 0n ? -numerator : numerator;
  const units = (2n * size * 10n ** BigInt(decimals) + denominator) / (2n * denominator);
  return numerator < 0n ? -units : units;
}

/**
 * numerator / denominator to so many decimals, half rounded up (away from zero when
 * negative): `roundRatio(1005, 1000, 2)` is 1.01. Null when there is nothing to divide
 * by (denominator 0).
 * @throws RangeError when a part is not whole, the denominator is negative or decimals
 * are not 0 to 15.
 */
export function roundRatio(
  numerator: number | bigint,
  denominator: number | bigint,
  decimals: number,
): number | null {
  const divisor = BigInt(denominator);
  if (divisor === 0n) return null;
  return numberOfUnits(roundToUnits(BigInt(numerator), divisor, decimals), decimals);
}

/** A whole number of units of 10^−decimals as the nearest double: 7750n with 2 decimals is 77.5. */
export function numberOfUnits(units: bigint, decimals: number): number {
  return Number(units) / 10 ** decimals;
}
