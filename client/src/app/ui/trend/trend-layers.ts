import type { FieldUnit } from '#domain/measures';
import type { Limits } from '#contract/signals';
import type { SeriesPoint } from '#contract/measures';

/** The limits of one baseline on the points shown, both ends included. */
export interface TrendBand {
  readonly from: number;
  readonly to: number;
  readonly lower: number;
  readonly upper: number;
  readonly centre: number;
}

/** A baseline that a person set: a vertical line at a point. */
export interface TrendMark {
  readonly at: number;
  readonly text: string;
}

/** A note at its point. */
export interface TrendNote {
  readonly at: number;
  readonly text: string;
}

/** What lies around the line of a trend. */
export interface TrendLayers {
  readonly bands: readonly TrendBand[];
  readonly target: { readonly value: number; readonly text: string } | null;
  readonly marks: readonly TrendMark[];
  readonly notes: readonly TrendNote[];
}

export const NO_LAYERS: TrendLayers = { bands: [], target: null, marks: [], notes: [] };

/** Index of the point whose days hold `day`; -1 when it is not shown. */
export function indexOfDay(points: readonly Pick<SeriesPoint, 'from' | 'to'>[], day: string): number {
  return points.findIndex((point) => point.from <= day && day <= point.to);
}

/**
 * The limits as bands over the points shown; a baseline of which no point is shown has none. Counts and times cannot
 * be less than nothing, so their bands end at zero.
 */
export function bandsOf(
  points: readonly Pick<SeriesPoint, 'from'>[],
  limits: readonly Limits[],
  unit: FieldUnit,
): readonly TrendBand[] {
  return limits.flatMap((limit) => {
    const from = points.findIndex((point) => point.from >= limit.from && point.from <= limit.to);
    const to = points.findLastIndex((point) => point.from >= limit.from && point.from <= limit.to);
    if (from < 0) return [];
    const lower = unit === 'score' ? limit.lower : Math.max(0, limit.lower);
    return [{ from, to, lower, upper: limit.upper, centre: limit.centre }];
  });
}
