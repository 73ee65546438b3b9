/** A point of a trend: defined, missing (breaks the line) or partial (its bucket is not over). */
export interface TrendPoint {
  readonly value: number | null;
  readonly state: 'defined' | 'missing' | 'partial';
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
}

const PAD = 4;

/** Places points in a box of `width` × `height`; the vertical scale runs from the smallest to the largest value. */
export function sparklineShape(points: readonly TrendPoint[], width: number, height: number): SparklineShape {
  const values = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  if (values.length === 0) return { line: '', lone: [], open: null, silent: null };
  const low = Math.min(...values);
  const high = Math.max(...values);
  const x = (index: number): number =>
    round(points.length < 2 ? width / 2 : PAD + (index * (width - 2 * PAD)) / (points.length - 1));
  const y = (value: number): number =>
    round(high === low ? height / 2 : PAD + ((high - value) / (high - low)) * (height - 2 * PAD));

  let line = '';
  const lone: { x: number; y: number }[] = [];
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
    line += `${joins ? 'L' : 'M'}${here.x} ${here.y}`;
    if (!joins && points[index + 1]?.state !== 'defined') lone.push(here);
  });
  const last = points.findLastIndex((point) => point.value !== null);
  const lastValue = points[last]?.value ?? null;
  const silent =
    last >= 0 && last < points.length - 1 && lastValue !== null
      ? { x: x(points.length - 1), y: y(lastValue) }
      : null;
  return { line, lone, open, silent };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
