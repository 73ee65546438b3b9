/**
 * Periods of whole days in the kabupaten's own zone: the one before, the buckets of
 * a chart, and the roll-up rows that together make up a period.
 */
import {
  addDays,
  addMonthsToStart,
  dayNumberOf,
  daysBetween,
  monthEnd,
  monthStart,
  quarterEnd,
  quarterStart,
  weekEnd,
  weekStart,
  yearEnd,
  yearStart,
  civilDateOf,
} from './civil-date.ts';
import type { IsoDate } from './civil-date.ts';

/** From the first to the last day, both inclusive; `from` ≤ `to`. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface Bucket extends Period {
  /** First day of the whole calendar bucket: the key the bucket is known by. */
  readonly start: IsoDate;
  /** Last day of the whole calendar bucket. */
  readonly end: IsoDate;
  /** False when the period begins or ends inside this bucket, so that from–to is a part of it. */
  readonly whole: boolean;
}

/** Grains that roll-up rows are kept in. */
export type RollupGrain = 'day' | 'month' | 'year';

/** Consecutive roll-up buckets of one grain; `from` and `to` are the first and last day covered. */
export interface BucketRun extends Period {
  readonly grain: RollupGrain;
}

interface GrainRule {
  readonly start: (date: IsoDate) => IsoDate;
  readonly end: (date: IsoDate) => IsoDate;
}

const GRAINS: Readonly<Record<Grain, GrainRule>> = {
  day: { start: (date) => date, end: (date) => date },
  week: { start: weekStart, end: weekEnd },
  month: { start: monthStart, end: monthEnd },
  quarter: { start: quarterStart, end: quarterEnd },
  year: { start: yearStart, end: yearEnd },
};

/**
 * The period to compare with. Whole calendar months, one or several (and so quarters
 * and years), are compared with the same number of months before; any other period
 * with the same number of days ending the day before `from`.
 * @throws RangeError when a date does not exist or `to` lies before `from`.
 */
export function previousPeriod(period: Period): Period {
  const days = lengthInDays(period);
  const { from, to } = period;
  if (from === monthStart(from) && to === monthEnd(to)) {
    return { from: addMonthsToStart(from, -monthsFrom(from, to)), to: addDays(from, -1) };
  }
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

/**
 * Number of days in a period, at least 1.
 * @throws RangeError when a date does not exist or `to` lies before `from`.
 */
export function lengthInDays({ from, to }: Period): number {
  const days = daysBetween(from, to) + 1;
  if (days < 1) throw new RangeError(`The period ends before it begins: ${from} – ${to}`);
  return days;
}

/**
 * The calendar buckets a period touches, in order, the first and last clipped to it.
 * Weeks begin on Monday.
 * @throws RangeError when a date does not exist or `to` lies before `from`.
 */
export function bucketsOf(period: Period, grain: Grain): Bucket[] {
  lengthInDays(period);
  const rule = GRAINS[grain];
  const buckets: Bucket[] = [];
  for (let start = rule.start(period.from); start <= period.to;) {
    const end = rule.end(start);
    const from = start < period.from ? period.from : start;
    const to = end > period.to ? period.to : end;
    buckets.push({ start, end, from, to, whole: from === start && to === end });
    start = addDays(end, 1);
  }
  return buckets;
}

/**
 * The smallest set of year, month and day roll-up buckets that makes up the period
 * exactly, as at most five runs in order of time: days, months, years, months, days.
 * A read then touches a few dozen rows however long the period is.
 * @throws RangeError when a date does not exist or `to` lies before `from`.
 */
export function coverWithBuckets(period: Period): BucketRun[] {
  lengthInDays(period);
  const runs: BucketRun[] = [];
  let date = period.from;
  while (date <= period.to) {
    const grain = largestGrainAt(date, period.to);
    const to = GRAINS[grain].end(date);
    const last = runs.at(-1);
    if (last?.grain === grain) runs[runs.length - 1] = { ...last, to };
    else runs.push({ grain, from: date, to });
    date = addDays(to, 1);
  }
  return runs;
}

/** The keys (first days) of the roll-up buckets in a run. */
export function bucketStarts(run: BucketRun): IsoDate[] {
  return bucketsOf(run, run.grain).map((bucket) => bucket.start);
}

function largestGrainAt(date: IsoDate, to: IsoDate): RollupGrain {
  if (date === yearStart(date) && yearEnd(date) <= to) return 'year';
  if (date === monthStart(date) && monthEnd(date) <= to) return 'month';
  return 'day';
}

function monthsFrom(from: IsoDate, to: IsoDate): number {
  const first = civilDateOf(dayNumberOf(from));
  const last = civilDateOf(dayNumberOf(to));
  return (last.year - first.year) * 12 + last.month - first.month + 1;
}
