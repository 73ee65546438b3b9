import type { EChartsCoreOption } from 'echarts/core';
import type { TrendPoint } from './sparkline-shape.ts';
import type { ValueAxis } from './value-axis.ts';

/** A point of a measure page's trend, with the words that are shown for it. */
export interface LabelledPoint extends TrendPoint {
  /** On the axis, e.g. `Nov 2026`. */
  readonly label: string;
  /** Inside a sentence, e.g. `November 2026`. */
  readonly name: string;
  /** The value in words, e.g. `74 %`; what is said instead when it is missing. */
  readonly text: string;
  /** The records behind it, in words, e.g. `n = 412`. */
  readonly detail: string;
  /** A change of the instrument breaks the line; null where there is no instrument. */
  readonly instrument: string | null;
}

export interface ChartColours {
  readonly ink: string;
  readonly muted: string;
  readonly paper: string;
  readonly hair: string;
  readonly control: string;
}

interface TrendStyle {
  readonly colours: ChartColours;
  /** Text for a value on the vertical axis. */
  readonly axisText: (value: number) => string;
  readonly axis: ValueAxis;
  /** True on a narrow screen: fewer labels. */
  readonly narrow: boolean;
}

/** Width of a figure or letter of an axis label, in pixels: generous, so that no label is cut. */
const LETTER = 6.5;
/** On a phone a longer value than this would take too much of the chart when it stood beside its point. */
const SHORT = 8;
const FONT = '"Plus Jakarta Sans", system-ui, sans-serif';

/** One finished stretch per instrument: null where the line is to break. */
export function finishedValues(points: readonly LabelledPoint[]): (number | null)[][] {
  const instruments = [
    ...new Set(points.filter((point) => point.state === 'defined').map((point) => point.instrument)),
  ];
  return instruments.map((instrument) =>
    points.map((point) =>
      point.state === 'defined' && point.instrument === instrument ? point.value : null,
    ),
  );
}

/** The dotted way to the unfinished point: its value and the one before it, or the value alone after a gap. */
export function unfinishedValues(points: readonly LabelledPoint[]): (number | null)[] {
  const open = points.findLastIndex((point) => point.state === 'partial');
  const before = points[open - 1];
  const joins = open > 0 && before?.state === 'defined' && before.instrument === points[open]?.instrument;
  return points.map((point, index) => (index === open || (joins && index === open - 1) ? point.value : null));
}

/** The chart of a measure page: ink line, no grid, hollow unfinished point, the newest value at its point. */
export function trendOptions(points: readonly LabelledPoint[], style: TrendStyle): EChartsCoreOption {
  const { colours } = style;
  const text = { fontFamily: FONT, fontSize: 12, color: colours.muted };
  const every = Math.max(1, Math.ceil(points.length / (style.narrow ? 4 : 9)));
  const last = points.length - 1;
  const newest = points.findLastIndex((point) => point.value !== null);
  const newestLabel = {
    show: true,
    ...newestPlace(points, newest, style.narrow),
    // Where the line runs below the words after all, it does not run through them.
    textBorderColor: colours.paper,
    textBorderWidth: 3,
    distance: 8,
    formatter: points[newest]?.text ?? '',
    fontFamily: FONT,
    fontSize: 12,
    color: colours.ink,
  };

  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: {
      left: axisWidth(style),
      right: labelRoom(points[newest]?.text ?? '', style.narrow),
      top: 24,
      bottom: 36,
    },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: points.map((point) => point.label),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        ...text,
        margin: 14,
        interval: (index: number) => (last - index) % every === 0,
        hideOverlap: true,
      },
    },
    yAxis: {
      type: 'value',
      min: style.axis.min,
      max: style.axis.max,
      interval: style.axis.step,
      splitLine: { show: false },
      axisLabel: { ...text, formatter: style.axisText },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colours.paper,
      borderColor: colours.control,
      borderWidth: 1,
      borderRadius: 4,
      padding: [8, 12],
      textStyle: { fontFamily: FONT, fontSize: 13, color: colours.ink },
      extraCssText: 'box-shadow: none',
      axisPointer: { type: 'line', lineStyle: { color: colours.control, width: 1, type: 'solid' } },
      formatter: (hits: readonly { dataIndex: number }[]) => {
        const point = points[hits[0]?.dataIndex ?? -1];
        return point === undefined
          ? ''
          : [point.name, point.text, point.detail]
              .filter((part) => part !== '')
              .map(escapeHtml)
              .join('<br>');
      },
    },
    series: [
      ...finishedValues(points).map((values) => ({
        type: 'line',
        data: values.map((value, index) => ({
          value,
          // A point without neighbours would be no line at all; the newest one carries its value.
          symbol: value !== null && (index === newest || isAlone(values, index)) ? 'circle' : 'none',
          itemStyle: { color: colours.ink },
          label: index === newest && value !== null ? newestLabel : { show: false },
        })),
        symbolSize: 4,
        showSymbol: true,
        // Else a chart with many points shows only those that have a label on the axis.
        showAllSymbol: true,
        connectNulls: false,
        lineStyle: { color: colours.ink, width: 1.5, join: 'round' },
        emphasis: { disabled: true },
      })),
      {
        type: 'line',
        data: unfinishedValues(points).map((value, index) => {
          const open = points[index]?.state === 'partial';
          return {
            value,
            symbol: open ? 'circle' : 'none',
            itemStyle: { color: colours.paper, borderColor: colours.ink, borderWidth: 1.2 },
            label: open && index === newest ? newestLabel : { show: false },
          };
        }),
        symbolSize: 7,
        showSymbol: true,
        showAllSymbol: true,
        lineStyle: { color: colours.ink, width: 1.2, type: [2, 3] },
        emphasis: { disabled: true },
        z: 3,
      },
    ],
  };
}

/** Room beside the newest point, in pixels. */
function labelRoom(text: string, narrow: boolean): number {
  if (!narrow) return 24 + LETTER * Math.max(SHORT, text.length);
  return text.length > SHORT ? 16 : 14 + LETTER * text.length;
}

/** Where the newest value is written: beside its point; a long one on a phone away from the line that leads to it. */
export function newestPlace(
  points: readonly LabelledPoint[],
  newest: number,
  narrow: boolean,
): { readonly position: string; readonly align?: string } {
  if (!narrow || (points[newest]?.text.length ?? 0) <= SHORT) return { position: 'right' };
  const [value, before] = [points[newest]?.value ?? 0, points[newest - 1]?.value ?? null];
  return { position: before !== null && value < before ? 'bottom' : 'top', align: 'right' };
}

/** Room for the longest mark of the vertical axis, in pixels. */
function axisWidth({ axis, axisText }: TrendStyle): number {
  const count = Math.round((axis.max - axis.min) / axis.step);
  const marks = Array.from({ length: count + 1 }, (_, index) => axisText(axis.min + index * axis.step));
  return 12 + LETTER * Math.max(...marks.map((mark) => mark.length));
}

function isAlone(values: readonly (number | null)[], index: number): boolean {
  return (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
