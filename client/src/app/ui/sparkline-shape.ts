/** A point of a trend: defined, missing (breaks the line) or partial (its bucket is not over). */
export interface TrendPoint {
  readonly value: number | null;
  readonly state: 'defined' | 'missing' | 'partial';
  /** The rule of the signal that this point completes; none for an ordinary point. */
  readonly signal?: string | null;
}

/** What a trend is judged by, in the unit of its values; null where there is none. */
export interface TrendLimits {
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly target: number | null;
}

export interface SparklineShape {
  /** SVG path of the finished points; a missing one starts a new stretch. */
  readonly line: string;
  /** Finished points without a neighbour, which a line could not show. */
  readonly lone: readonly { readonly x: number; readonly y: number }[];
  /** The unfinished point, with the path that leads to it when the point before it is there. */
  readonly open: { readonly x: number; readonly y: number; readonly path: string | null } | null;
  /** Where data are missing up to the end: the place of the dashed ring. */
  readonly silent: { readonly x: number; readonly y: number } | null;
  /** Finished points that complete a signal. */
  readonly signals: readonly { readonly x: number; readonly y: number }[];
  /** Top and height of the usual range. */
  readonly band: { readonly y: number; readonly height: number } | null;
  /** Heights of the mean and of the target. */
  readonly centre: number | null;
  readonly target: number | null;
}

const PAD = 4;
/** The usual range takes at most this part of the height: what lies within it shall look quiet. */
const BAND_SHARE = 0.45;
const NO_LIMITS: TrendLimits = { centre: null, lower: null, upper: null, target: null };

/**
 * Places points in a box of `width` × `height`. The vertical scale runs from the smallest to the largest of the values
 * and of what they are judged by.
 */
export function sparklineShape(
  points: readonly TrendPoint[],
  width: number,
  height: number,
  limits: TrendLimits = NO_LIMITS,
): SparklineShape {
  const values = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  if (values.length === 0)
    return {
      line: '',
      lone: [],
      open: null,
      silent: null,
      signals: [],
      band: null,
      centre: null,
      target: null,
    };
  const { low, high } = scaleOf(values, limits);
  const x = (index: number): number =>
    round(points.length < 2 ? width / 2 : PAD + (index * (width - 2 * PAD)) / (points.length - 1));
  const y = (value: number): number =>
    round(high === low ? height / 2 : PAD + ((high - value) / (high - low)) * (height - 2 * PAD));

  let line = '';
  const lone: { x: number; y: number }[] = [];
  const signals: { x: number; y: number }[] = [];
  let open: SparklineShape['open'] = null;
  points.forEach((point, index) => {
    if (point.value === null || point.state === 'missing') return;
    const here = { x: x(index), y: y(point.value) };
    const before = points[index - 1];
    const joins = before !== undefined && before.value !== null && before.state === 'defined';
    if (point.state === 'partial') {
      const path =
        joins && before.value !== null ? `M${x(index - 1)} ${y(before.value)}L${here.x} ${here.y}` : null;
      open = { ...here, path };
      return;
    }
    if (point.signal !== undefined && point.signal !== null) signals.push(here);
    line += `${joins ? 'L' : 'M'}${here.x} ${here.y}`;
    if (!joins && points[index + 1]?.state !== 'defined') lone.push(here);
  });
  const last = points.findLastIndex((point) => point.value !== null);
  const lastValue = points[last]?.value ?? null;
  const silent =
    last >= 0 && last < points.length - 1 && lastValue !== null
      ? { x: x(points.length - 1), y: y(lastValue) }
      : null;
  const { centre, lower, upper, target } = limits;
  const band = lower === null || upper === null ? null : { y: y(upper), height: round(y(lower) - y(upper)) };
  return {
    line,
    lone,
    open,
    silent,
    signals,
    band,
    centre: centre === null ? null : y(centre),
    target: target === null ? null : y(target),
  };
}

/** The ends of the vertical scale. */
function scaleOf(values: readonly number[], limits: TrendLimits): { low: number; high: number } {
  const all = [...values, limits.centre, limits.lower, limits.upper, limits.target].filter(
    (value) => value !== null,
  );
  const low = Math.min(...all);
  const high = Math.max(...all);
  if (limits.lower === null || limits.upper === null) return { low, high };
  const lacking = (limits.upper - limits.lower) / BAND_SHARE - (high - low);
  return lacking <= 0 ? { low, high } : { low: low - lacking / 2, high: high + lacking / 2 };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
