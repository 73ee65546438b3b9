/** A series of months judged: from its points to limits, variation and assurance, the one result that all else reads. */
import type { MeasureField } from '../measures.ts';
import type { IsoDate } from '../period/civil-date.ts';
import type { TargetInForce } from '../targets/target-in-force.ts';
import {
  controlChart,
  type ChartLimits,
  type ChartPoint,
  type ControlChart,
  type ValueBounds,
} from './control-chart.ts';
import type { SignalRule } from './signal-rules.ts';
import { assuranceOf, variationOf, type Assurance, type Variation } from './verdict.ts';

/** A month of a series. */
export interface MonthPoint extends ChartPoint {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Records behind the value. */
  readonly n: number;
  /** The value is withheld from the person who asks, and so from the engine. */
  readonly suppressed?: true | undefined;
  /** Questionnaire of an IKM: another one is another baseline. */
  readonly instrument?: string | null | undefined;
}

export interface SeriesSettings {
  /** First days of months from which a person set a new baseline. */
  readonly rebasedOn: readonly IsoDate[];
  /** The target in force on a day. */
  readonly targetOn: (day: IsoDate) => TargetInForce | null;
  /** Months that end later are part of the chart, but the verdict is not about them. */
  readonly lastDay: IsoDate;
}

/** What is said about a series; the sentence is made from it. */
export interface SeriesVerdict {
  readonly variation: Variation;
  readonly assurance: Assurance;
  readonly rule: SignalRule | null;
  readonly direction: 'up' | 'down' | null;
  readonly since: IsoDate | null;
  readonly persistence: number;
  readonly centre: number | null;
  readonly lastFrom: IsoDate | null;
  readonly last: number | null;
  readonly n: number | null;
  readonly trial: boolean;
  readonly target: TargetInForce | null;
}

export interface SeriesJudgement {
  /** As long as the points; `last` is the month that is judged. */
  readonly chart: ControlChart;
  readonly verdict: SeriesVerdict;
  /** Limits at the judged month; null while there are none. */
  readonly limits: ChartLimits | null;
  /** Index at which the pattern of the last signal alone begins, and of all signals in a row; null without one. */
  readonly pattern: { readonly own: number; readonly whole: number } | null;
  /** Months judged since the baseline in force at the judged month began. */
  readonly length: number;
  /** As it was asked: what is told is of this day. */
  readonly lastDay: IsoDate;
}

const BOUNDS: Readonly<Record<MeasureField['unit'], ValueBounds>> = {
  share: { least: 0, most: 1 },
  count: { least: 0, most: Infinity },
  minutes: { least: 0, most: Infinity },
  score: { least: 25, most: 100 },
};

/** Judges a field's months. A month of fewer records than the field's minimum is drawn, but missing for the engine. */
export function judgeSeries(
  points: readonly MonthPoint[],
  field: MeasureField,
  { rebasedOn, targetOn, lastDay }: SeriesSettings,
): SeriesJudgement {
  const whole = controlChart(
    points.map((point) => judgeable(point, field)),
    [...rebasedOn.map((day) => points.findIndex((point) => point.from === day)), ...instrumentBreaks(points)],
    BOUNDS[field.unit],
  );
  const last = lastJudged(points, field, lastDay);
  const chart = { ...whole, last };
  const { variation, signal, persistence, since } = variationOf(chart, field.polarity);
  const limits = last === null ? null : (chart.limits[last] ?? null);
  const point = last === null ? undefined : points[last];
  const target = point === undefined ? null : targetOn(point.from);
  return {
    chart,
    limits,
    lastDay,
    pattern: signal === null || since === null ? null : { own: signal.since, whole: since },
    length: last === null ? 0 : judgedSince(points, field, baselineAt(chart, last), last),
    verdict: {
      variation,
      assurance: assuranceOf(chart, target && engineTarget(target)),
      rule: signal?.rule ?? null,
      direction: signal?.direction ?? null,
      since: since === null ? null : (points[since]?.from ?? null),
      persistence,
      centre: limits?.centre ?? null,
      lastFrom: point?.from ?? null,
      last: point?.value ?? null,
      n: point?.n ?? null,
      trial: limits?.trial ?? false,
      target,
    },
  };
}

/** True when the month is over and enough records stand behind it. */
export function isJudgeable(point: MonthPoint, field: MeasureField): boolean {
  return point.state === 'defined' && point.value !== null && !point.suppressed && point.n >= field.minimumN;
}

/** Index of the first point of the baseline that holds at `index`. */
export function baselineAt(chart: ControlChart, index: number): number {
  return chart.baselines.findLast((start) => start <= index) ?? 0;
}

function judgeable(point: MonthPoint, field: MeasureField): ChartPoint {
  if (isJudgeable(point, field)) return { value: point.value, state: 'defined' };
  return point.state === 'partial' ? point : { value: null, state: 'missing' };
}

function lastJudged(points: readonly MonthPoint[], field: MeasureField, lastDay: IsoDate): number | null {
  const index = points.findLastIndex((point) => point.to <= lastDay && isJudgeable(point, field));
  return index < 0 ? null : index;
}

function judgedSince(points: readonly MonthPoint[], field: MeasureField, from: number, to: number): number {
  return points.slice(from, to + 1).filter((point) => isJudgeable(point, field)).length;
}

/** Indexes of points with another instrument than the last one before that has any. */
function instrumentBreaks(points: readonly MonthPoint[]): number[] {
  const breaks: number[] = [];
  let before: string | null = null;
  points.forEach(({ instrument }, index) => {
    if (instrument === undefined || instrument === null) return;
    if (before !== null && instrument !== before) breaks.push(index);
    before = instrument;
  });
  return breaks;
}

function engineTarget({ atLeast, atMost }: TargetInForce) {
  return { ...(atLeast === null ? {} : { atLeast }), ...(atMost === null ? {} : { atMost }) };
}
