/**
 * The calendar as rows of a table, its fast form in SQL.
 *
 * Working days after `a` up to `b` = number(b) − number(a). Working seconds up to an
 * instant = `workingSecondsBefore` of its day + for each pair (from, to) of `opens`
 * the part of it before the instant: least(greatest(second − from, 0), to − from).
 */
import { addDays } from '../period/civil-date.ts';
import type { IsoDate } from '../period/civil-date.ts';
import type { NonWorkingKind } from './calendar-definition.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export interface CalendarRow {
  readonly day: IsoDate;
  readonly isWorking: boolean;
  /** Working days from the start of the calendar up to and including this day. */
  readonly workingDayNumber: number;
  /** Working seconds from the start of the calendar to this day's midnight; fits int4 for 68 years. */
  readonly workingSecondsBefore: number;
  /** Flat [from, to, from, to, …] in seconds since midnight, at most 8 numbers. */
  readonly opens: readonly number[];
  /** Null on a working day. */
  readonly reason: NonWorkingKind | null;
  /** Indonesian name of the reason; null on a working day. */
  readonly label: string | null;
}

/** One row for every day of the calendar, in order. */
export function calendarRows(calendar: WorkingCalendar): CalendarRow[] {
  const rows: CalendarRow[] = [];
  for (let day = calendar.from; day <= calendar.to; day = addDays(day, 1)) {
    const reason = calendar.nonWorkingReason(day);
    rows.push({
      day,
      isWorking: reason === null,
      workingDayNumber: calendar.workingDayNumber(day),
      workingSecondsBefore: calendar.workingSecondsAt({ day, second: 0 }),
      opens: calendar.openIntervals(day).flatMap(({ from, to }) => [from, to]),
      reason: reason?.kind ?? null,
      label: reason?.label ?? null,
    });
  }
  return rows;
}
