import {
  addDays,
  addMonthsToStart,
  type IsoDate,
  isIsoDate,
  monthStart,
  quarterStart,
} from '#domain/period/civil-date';
import type { Period } from '#domain/period/period';

export type ReportGrain = 'month' | 'quarter';

const MONTHS: Readonly<Record<ReportGrain, number>> = { month: 1, quarter: 3 };

/** What an address asks for, as far as it does. */
export interface AskedPeriod {
  readonly grain: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * The month or quarter of the address: days that are just one of them say so by themselves, else the named kind and the
 * first day do. Where nothing is named that has begun, the last month or quarter that is over.
 */
export function askedPeriod(asked: AskedPeriod, today: IsoDate): { grain: ReportGrain; from: IsoDate } {
  const named: ReportGrain = asked.grain === 'quarter' ? 'quarter' : 'month';
  const { from, to } = asked;
  if (from === undefined || !isIsoDate(from) || from > today)
    return { grain: named, from: stepFrom(named, startOf(named, today), -1) };
  const whole = (['month', 'quarter'] as const).find(
    (grain) => startOf(grain, from) === from && endOf(grain, from) === to,
  );
  const grain = whole ?? named;
  return { grain, from: startOf(grain, from) };
}

/** The first day of the period `steps` later; earlier when negative. */
export function stepFrom(grain: ReportGrain, from: IsoDate, steps: number): IsoDate {
  return addMonthsToStart(from, steps * MONTHS[grain]);
}

/** The days of the period as far as they have been: up to today while it runs. */
export function daysOf(grain: ReportGrain, from: IsoDate, today: IsoDate): Period {
  const end = endOf(grain, from);
  return { from, to: end > today ? today : end };
}

/** The last day of the month or quarter that begins on `from`. */
export function endOf(grain: ReportGrain, from: IsoDate): IsoDate {
  return addDays(stepFrom(grain, from, 1), -1);
}

function startOf(grain: ReportGrain, day: IsoDate): IsoDate {
  return grain === 'month' ? monthStart(day) : quarterStart(day);
}
