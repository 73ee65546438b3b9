import type { XmrLimits } from './xmr-limits.ts';

/** The rules in their order of precedence: the first that holds names the signal. */
export const SIGNAL_RULES = ['outside', 'trend', 'two-of-three', 'run'] as const;
export type SignalRule = (typeof SIGNAL_RULES)[number];

/** Points that rise or fall in a row, and points on one side of the mean in a row, that make a signal. */
export const TREND_LENGTH = 7;
export const RUN_LENGTH = 7;

export interface Signal {
  readonly rule: SignalRule;
  /** Towards which side the series moved. */
  readonly direction: 'up' | 'down';
  /** Index of the first point of the pattern: since when. */
  readonly since: number;
}

/** A judged point: its value and the limits that hold for it; null value = nothing recorded, or not judged yet. */
export interface JudgedPoint {
  readonly value: number | null;
  readonly limits: XmrLimits | null;
}

/** Differences that only come from binary fractions are no differences. */
const ROUNDING = 1e-9;

/**
 * The signal that the point at `index` completes; null when it completes none. A gap, and a new baseline, break every
 * pattern: what was not seen is not counted as seen.
 */
export function signalAt(points: readonly JudgedPoint[], index: number): Signal | null {
  const point = points[index];
  if (!point || point.value === null || point.limits === null) return null;
  return outside(point, index) ?? trend(points, index) ?? twoOfThree(points, index) ?? run(points, index);
}

function outside({ value, limits }: JudgedPoint, index: number): Signal | null {
  if (value === null || limits === null) return null;
  if (isAbove(value, limits.upper)) return { rule: 'outside', direction: 'up', since: index };
  if (isAbove(limits.lower, value)) return { rule: 'outside', direction: 'down', since: index };
  return null;
}

function trend(points: readonly JudgedPoint[], index: number): Signal | null {
  for (const direction of ['up', 'down'] as const) {
    const since = patternStart(points, index, (before, after) =>
      direction === 'up' ? isAbove(after, before) : isAbove(before, after),
    );
    if (index - since + 1 >= TREND_LENGTH) return { rule: 'trend', direction, since };
  }
  return null;
}

/** First index of the unbroken row up to `index` in which each point follows the one before as `follows` says. */
function patternStart(
  points: readonly JudgedPoint[],
  index: number,
  follows: (before: number, after: number) => boolean,
): number {
  let since = index;
  for (let at = index; at > 0; at -= 1) {
    const [before, after] = [points[at - 1], points[at]];
    if (!before || !after || before.value === null || after.value === null) break;
    if (before.limits !== after.limits || !follows(before.value, after.value)) break;
    since = at - 1;
  }
  return since;
}

/** Two of three points in a row more than two sigma from the mean, on the same side; the last of them is one. */
function twoOfThree(points: readonly JudgedPoint[], index: number): Signal | null {
  const direction = sideBeyond(points[index], 2);
  if (direction === null) return null;
  const { limits } = points[index] ?? { limits: null };
  for (const back of [1, 2]) {
    const other = points[index - back];
    if (!other || other.value === null || other.limits !== limits) return null;
    if (sideBeyond(other, 2) === direction) return { rule: 'two-of-three', direction, since: index - back };
  }
  return null;
}

function run(points: readonly JudgedPoint[], index: number): Signal | null {
  const direction = sideBeyond(points[index], 0);
  if (direction === null) return null;
  const { limits } = points[index] ?? { limits: null };
  let since = index;
  while (since > 0) {
    const before = points[since - 1];
    if (!before || before.limits !== limits || sideBeyond(before, 0) !== direction) break;
    since -= 1;
  }
  return index - since + 1 >= RUN_LENGTH ? { rule: 'run', direction, since } : null;
}

/** The side on which the point lies more than so many sigma from the mean; null when it does not. */
function sideBeyond(point: JudgedPoint | undefined, sigmas: number): 'up' | 'down' | null {
  if (!point || point.value === null || point.limits === null) return null;
  const { centre, sigma } = point.limits;
  if (isAbove(point.value, centre + sigmas * sigma)) return 'up';
  if (isAbove(centre - sigmas * sigma, point.value)) return 'down';
  return null;
}

function isAbove(value: number, bound: number): boolean {
  return value - bound > ROUNDING * Math.max(1, Math.abs(value), Math.abs(bound));
}
