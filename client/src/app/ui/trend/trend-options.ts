import type { EChartsCoreOption } from 'echarts/core';
import { NOTE_ROW, backLayer, frontLayer, noteRows } from './trend-drawing.ts';
import type { SignalTone } from '#domain/spc/signal-tone';
import type { ChartColours, LabelledPoint, TrendStyle } from './trend-style.ts';

/** Width of a figure or letter of an axis label, in pixels: generous, so that no label is cut. */
const LETTER = 6.5;
/** On a phone a longer value than this would take too much of the chart when it stood beside its point. */
const SHORT = 8;
const FONT = '"Plus Jakarta Sans", system-ui, sans-serif';
/** Closer than this part of the axis, two labels beside the chart would overlap. */
const NEAR = 0.09;
/** Over the chart, without notes, in pixels. */
const TOP = 24;

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
  const { target } = style.layers;
  const left = axisWidth(style);
  const right = Math.max(
    labelRoom(points[newest]?.text ?? '', style.narrow),
    target === null || style.narrow ? 0 : 18 + style.measure(target.text),
  );
  const place = (index: number): number =>
    left + (last === 0 ? 0.5 : index / last) * Math.max(0, style.width - left - right);
  const rows = noteRows(style, left, place);
  const newestLabel = {
    show: true,
    ...newestPlace(points, newest, style.narrow, nearTarget(points[newest]?.value ?? null, style)),
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
    grid: { left, right, top: TOP + rows.length * NOTE_ROW, bottom: 36 },
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
          : [point.name, point.text, point.detail, ...point.more]
              .filter((part) => part !== '')
              .map(escapeHtml)
              .join('<br>');
      },
    },
    series: [
      backLayer(style),
      ...finishedValues(points).map((values) => ({
        type: 'line',
        data: values.map((value, index) => ({
          value,
          // A point without neighbours would be no line at all; the newest one carries its value.
          symbol:
            value !== null && (index === newest || isAlone(values, index) || toneOf(points, index) !== null)
              ? 'circle'
              : 'none',
          symbolSize: toneOf(points, index) === null ? 4 : 7,
          itemStyle: { color: toneColour(toneOf(points, index), colours) },
          label: index === newest && value !== null ? newestLabel : { show: false },
        })),
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
      frontLayer(points, style, rows),
    ],
  };
}

/** The target when its words would stand in the way of the newest value's; else null. */
function nearTarget(newest: number | null, { layers, axis }: TrendStyle): number | null {
  if (layers.target === null || newest === null) return null;
  const distance = Math.abs(newest - layers.target.value) / (axis.max - axis.min);
  return distance < NEAR ? layers.target.value : null;
}

function toneOf(points: readonly LabelledPoint[], index: number): SignalTone | null {
  return points[index]?.tone ?? null;
}

/** The colour of a point: ink, unless it completes a signal. */
function toneColour(tone: SignalTone | null, colours: ChartColours): string {
  switch (tone) {
    case 'worse':
      return colours.memburuk;
    case 'better':
      return colours.membaik;
    case 'neutral':
      return colours.netral;
    case null:
      return colours.ink;
  }
}

/** Room beside the newest point, in pixels. */
function labelRoom(text: string, narrow: boolean): number {
  if (!narrow) return 24 + LETTER * Math.max(SHORT, text.length);
  return text.length > SHORT ? 16 : 14 + LETTER * text.length;
}

/**
 * Where the newest value is written: beside its point, or on its own side of a target whose label stands in its way; a long one on a phone away from the line that leads to it.
 */
export function newestPlace(
  points: readonly LabelledPoint[],
  newest: number,
  narrow: boolean,
  target: number | null = null,
): { readonly position: string; readonly align?: string } {
  if (target !== null && !narrow)
    return { position: (points[newest]?.value ?? 0) < target ? 'bottom' : 'top' };
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
