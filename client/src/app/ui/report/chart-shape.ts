import type { ReportChart } from '#contract/reports/report-document';

/** What is drawn of one point. */
export interface DrawnPoint {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly text: string;
  readonly partial: boolean;
  readonly signal: boolean;
}

/** A chart in the pixels of its picture. */
export interface DrawnChart {
  readonly width: number;
  readonly height: number;
  /** Points that have a value. */
  readonly points: readonly DrawnPoint[];
  /** Lines through whole months without a gap; the way to an unfinished month stands apart. */
  readonly lines: readonly string[];
  readonly unfinished: string | null;
  readonly bars: readonly { readonly x: number; readonly y: number; readonly height: number }[];
  readonly barWidth: number;
  readonly bands: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly centres: readonly { readonly x1: number; readonly x2: number; readonly y: number }[];
  readonly target: { readonly y: number; readonly text: string } | null;
  /** Words below the axis, as many as there is room for; the newest is among them. */
  readonly labels: readonly { readonly x: number; readonly text: string; readonly anchor: string }[];
  /** Values that are written at their points: the newest, the highest and the lowest. */
  readonly values: readonly {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly anchor: string;
  }[];
  readonly notes: readonly { readonly x: number; readonly y: number; readonly number: number }[];
}

/** Below the lowest point stand its value and then the words of the axis. */
const PAD = { top: 26, bottom: 42, left: 10 } as const;
const LETTER = 7;
const LABEL = 74;

/**
 * The picture of a chart of a report. It formats no number: the words at the newest, the highest and the lowest point
 * and at the target are those of the figures, so that no axis with numbers of its own is needed.
 */
export function drawChart(chart: ReportChart, width: number, height: number): DrawnChart {
  const { points, limits, target } = chart;
  const values = points.flatMap(({ figure }) =>
    figure === null || figure.value === null ? [] : [figure.value],
  );
  const around = [
    ...values,
    ...limits.flatMap(({ lower, upper, centre }) => [lower ?? centre, upper ?? centre]),
    ...(target === null || target.value === null ? [] : [target.value]),
    ...(chart.shape === 'bars' ? [0] : []),
  ];
  const [low, high] = [Math.min(...around), Math.max(...around)];
  const span = high - low === 0 ? Math.abs(high) || 1 : high - low;
  const newestText = points.findLast(({ figure }) => (figure?.value ?? null) !== null)?.figure?.text ?? '';
  const right = 14 + LETTER * Math.max(newestText.length, target?.text.length ?? 0);
  const inner = Math.max(40, width - PAD.left - right);
  const step = points.length > 1 ? inner / (points.length - (chart.shape === 'bars' ? 0 : 1)) : inner;
  const offset = chart.shape === 'bars' || points.length < 2 ? step / 2 : 0;
  const x = (index: number): number => round(PAD.left + offset + index * step);
  const y = (value: number): number =>
    round(PAD.top + (1 - (value - low) / span) * (height - PAD.top - PAD.bottom));
  const drawn = points.map((point, index): DrawnPoint | null =>
    point.figure === null || point.figure.value === null
      ? null
      : {
          x: x(index),
          y: y(point.figure.value),
          label: point.label,
          text: point.figure.text,
          partial: point.partial === true,
          signal: point.signal === true,
        },
  );
  const shown = drawn.filter((point) => point !== null);
  const base = y(Math.max(low, Math.min(0, high)));
  return {
    width,
    height,
    points: shown,
    lines: chart.shape === 'bars' ? [] : stretches(drawn),
    unfinished: chart.shape === 'bars' ? null : wayToUnfinished(drawn),
    bars:
      chart.shape === 'bars'
        ? shown.map((point) => ({
            x: round(point.x - step * 0.3),
            y: point.y,
            height: Math.max(1, round(base - point.y)),
          }))
        : [],
    barWidth: round(step * 0.6),
    bands: limits.map(({ from, to, lower, upper, centre }) => {
      const [top, bottom] = [y(upper ?? centre), y(lower ?? centre)];
      return { x: x(from), y: top, width: round(x(to) - x(from)), height: round(bottom - top) };
    }),
    centres: limits.map(({ from, to, centre }) => ({ x1: x(from), x2: x(to), y: y(centre) })),
    target: target === null || target.value === null ? null : { y: y(target.value), text: target.text },
    labels: axisLabels(
      points.map(({ label }) => label),
      x,
      inner,
    ),
    values: writtenValues(shown, target === null || target.value === null ? null : y(target.value), width),
    notes: chart.notes.map(({ at }, index) => ({
      x: x(at),
      y: drawn[at]?.y ?? PAD.top,
      number: index + 1,
    })),
  };
}

function stretches(points: readonly (DrawnPoint | null)[]): string[] {
  const lines: DrawnPoint[][] = [[]];
  for (const point of points) {
    if (point === null || point.partial) lines.push([]);
    else lines.at(-1)?.push(point);
  }
  return lines.filter((line) => line.length > 1).map(pathOf);
}

function wayToUnfinished(points: readonly (DrawnPoint | null)[]): string | null {
  const at = points.findLastIndex((point) => point?.partial === true);
  const [before, open] = [points[at - 1], points[at]];
  return before === undefined || before === null || open === undefined || open === null
    ? null
    : pathOf([before, open]);
}

function pathOf(points: readonly DrawnPoint[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

/** Counted back from the newest, so that it always has its words. */
function axisLabels(
  labels: readonly string[],
  x: (index: number) => number,
  room: number,
): DrawnChart['labels'] {
  const every = Math.max(1, Math.ceil(labels.length / Math.max(1, Math.floor(room / LABEL))));
  const last = labels.length - 1;
  return labels.flatMap((text, index) =>
    (last - index) % every === 0
      ? [{ x: x(index), text, anchor: index === 0 && every === 1 ? 'start' : index < 2 ? 'start' : 'middle' }]
      : [],
  );
}

/** The newest value right of its point; the highest above and the lowest below theirs, where they are others. */
function writtenValues(
  points: readonly DrawnPoint[],
  target: number | null,
  width: number,
): DrawnChart['values'] {
  const newest = points.at(-1);
  if (newest === undefined) return [];
  const highest = points.reduce((so, point) => (point.y < so.y ? point : so));
  const lowest = points.reduce((so, point) => (point.y > so.y ? point : so));
  // Where the words of the target would stand in the same place, the newest value gives way.
  const near = target !== null && Math.abs(target - newest.y) < 16;
  const shift = near ? (newest.y >= (target ?? 0) ? 16 : -14) : 4;
  const other = (point: DrawnPoint, above: boolean): DrawnChart['values'] =>
    point === newest || Math.abs(point.x - newest.x) < LABEL / 2
      ? []
      : [
          {
            x: Math.min(point.x, width - 40),
            y: above ? point.y - 9 : point.y + 18,
            text: point.text,
            anchor: point.x < 40 ? 'start' : 'middle',
          },
        ];
  return [
    { x: newest.x + 8, y: round(newest.y + shift), text: newest.text, anchor: 'start' },
    ...other(highest, true),
    ...(lowest === highest ? [] : other(lowest, false)),
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
