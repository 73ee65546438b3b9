/**
 * Calendar dates without clock and without time zone.
 *
 * A date is an ISO string `YYYY-MM-DD` (proleptic Gregorian, years 0001 to 9999)
 * or a day number: whole days since 1970-01-01, which is day 0. Everything is
 * integer arithmetic, so that Node, Chromium and PostgreSQL agree on every day.
 */

/** A date written `YYYY-MM-DD`. */
export type IsoDate = string;

/** Whole days since 1970-01-01; negative before it. */
export type DayNumber = number;

/** Day of the week as in ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_YEAR = 1;
const LAST_YEAR = 9999;

// The arithmetic runs on years that begin on 1 March, so that the leap day is
// the last of its year, and on eras of 400 such years, which are equally long.
const DAYS_PER_ERA = 146_097;
const DAYS_FROM_ERA_0_TO_1970 = 719_468;

/** True in leap years of the Gregorian calendar. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Number of days (28 to 31) of a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True when the text is a date that exists, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  return parse(text) !== null;
}

/**
 * Day number of a date.
 * @throws RangeError when the text is not an existing date written `YYYY-MM-DD`.
 */
export function dayNumberOf(date: IsoDate): DayNumber {
  const civil = parse(date);
  if (civil === null) throw new RangeError(`Not a date: "${date}"`);
  return dayNumberOfCivil(civil.year, civil.month, civil.day);
}

/**
 * The date of a day number.
 * @throws RangeError when the number is not whole or the year leaves 0001 to 9999.
 */
export function isoDateOf(day: DayNumber): IsoDate {
  const { year, month, day: dayOfMonth } = civilDateOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/**
 * Year, month and day of a day number.
 * @throws RangeError when the number is not whole or the year leaves 0001 to 9999.
 */
export function civilDateOf(day: DayNumber): CivilDate {
  if (!Number.isInteger(day)) throw new RangeError(`Not a day number: ${day}`);
  const shifted = day + DAYS_FROM_ERA_0_TO_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (year < FIRST_YEAR || year > LAST_YEAR) throw new RangeError(`Year out of range: ${year}`);
  return { year, month, day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1 };
}

/**
 * Day number of a year, month (1 to 12) and day of month. The parts are not checked:
 * for dates from outside use `dayNumberOf`.
 */
export function dayNumberOfCivil(year: number, month: number, day: number): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_ERA_0_TO_1970;
}

/**
 * The date `count` days later (earlier when negative).
 * @throws RangeError as `dayNumberOf` and `isoDateOf`.
 */
export function addDays(date: IsoDate, count: number): IsoDate {
  return isoDateOf(dayNumberOf(date) + count);
}

/** Days from `from` to `to`; 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** Day of the week, Monday = 1 to Sunday = 7. */
export function weekdayOf(date: IsoDate): Weekday {
  return weekdayOfDayNumber(dayNumberOf(date));
}

/** Day of the week of a day number, Monday = 1 to Sunday = 7. */
export function weekdayOfDayNumber(day: DayNumber): Weekday {
  // Day 0 was a Thursday.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The Monday of the date's week. */
export function weekStart(date: IsoDate): IsoDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** The Sunday of the date's week. */
export function weekEnd(date: IsoDate): IsoDate {
  return addDays(date, 7 - weekdayOf(date));
}

/** First day of the date's month. */
export function monthStart(date: IsoDate): IsoDate {
  return firstOfMonth(date, 0, 1);
}

/** Last day of the date's month. */
export function monthEnd(date: IsoDate): IsoDate {
  return lastBeforeMonth(date, 1, 1);
}

/** First day of the date's quarter (January, April, July or October). */
export function quarterStart(date: IsoDate): IsoDate {
  return firstOfMonth(date, 0, 3);
}

/** Last day of the date's quarter. */
export function quarterEnd(date: IsoDate): IsoDate {
  return lastBeforeMonth(date, 3, 3);
}

/** 1 January of the date's year. */
export function yearStart(date: IsoDate): IsoDate {
  return firstOfMonth(date, 0, 12);
}

/** 31 December of the date's year. */
export function yearEnd(date: IsoDate): IsoDate {
  return lastBeforeMonth(date, 12, 12);
}

/** First day of the month that lies `count` months after the date's month. */
export function addMonthsToStart(date: IsoDate, count: number): IsoDate {
  return firstOfMonth(date, count, 1);
}

/** First day of the span of `size` months the date lies in, moved by `months`. */
function firstOfMonth(date: IsoDate, months: number, size: number): IsoDate {
  return isoDateOf(monthStartNumber(date, months, size));
}

function lastBeforeMonth(date: IsoDate, months: number, size: number): IsoDate {
  return isoDateOf(monthStartNumber(date, months, size) - 1);
}

function monthStartNumber(date: IsoDate, months: number, size: number): DayNumber {
  const { year, month } = civilDateOf(dayNumberOf(date));
  const monthIndex = month - 1 - ((month - 1) % size) + months;
  const yearsOn = Math.floor(monthIndex / 12);
  return dayNumberOfCivil(year + yearsOn, monthIndex - yearsOn * 12 + 1, 1);
}

function parse(text: string): CivilDate | null {
  const match = ISO_DATE.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < FIRST_YEAR || month < 1 || month > 12) return null;
  return day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
