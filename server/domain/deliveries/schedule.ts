/** When a report falls due by mail: the days a person chose, moved to working days and kept out of quiet hours. */
import { zoneClock } from '../civil-time/zone-clock.ts';
import {
  addDays,
  addMonthsToStart,
  civilDateOf,
  dayNumberOf,
  daysInMonth,
  isoDateOf,
  monthStart,
  weekStart,
  type IsoDate,
  type Weekday,
} from '../period/civil-date.ts';

/** Quiet hours of the kabupaten's zone: from 20.00 to 06.00 nothing is sent. */
export const FIRST_HOUR = 6;
export const LAST_HOUR = 19;

/** Daily on working days, weekly on a weekday (1 Monday … 7 Sunday), or monthly on a day (1–31). */
export type Rhythm =
  | { readonly rhythm: 'daily' }
  | { readonly rhythm: 'weekly'; readonly weekday: Weekday }
  | { readonly rhythm: 'monthly'; readonly monthDay: number };

/** A rhythm with its local hour, {@link FIRST_HOUR}–{@link LAST_HOUR}. */
export type Schedule = Rhythm & { readonly hour: number };

/** No holidays are longer than this; a calendar that says so is not one. */
const LONGEST_PAUSE_DAYS = 60;
const HOUR_MILLIS = 3_600_000;

/**
 * The first moment after `after` at which a schedule falls due. A month without the chosen day has it on its last day. A
 * day that is not a working day of the calendar moves to the next one that is, with its hour; what moves to the day of the
 * next turn falls due once.
 *
 * @param after ISO instant
 * @param isWorkingDay the kabupaten's calendar; asked for days up to half a year around `after`
 * @param zone IANA name
 * @returns ISO instant
 * @throws RangeError when the hour lies in the quiet hours, or the calendar has no working day for two months
 */
export function nextDue(
  schedule: Schedule,
  after: string,
  isWorkingDay: (day: IsoDate) => boolean,
  zone: string,
): string {
  const { hour } = schedule;
  if (!Number.isInteger(hour) || hour < FIRST_HOUR || hour > LAST_HOUR)
    throw new RangeError(`hour ${hour} is not between ${FIRST_HOUR} and ${LAST_HOUR}`);
  const clock = zoneClock(zone);
  const afterMillis = Date.parse(after);
  const today = isoDateOf(Math.floor(clock.toCivil(afterMillis) / (24 * HOUR_MILLIS)));
  // A day long ago may have moved past `after` over a long holiday.
  for (const chosen of chosenDays(schedule, addDays(today, -LONGEST_PAUSE_DAYS))) {
    const day = workingDayFrom(chosen, isWorkingDay);
    const due = clock.toInstant(dayNumberOf(day) * 24 * HOUR_MILLIS + hour * HOUR_MILLIS);
    if (due > afterMillis) return new Date(due).toISOString();
  }
  throw new Error('a schedule has no end');
}

/**
 * The moment itself, or the end of the quiet hours it lies in.
 *
 * @param moment ISO instant
 * @param zone IANA name
 */
export function afterQuietHours(moment: string, zone: string): string {
  const clock = zoneClock(zone);
  const civil = clock.toCivil(Date.parse(moment));
  const day = Math.floor(civil / (24 * HOUR_MILLIS));
  const hour = civil / HOUR_MILLIS - day * 24;
  if (hour >= FIRST_HOUR && hour < LAST_HOUR + 1) return moment;
  const opens = hour < FIRST_HOUR ? day : day + 1;
  return new Date(clock.toInstant((opens * 24 + FIRST_HOUR) * HOUR_MILLIS)).toISOString();
}

/** The days of a rhythm, one after the other, from the one in force at `from` on; without end. */
function* chosenDays(rhythm: Rhythm, from: IsoDate): Generator<IsoDate, never> {
  if (rhythm.rhythm === 'daily') for (let day = from; ; day = addDays(day, 1)) yield day;
  if (rhythm.rhythm === 'weekly') {
    const first = addDays(weekStart(from), rhythm.weekday - 1);
    for (let day = first; ; day = addDays(day, 7)) yield day;
  }
  for (let month = monthStart(from); ; month = addMonthsToStart(month, 1)) {
    const { year, month: number } = civilDateOf(dayNumberOf(month));
    yield addDays(month, Math.min(rhythm.monthDay, daysInMonth(year, number)) - 1);
  }
}

function workingDayFrom(day: IsoDate, isWorkingDay: (day: IsoDate) => boolean): IsoDate {
  for (let moved = 0; moved <= LONGEST_PAUSE_DAYS; moved += 1) {
    const candidate = addDays(day, moved);
    if (isWorkingDay(candidate)) return candidate;
  }
  throw new RangeError(`no working day within ${LONGEST_PAUSE_DAYS} days of ${day}`);
}
