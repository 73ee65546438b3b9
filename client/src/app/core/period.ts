import {
  type IsoDate,
  addDays,
  addMonthsToStart,
  isIsoDate,
  monthEnd,
  monthStart,
  quarterEnd,
  quarterStart,
  weekStart,
  yearStart,
} from '#domain/period/civil-date';
import type { Grain, Period } from '#domain/period/period';

export type { Grain, IsoDate, Period };
export { addDays, addMonthsToStart, isIsoDate, monthEnd, monthStart, quarterEnd };

/** The day it is at `now` in an IANA zone. */
export function todayIn(timeZone: string, now: Date): IsoDate {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
}

/** The selection before anybody chose: the current month up to today, as the API defaults it. */
export function currentMonth(today: IsoDate): Period {
  return { from: monthStart(today), to: today };
}

/** True while days of the period are still to come or running: its figures may change by themselves. */
export function isUnfinished(period: Period, today: IsoDate): boolean {
  return period.to >= today;
}

/** The stretch a trend shows: up to the end of the selection, and long enough to see what is usual. */
export function trendPeriod(selection: Period, grain: Grain): Period {
  const usual = usualStart(selection.to, grain);
  return { from: usual < selection.from ? usual : selection.from, to: selection.to };
}

function usualStart(to: IsoDate, grain: Grain): IsoDate {
  switch (grain) {
    case 'day':
      return addDays(to, -61);
    case 'week':
      return addDays(weekStart(to), -51 * 7);
    case 'month':
      return addMonthsToStart(to, -24);
    case 'quarter':
      return addMonthsToStart(quarterStart(to), -33);
    case 'year':
      return addMonthsToStart(yearStart(to), -60);
  }
}
