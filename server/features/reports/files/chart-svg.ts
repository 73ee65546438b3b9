/** Charts of reports as SVG, drawn on the server: vectors and selectable words, no browser. */
// One file that is made small: the same charts out of three hundred modules would cost each report 17 MB of memory more.
import echarts from 'echarts/dist/echarts.common.min.js';
import type { EChartsCoreOption } from 'echarts/core';
import type { Figure, ReportChart } from '#contract/reports/report-document';
import { formatsIn } from '#domain/formats/formats';
import type { Language } from '#domain/language';
import { findField, type MeasureField, type MeasureId } from '#domain/measures';

/** The family that words in charts are written in. */
export const CHART_FONT = 'Plus Jakarta Sans Chart';
/** Added to each space, in points: the font's own is too narrow for print (`paper-font.ts` widens it for the text). */
const WORD_SPACING = 0.55;
const INK = '#16211f';
const MUTED = '#4b5653';
const BAND = '#e9ebe8';
const TEXT = {
  fontFamily: CHART_FONT,
  fontSize: 8,
  textBorderWidth: 0,
  textBorderColor: 'transparent',
};
/** Height in points. */
const HEIGHT = 150;
/** Labels on the horizontal axis, at most. */
const MOST_LABELS = 9;

type Point = ReportChart['points'][number];

/** A chart of the report as SVG in points; the same for the same chart. */
export function chartSvg(chart: ReportChart, width: number, language: Language): string {
  const drawing = echarts.init(null, undefined, { renderer: 'svg', ssr: true, width, height: HEIGHT });
  try {
    drawing.setOption(optionsOf(chart, language));
    return drawing.renderToSVGString().replaceAll('<text ', `<text word-spacing="${WORD_SPACING}" `);
  } finally {
    drawing.dispose();
  }
}

function optionsOf(chart: ReportChart, language: Language): EChartsCoreOption {
  const { points, target } = chart;
  const last = points.length - 1;
  const every = Math.max(1, Math.ceil(points.length / MOST_LABELS));
  const newest = points.findLastIndex(({ figure }) => (figure?.value ?? null) !== null);
  const axis = axisOf(chart);
  const label = axisText(chart, axis.step, language);
  const ends = [target?.text ?? '', points[newest]?.figure?.text ?? ''];
  return {
    animation: false,
    textStyle: { fontFamily: TEXT.fontFamily },
    grid: {
      left: 46,
      right: 16 + 4.6 * Math.max(6, ...ends.map(({ length }) => length)),
      top: 12,
      bottom: 22,
    },
    xAxis: {
      type: 'category',
      boundaryGap: chart.shape === 'bars',
      data: points.map((point) => point.label),
      axisLine: { lineStyle: { color: MUTED, width: 0.6 } },
      axisTick: { show: false },
      axisLabel: {
        ...TEXT,
        color: MUTED,
        margin: 7,
        interval: (index: number) => (last - index) % every === 0,
      },
    },
    yAxis: {
      type: 'value',
      min: axis.min,
      max: axis.max,
      interval: axis.step,
      splitLine: { show: false },
      axisLabel: { ...TEXT, color: MUTED, formatter: label },
    },
    series: [
      ...bands(chart),
      ...(chart.shape === 'bars' ? [bars(points)] : lines(points, newest)),
      ...targets(chart),
    ],
  };
}

/** Limits as a band with their mean, one for each baseline. */
function bands({ limits }: ReportChart): object[] {
  return limits.map(({ from, to, lower, centre, upper }) => ({
    type: 'line',
    data: [],
    silent: true,
    ...(lower === null || upper === null
      ? {}
      : {
          markArea: {
            silent: true,
            itemStyle: { color: BAND },
            label: { show: false },
            data: [
              [
                { xAxis: from, yAxis: lower },
                { xAxis: to, yAxis: upper },
              ],
            ],
          },
        }),
    markLine: {
      silent: true,
      symbol: 'none',
      label: { show: false },
      lineStyle: { color: MUTED, width: 0.6, type: 'solid' },
      data: [[{ coord: [from, centre] }, { coord: [to, centre] }]],
    },
  }));
}

/** The target over the whole width, named at its right end. */
function targets({ target, points }: ReportChart): object[] {
  if (target === null || target.value === null) return [];
  const newest = points.findLast(({ figure }) => (figure?.value ?? null) !== null)?.figure ?? null;
  const above = newest === null || (newest.value ?? 0) <= target.value;
  return [
    {
      type: 'line',
      data: [],
      silent: true,
      markLine: {
        silent: true,
        symbol: 'none',
        lineStyle: { color: INK, width: 0.8, type: [4, 3] },
        label: {
          ...TEXT,
          show: true,
          color: MUTED,
          // Away from the newest value, which stands beside its point.
          position: 'end',
          verticalAlign: above ? 'bottom' : 'top',
          formatter: target.text,
        },
        data: [{ yAxis: target.value }],
      },
    },
  ];
}

