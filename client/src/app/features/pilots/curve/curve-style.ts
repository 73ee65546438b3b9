import type { EChartsCoreOption } from 'echarts/core';
import type { FormatsIn } from '#domain/formats/formats';
import type { Programme } from '../pilots-api.ts';

export type CurvePoint = Programme['curve'][number];

export interface CurveColours {
  readonly ink: string;
  readonly muted: string;
  readonly paper: string;
  readonly control: string;
  readonly primary: string;
}

export interface CurveStyle {
  readonly colours: CurveColours;
  readonly formats: FormatsIn;
  readonly narrow: boolean;
  /** The words of one point, as lines. */
  readonly describe: (point: CurvePoint) => readonly string[];
}

/** The lines of the chart, as the key above it names them. */
export const CURVE_LINES = ['actual', 'signed', 'planned', 'firstPlanned'] as const;
export type CurveLine = (typeof CURVE_LINES)[number];

const FONT = '"Plus Jakarta Sans", system-ui, sans-serif';

/** True when a milestone was planned anew, so that the first plan is another line than the one in force. */
export function wasReplanned(points: readonly CurvePoint[]): boolean {
  return points.some(({ planned, firstPlanned }) => Math.abs(planned - firstPlanned) >= 0.005);
}

/** Reported in ink with its newest value, signed dotted, the plan in its own colour and the first plan thin and dashed. */
export function curveOptions(points: readonly CurvePoint[], style: CurveStyle): EChartsCoreOption {
  const { colours, formats, narrow } = style;
  const text = { fontFamily: FONT, fontSize: 12, color: colours.muted };
  const newest = points.findLastIndex(({ actual }) => actual !== null);
  const data = (line: CurveLine): unknown[] => points.map((point) => [point.on, point[line]]);
  const line = (name: CurveLine, look: object): object => ({
    type: 'line',
    data: data(name),
    symbol: 'none',
    connectNulls: false,
    emphasis: { disabled: true },
    lineStyle: look,
  });
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { left: 48, right: narrow ? 44 : 64, top: 20, bottom: 36 },
    xAxis: {
      type: 'time',
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      minInterval: 28 * 86_400_000,
      splitNumber: narrow ? 3 : 8,
      axisLabel: {
        ...text,
        margin: 14,
        hideOverlap: true,
        formatter: (at: number) => monthMark(new Date(at), formats),
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.25,
      splitLine: { show: false },
      axisLabel: { ...text, formatter: (value: number) => formats.share(value, 0) },
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
        return point === undefined ? '' : style.describe(point).join('<br>');
      },
    },
    series: [
      ...(wasReplanned(points)
        ? [line('firstPlanned', { color: colours.muted, width: 1, type: [4, 4] })]
        : []),
      line('planned', { color: colours.primary, width: 1.5 }),
      line('signed', { color: colours.ink, width: 1.5, type: [1, 4], cap: 'round' }),
      {
        ...line('actual', { color: colours.ink, width: 2, join: 'round' }),
        data: points.map((point, index) => ({
          value: [point.on, point.actual],
          symbol: index === newest ? 'circle' : 'none',
          label: {
            show: index === newest && point.actual !== null,
            position: 'right',
            distance: 8,
            formatter: point.actual === null ? '' : formats.share(point.actual, 0),
            fontFamily: FONT,
            fontSize: 12,
            fontWeight: 600,
            color: colours.ink,
            textBorderColor: colours.paper,
            textBorderWidth: 3,
          },
        })),
        symbolSize: 7,
        showSymbol: true,
        showAllSymbol: true,
        itemStyle: { color: colours.ink },
        z: 3,
      },
    ],
  };
}

/** `Mar`, and at the turn of a year `Jan 2027`. */
function monthMark(at: Date, formats: FormatsIn): string {
  const day = `${String(at.getFullYear())}-${String(at.getMonth() + 1).padStart(2, '0')}-01`;
  return at.getMonth() === 0 ? formats.bucket(day, 'month') : formats.monthShort(day);
}
