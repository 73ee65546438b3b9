/** How the signal at a point is to be read: which way is good decides, never the direction alone. */
import type { Polarity } from '../measures.ts';
import type { IsoDate } from '../period/civil-date.ts';

export type SignalTone = 'worse' | 'better' | 'neutral';

interface TonedPoint {
  readonly from: IsoDate;
  readonly value: number | null;
  /** The rule that this point completes; null where there is none. */
  readonly signal: string | null;
}

/** Limits of the points that begin from `from` to `to`, both included. */
interface Centred {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly centre: number;
}

/**
 * The tone of the signal at a point; null where there is none. A trend points where it came from the point before; all
 * other rules to the side of the mean on which the point lies.
 */
export function toneAt(
  points: readonly TonedPoint[],
  index: number,
  limits: readonly Centred[],
  polarity: Polarity,
): SignalTone | null {
  const point = points[index];
  if (point === undefined || point.signal === null || point.value === null) return null;
  if (polarity === 'neutral') return 'neutral';
  const centre = limitsAt(limits, point.from)?.centre;
  const reference = point.signal === 'trend' ? (points[index - 1]?.value ?? centre) : centre;
  if (reference === undefined) return 'neutral';
  return point.value > reference === (polarity === 'higher') ? 'better' : 'worse';
}

/** The limits that hold for a point that begins on `from`; null while there are none. */
export function limitsAt<L extends Centred>(limits: readonly L[], from: IsoDate): L | null {
  return limits.find((limit) => limit.from <= from && from <= limit.to) ?? null;
}
