import type { ClosedDay, ClosureKind } from '#domain/calendar/calendar-definition';
import { WorkingCalendar } from '#domain/calendar/working-calendar';
import { dayNumberOf, weekdayOfDayNumber } from '#domain/period/civil-date';
import type { CalendarDayRecord } from './case-record.queries.ts';

const WEEKDAYS = /^(Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)(,|$)/;
const WHOLE_DAY = [{ from: 0, to: 86_400 }];

/**
 * The working calendar of the days as they are stored: a version is explained by what it was, also when its opening
 * hours or holidays are others by now.
 *
 * @param days consecutive, at least one
 * @throws RangeError when there is none
 */
export function calendarOfDays(days: readonly CalendarDayRecord[]): WorkingCalendar {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('A calendar needs a day');
  return new WorkingCalendar({
    from: first.day,
    to: last.day,
    openingHours: days.map((day) => ({
      weekday: weekdayOfDayNumber(dayNumberOf(day.day)),
      validFrom: day.day,
      validTo: day.day,
      // A closed day has its own name only where it would have been open.
      intervals: day.is_working ? intervalsOf(day.opens) : isWeekend(day) ? [] : WHOLE_DAY,
    })),
    closedDays: days.flatMap((day) => closureOf(day) ?? []),
  });
}

/** Closed by the opening hours, not by a holiday: the stored reason begins with the name of the weekday. */
function isWeekend({ reason }: CalendarDayRecord): boolean {
  return reason === null || WEEKDAYS.test(reason);
}

function closureOf({ day, is_working, reason, kind }: CalendarDayRecord): ClosedDay | null {
  if (is_working || reason === null) return null;
  const name = reason.replace(WEEKDAYS, '').trim();
  return name === '' ? null : { day, kind: closureKind(kind), name };
}

function closureKind(kind: CalendarDayRecord['kind']): ClosureKind {
  if (kind === 'holiday') return 'national';
  return kind ?? 'local';
}

function intervalsOf(opens: readonly number[]): { from: number; to: number }[] {
  const intervals: { from: number; to: number }[] = [];
  for (let index = 0; index + 1 < opens.length; index += 2)
    intervals.push({ from: opens[index] ?? 0, to: opens[index + 1] ?? 0 });
  return intervals;
}
