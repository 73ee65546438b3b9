/**
 * Arithmetic on civil (wall-clock) dates of the Gregorian calendar, without any time zone.
 *
 * A civil moment is held as *civil milliseconds*: the milliseconds since 1970-01-01T00:00 that a clock
 * on the wall would show if it had never been put forward or back. It is not an instant; `zone-clock.ts`
 * turns one into the other.
 */

/** Milliseconds of one civil day; a civil day always has 24 hours. */
export const DAY_MILLIS = 86_400_000;

/** A date on the wall calendar. `month` is 1–12, `day` 1–31. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** True for a leap year of the Gregorian calendar. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of a month (28–31); 0 when `month` is not 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return month >= 1 && month <= 12 ? 31 : 0;
}

/** True when the calendar has this date: 29 February only in leap years, never 31 June. */
export function isRealDate(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= daysInMonth(year, month);
}

/** True for a time between 00:00:00 and 23:59:59; 24:00 is not accepted, it belongs to the next day. */
export function isRealTime(hour: number, minute: number, second: number): boolean {
  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
}

/**
 * Civil milliseconds of a wall-clock moment.
 * @param year 100–9999: years below 100 would be read as 19xx by the engine, so callers never pass them.
 */
export function civilMillis(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  millis = 0,
): number {
  return Date.UTC(year, month - 1, day, hour, minute, second, millis);
}

/** The date of civil milliseconds; the time of day is dropped. */
export function civilDateOf(millis: number): CivilDate {
  const at = new Date(millis);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** `YYYY-MM-DD` of civil milliseconds, for years 0000–9999. */
export function isoDateOf(millis: number): string {
  return new Date(millis).toISOString().slice(0, 10);
}

/**
 * ISO 8601 text in UTC of an instant in epoch milliseconds, without a fraction when it is a whole second
 * (`2021-08-20T00:15:00Z`), else with three digits (`2021-08-20T00:15:00.250Z`).
 */
export function isoInstantOf(epochMillis: number): string {
  const text = new Date(epochMillis).toISOString();
  return epochMillis % 1000 === 0 ? `${text.slice(0, 19)}Z` : text;
}