/** The finished months as one line that breaks where there are no data, and the way to an unfinished month. */
function lines(points: readonly Point[], newest: number): object[] {
  const open = points.findLastIndex(({ partial }) => partial === true);
  const valueAt = (index: number): number | null => points[index]?.figure?.value ?? null;
  const label = (index: number): object =>
    index === newest
      ? {
          ...TEXT,
          show: true,
          position: 'right',
          distance: 5,
          color: INK,
          fontWeight: 600,
          formatter: points[index]?.figure?.text ?? '',
        }
      : { show: false };
  return [
    {
      type: 'line',
      data: points.map((point, index) => {
        const value = point.partial === true ? null : valueAt(index);
        const alone = value !== null && valueAt(index - 1) === null && valueAt(index + 1) === null;
        return {
          value,
          ...signOf(point.signal === true ? point.figure?.variation : undefined, alone || index === newest),
          label: label(index),
        };
      }),
      showSymbol: true,
      showAllSymbol: true,
      connectNulls: false,
      lineStyle: { color: INK, width: 1.2 },
    },
    ...(open === -1
      ? []
      : [
          {
            type: 'line',
            data: points.map((_, index) => ({
              value: index === open || index === open - 1 ? valueAt(index) : null,
              symbol: index === open ? 'emptyCircle' : 'none',
              itemStyle: { color: INK, borderWidth: 1 },
              label: index === open ? label(index) : { show: false },
            })),
            symbolSize: 5,
            showSymbol: true,
            showAllSymbol: true,
            lineStyle: { color: INK, width: 0.9, type: [2, 3] },
          },
        ]),
  ];
}

/** Only points that complete a signal are marked, each judgement by a shape of its own. */
function signOf(variation: Figure['variation'], dot: boolean): object {
  switch (variation) {
    case 'worsening':
      return { symbol: 'diamond', symbolSize: 7.5, itemStyle: { color: '#a8480a' } };
    case 'improving':
      return { symbol: 'emptyCircle', symbolSize: 5.5, itemStyle: { color: '#0a5fa8', borderWidth: 1.4 } };
    case 'changed':
      return { symbol: 'rect', symbolSize: 5, itemStyle: { color: '#6a429f' } };
    default:
      return { symbol: dot ? 'circle' : 'none', symbolSize: 3.5, itemStyle: { color: INK } };
  }
}

function bars(points: readonly Point[]): object {
  return {
    type: 'bar',
    barCategoryGap: '35%',
    data: points.map(({ figure, partial }) => ({
      value: figure?.value ?? null,
      itemStyle: partial === true ? { color: BAND, borderColor: INK, borderWidth: 0.8 } : { color: MUTED },
      label: { ...TEXT, show: true, position: 'top', color: INK, formatter: figure?.text ?? '' },
    })),
  };
}

interface Axis {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** An axis of round marks that reaches every value, limit and the target; a share or score never passes its ceiling. */
function axisOf({ points, limits, target, shape }: ReportChart): Axis {
  const unit = points.find(({ figure }) => figure !== null)?.figure?.unit;
  const values = [
    ...points.map(({ figure }) => figure?.value ?? null),
    ...limits.flatMap(({ lower, upper }) => [lower, upper]),
    target?.value ?? null,
  ].filter((value) => value !== null);
  const fromZero = shape === 'bars' || (unit !== 'share' && unit !== 'score');
  const ceiling = unit === 'share' ? 1 : unit === 'score' ? 100 : Infinity;
  const high = Math.max(...values, 0);
  const low = fromZero || values.length === 0 ? 0 : Math.max(0, Math.min(...values));
  const step = niceStep(high - low, unit === 'count' ? 1 : 0);
  const min = Math.floor(low / step + 1e-9) * step;
  const max = Math.min(Math.max(high, ceiling), Math.max(min + step, Math.ceil(high / step - 1e-9) * step));
  return { min, max, step };
}

/** 1, 2 or 5 times a power of ten, about a fifth of the span and at least `least`. */
function niceStep(span: number, least: number): number {
  const rough = Math.max(span / 5, least, 1e-6);
  const power = 10 ** Math.floor(Math.log10(rough) + 1e-9);
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** The marks of the vertical axis, written as its figures are. */
function axisText(chart: ReportChart, step: number, language: Language): (value: number) => string {
  const formats = formatsIn(language);
  const field = fieldOf(chart);
  const unit = chart.points.find(({ figure }) => figure !== null)?.figure?.unit;
  return (value) => {
    if (field !== null) return formats.axisMark(field, value, step);
    return unit === 'share' ? formats.share(value, 0) : formats.number(value);
  };
}

/** The field of the kamus that a chart of a trend draws (`trends.turnaround.dueMetShare`); null for other charts. */
function fieldOf({ id }: ReportChart): MeasureField | null {
  const [kind, measure, field] = id.split('.');
  return kind === 'trends' && measure !== undefined && field !== undefined
    ? findField(measure as MeasureId, field)
    : null;
}
