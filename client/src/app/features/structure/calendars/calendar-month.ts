import type { Holiday, KeptCalendar } from '#contract/structure/calendars';
import { WorkingCalendar } from '#domain/calendar/working-calendar';
import { addDays, weekEnd, weekStart } from '#domain/period/civil-date';
import { type IsoDate, monthEnd, monthStart } from '../../../core/period.ts';
import { typedHours } from './hours-text.ts';

/** A day of the month view. */
export interface MonthDay {
  readonly day: IsoDate;
  /** False for the days before and after the month that fill its weeks. */
  readonly within: boolean;
  /** Opening hours as text; empty when it is closed. */
  readonly hours: string;
  /** Why it is closed; null on a working day. */
  readonly reason: string | null;
  /** True where the reason is a holiday or closure, not the week itself. */
  readonly special: boolean;
}

/** The weeks of a month as a calendar has them, Monday to Sunday. */
export function monthWeeks(
  calendar: Pick<KeptCalendar, 'openingHours' | 'closures' | 'nationalHolidays'>,
  holidays: readonly Holiday[],
  month: IsoDate,
): readonly (readonly MonthDay[])[] {
  const from = weekStart(monthStart(month));
  const to = weekEnd(monthEnd(month));
  const working = new WorkingCalendar({
    from,
    to,
    openingHours: calendar.openingHours,
    closedDays: [
      ...calendar.closures
        .filter(({ day }) => from <= day && day <= to)
        .map(({ day, name }) => ({ day, kind: 'local' as const, name })),
      ...(calendar.nationalHolidays ? holidays : [])
        .filter(({ day }) => from <= day && day <= to)
        .map(({ day, kind, name }) => ({ day, kind, name })),
    ],
  });
  const weeks: MonthDay[][] = [];
  for (let monday = from; monday <= to; monday = addDays(monday, 7))
    weeks.push(
      [0, 1, 2, 3, 4, 5, 6].map((offset) => {
        const day = addDays(monday, offset);
        const reason = working.nonWorkingReason(day);
        return {
          day,
          within: monthStart(day) === monthStart(month),
          hours: typedHours(working.openIntervals(day).map((interval) => ({ ...interval }))),
          reason: reason?.label ?? null,
          special: reason !== null && reason.kind !== 'weekend',
        };
      }),
    );
  return weeks;
}
