/** Local times of the demo: working time from a start, and how an instant is written. */
import { SECONDS_PER_DAY, type LocalTime } from '#domain/calendar/calendar-definition';
import type { WorkingCalendar } from '#domain/calendar/working-calendar';
import { addDays, type IsoDate } from '#domain/period/civil-date';

/** ISO 8601 with the offset (`+08:00`); second 86 400 is the next midnight. */
export function writeInstant({ day, second }: LocalTime, offset: string): string {
  if (second >= SECONDS_PER_DAY)
    return writeInstant({ day: addDays(day, 1), second: second - SECONDS_PER_DAY }, offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day}T${two(Math.floor(second / 3600))}:${two(Math.floor((second % 3600) / 60))}:${two(second % 60)}${offset}`;
}

/** The instant after `seconds` of working time; a fraction is cut off, and at least one second passes. */
export function afterWorkingSeconds(calendar: WorkingCalendar, start: LocalTime, seconds: number): LocalTime {
  return calendar.addWorkingSeconds(start, Math.max(1, Math.floor(seconds)));
}

/** True when something that happens at this time is known at the start of the day `until`. */
export function isKnown(time: LocalTime, until: IsoDate): boolean {
  return time.day < until && !(time.second >= SECONDS_PER_DAY && addDays(time.day, 1) >= until);
}
