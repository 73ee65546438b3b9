import { signalAt, type JudgedPoint, type Signal } from './signal-rules.ts';
import { xmrLimits, type XmrLimits } from './xmr-limits.ts';

/** Points from which limits are made; after so many they stand until a person sets a new baseline. */
export const BASELINE_LENGTH = 24;
/** With fewer points the limits are trial limits, and the screen says so. */
const TRIAL_BELOW = 13;
/**
 * With fewer points there are no limits. "Useful limits may be computed with as few as five or six individual values"
 * (D. J. Wheeler, "Understanding Variation"); of those, the more careful.
 */
export const MINIMUM_LENGTH = 6;

/** How the point of a period stands (contract, series). */
export type PointState = 'defined' | 'missing' | 'partial';

export interface ChartPoint {
  readonly value: number | null;
  /** A partial point (the month is not over) is drawn, but neither judged nor part of a baseline. */
  readonly state: PointState;
}

export interface ChartLimits extends XmrLimits {
  /** Fewer points than {@link TRIAL_BELOW} stand behind the limits. */
  readonly trial: boolean;
  /** The baseline is complete: later points no longer move the limits. */
  readonly frozen: boolean;
  /** Recorded points the baseline is made of, {@link MINIMUM_LENGTH} to {@link BASELINE_LENGTH}. */
  readonly points: number;
}

/** Between which values a series can lie at all: limits beyond are drawn at the edge. */
export interface ValueBounds {
  readonly least: number;
  readonly most: number;
}

const UNBOUNDED: ValueBounds = { least: -Infinity, most: Infinity };

export interface ControlChart {
  /** Per point the limits that hold for it; null while there are none. */
  readonly limits: readonly (ChartLimits | null)[];
  /** Per point the signal it completes. */
  readonly signals: readonly (Signal | null)[];
  /** Index of the last judged point; null when there is none. */
  readonly last: number | null;
  /** First index of each baseline. */
  readonly baselines: readonly number[];
}

/**
 * Limits and signals of a series. Each baseline freezes after {@link BASELINE_LENGTH} recorded points; until then its
 * limits come from all points it has.
 *
 * @param rebasedAt indexes at which a person set a new baseline, in any order
 * @param bounds limits are cut to them; signals stay as they are, because no value lies beyond
 */
export function controlChart(
  points: readonly ChartPoint[],
  rebasedAt: readonly number[] = [],
  bounds: ValueBounds = UNBOUNDED,
): ControlChart {
  const judged = points.map(({ value, state }) => (state === 'defined' ? value : null));
  const baselines = [
    ...new Set([0, ...rebasedAt.filter((index) => index > 0 && index < points.length)]),
  ].sort((a, b) => a - b);
  const limits: (ChartLimits | null)[] = [];
  baselines.forEach((start, order) => {
    const end = baselines[order + 1] ?? points.length;
    const own = limitsOfSegment(judged.slice(start, end), bounds);
    for (let index = start; index < end; index += 1) limits.push(own);
  });
  const judgedPoints: JudgedPoint[] = judged.map((value, index) => ({
    value,
    limits: limits[index] ?? null,
  }));
  const last = judged.findLastIndex((value) => value !== null);
  return {
    limits,
    signals: judgedPoints.map((_, index) => signalAt(judgedPoints, index)),
    last: last < 0 ? null : last,
    baselines,
  };
}

function limitsOfSegment(values: readonly (number | null)[], bounds: ValueBounds): ChartLimits | null {
  const baseline: (number | null)[] = [];
  let recorded = 0;
  for (const value of values) {
    if (recorded === BASELINE_LENGTH) break;
    baseline.push(value);
    if (value !== null) recorded += 1;
  }
  const limits = recorded < MINIMUM_LENGTH ? null : xmrLimits(baseline);
  return (
    limits && {
      ...limits,
      lower: Math.max(bounds.least, limits.lower),
      upper: Math.min(bounds.most, limits.upper),
      trial: recorded < TRIAL_BELOW,
      frozen: recorded === BASELINE_LENGTH,
      points: recorded,
    }
  );
}
