/**
 * Comparing shares of units of different size: a small unit is far from the whole by chance alone. The limits are
 * those of E. B. Wilson's score interval (1927), turned round: a unit lies outside them exactly when the share of the
 * whole lies outside the unit's own interval.
 */

/** Two-sided 99.8 %, the "three sigma" of funnel plots (Spiegelhalter 2005). */
export const FUNNEL_Z = 3.0902;

export interface ShareInterval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson's score interval of a share, without continuity correction.
 *
 * @param met 0 to n
 * @param n at least 1; null is given back for 0
 * @param z 1.96 for 95 %
 */
export function wilsonInterval(met: number, n: number, z: number): ShareInterval | null {
  if (n === 0) return null;
  const share = met / n;
  const shift = (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    lower: Math.max(0, (share + shift - spread) / scale),
    upper: Math.min(1, (share + shift + spread) / scale),
  };
}

/** The limits within which a unit of size n lies by chance when its share is that of the whole, 0 to 1. */
export function funnelLimits(whole: number, n: number, z = FUNNEL_Z): ShareInterval | null {
  if (n === 0) return null;
  const spread = z * Math.sqrt((whole * (1 - whole)) / n);
  return { lower: Math.max(0, whole - spread), upper: Math.min(1, whole + spread) };
}

export type FunnelVerdict = 'below' | 'within' | 'above' | 'too-few';

/**
 * Where a unit stands against the whole.
 *
 * @param minimumN below it nothing is said, whatever the share
 */
export function funnelVerdict(
  unit: { readonly met: number; readonly n: number },
  whole: { readonly met: number; readonly n: number },
  minimumN: number,
): FunnelVerdict {
  if (unit.n === 0 || unit.n < minimumN || whole.n === 0) return 'too-few';
  const limits = funnelLimits(whole.met / whole.n, unit.n);
  if (limits === null) return 'too-few';
  const share = unit.met / unit.n;
  if (share < limits.lower) return 'below';
  return share > limits.upper ? 'above' : 'within';
}
