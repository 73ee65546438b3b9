import type { ChartLimits, ControlChart } from './control-chart.ts';
import type { Signal } from './signal-rules.ts';

/** Which way is good; within a range a move to either side may be good or bad, and is called a change. */
export type SpcPolarity = 'higher' | 'lower' | 'range' | 'neutral';

/**
 * Variation: is it changing? `stable` is not a praise (a series may be stably bad), `changed` is a change of which
 * nobody can say that it is good or bad, `unknown` says that there are too few points to tell.
 */
export type Variation = 'improving' | 'worsening' | 'changed' | 'stable' | 'unknown';

/**
 * Assurance: will it meet its target, if nothing changes? The target against the limits at the last point, apart from
 * whether the series changes.
 */
export type Assurance = 'meets' | 'hit-or-miss' | 'misses' | 'unknown';

export interface VariationResult {
  readonly variation: Variation;
  /** The signal of the last judged point; null when it completes none. */
  readonly signal: Signal | null;
  /** Signals in a row up to the last judged point: how long it has lasted. */
  readonly persistence: number;
  /** Index at which the earliest pattern of these signals begins: since when; null without a signal. */
  readonly since: number | null;
}

/** Variation at the last judged point. */
export function variationOf(chart: ControlChart, polarity: SpcPolarity): VariationResult {
  const { last } = chart;
  if (last === null || !chart.limits[last])
    return { variation: 'unknown', signal: null, persistence: 0, since: null };
  const signal = chart.signals[last] ?? null;
  if (signal === null) return { variation: 'stable', signal: null, persistence: 0, since: null };
  let persistence = 1;
  let since = signal.since;
  for (;;) {
    const before = chart.signals[last - persistence];
    // Signals by other limits say something else: a new baseline begins the count anew.
    if (before?.direction !== signal.direction || chart.limits[last - persistence] !== chart.limits[last])
      break;
    since = Math.min(since, before.since);
    persistence += 1;
  }
  return { variation: meaningOf(signal, polarity), signal, persistence, since };
}

function meaningOf({ direction }: Signal, polarity: SpcPolarity): Variation {
  if (polarity === 'range' || polarity === 'neutral') return 'changed';
  return (direction === 'up') === (polarity === 'higher') ? 'improving' : 'worsening';
}

/** A target: at least, at most, or (with both) within. */
export interface Target {
  readonly atLeast?: number;
  readonly atMost?: number;
}

const ROUNDING = 1e-9;

/**
 * Assurance at the last judged point. Reaching the target exactly is meeting it, so a limit that lies on the target is
 * on its good side; a constant series either meets it or does not.
 */
export function assuranceOf(chart: ControlChart, target: Target | null): Assurance {
  const limits = chart.last === null ? null : (chart.limits[chart.last] ?? null);
  if (limits === null || target === null) return 'unknown';
  const sides = [
    ...(target.atLeast === undefined ? [] : [sideOf(limits, target.atLeast)]),
    ...(target.atMost === undefined ? [] : [sideOf(negated(limits), -target.atMost)]),
  ];
  if (sides.length === 0) return 'unknown';
  if (sides.includes('misses')) return 'misses';
  return sides.every((side) => side === 'meets') ? 'meets' : 'hit-or-miss';
}

/** Whether values between the limits are at least the target. */
function sideOf({ lower, upper }: Pick<ChartLimits, 'lower' | 'upper'>, target: number): Assurance {
  const slack = ROUNDING * Math.max(1, Math.abs(target));
  if (lower >= target - slack) return 'meets';
  return upper < target - slack ? 'misses' : 'hit-or-miss';
}

/** "At most" is "at least" of the negated values. */
function negated({ lower, upper }: ChartLimits): Pick<ChartLimits, 'lower' | 'upper'> {
  return { lower: -upper, upper: -lower };
}
