import { civilMillis, isRealDate, isRealTime } from './civil-date.ts';
import { dateFromParts, dateNotFound, type DateReading } from './date-reading.ts';
import { monthOfName } from './month-names.ts';

const TIME = String.raw`(?:(?:\s*,?\s+|T)(?:(?:pukul|jam)\s+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?)?`;
const ZONE = String.raw`\s*(Z|UTC|GMT|WIB|WITA|WIT|[+-]\d{2}(?::?\d{2})?)?`;
const DAY_NAME = String.raw`(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,\s*)?`;

const ISO = new RegExp(String.raw`^(\d{4})([-/])(\d{1,2})\2(\d{1,2})${TIME}${ZONE}$`, 'i');
const DAY_FIRST = new RegExp(
  String.raw`^${DAY_NAME}(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}(\s*[ap]\.?m\.?)?${ZONE}$`,
  'i',
);
const NAMED = new RegExp(
  String.raw`^${DAY_NAME}(\d{1,2})[\s-]+([a-z]+\.?)[\s-]+(\d{4}|\d{2})${TIME}(\s*[ap]\.?m\.?)?${ZONE}$`,
  'i',
);

const NAMED_OFFSETS: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WIB: 420,
  WITA: 480,
  WIT: 540,
};

/**
 * Reads a date, or a date with a time, in the forms that need no explanation:
 * - ISO 8601: `2026-03-17`, `2026-03-17T08:00:00+08:00`, `2026-03-17 08:00`;
 * - day, month, year: `17/03/2026`, `17-03-2026 08:00` (always in this order, never guessed);
 * - with a month name, Indonesian or English: `20 Agustus 2021 07:15`, `Senin, 5 Jan 2026`.
 *
 * The time may use a colon or a dot and end in `Z`, an offset, or WIB, WITA, WIT. Anything that can be
 * read in two ways (`12/31/2026`, a year of two digits, AM/PM) is refused with its fault.
 */
export function readDateText(text: string): DateReading {
  return (
    readPlainIso(text) ??
    readIso(text) ??
    readDayFirst(text) ??
    readNamedMonth(text) ??
    dateNotFound('unreadable')
  );
}

/** The two digits at `at`, or -1. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/**
 * `YYYY-MM-DD[ hh:mm[:ss]]` at fixed places, without a regular expression: the form of nearly every
 * large file, read several times a row. Returns null for all other forms and for faults.
 */
function readPlainIso(text: string): DateReading | null {
  const { length } = text;
  if (length !== 10 && length !== 16 && length !== 19) return null;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const century = twoDigits(text, 0);
  const yearOfCentury = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (century < 10 || yearOfCentury < 0) return null;
  const year = century * 100 + yearOfCentury;
  if (!isRealDate(year, month, day)) return null;
  if (length === 10)
    return { ok: true, civil: civilMillis(year, month, day), hasTime: false, offsetMinutes: null };
  const separator = text.charCodeAt(10);
  if ((separator !== 32 && separator !== 84) || text.charCodeAt(13) !== 58) return null;
  if (length === 19 && text.charCodeAt(16) !== 58) return null;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = length === 19 ? twoDigits(text, 17) : 0;
  if (!isRealTime(hour, minute, second)) return null;
  return {
    ok: true,
    civil: civilMillis(year, month, day, hour, minute, second),
    hasTime: true,
    offsetMinutes: null,
  };
}

function readIso(text: string): DateReading | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year, , month, day, hour, minute, second, fraction, zone] = match;
  return finish(Number(year), Number(month), Number(day), hour, minute, second, fraction, zone);
}

function readDayFirst(text: string): DateReading | null {
  const match = DAY_FIRST.exec(text);
  if (match === null) return null;
  const [, day, , month, year, hour, minute, second, fraction, meridiem, zone] = match;
  if (meridiem !== undefined) return dateNotFound('meridiem');
  if (year?.length !== 4) return dateNotFound('short-year');
  if (Number(month) > 12 && Number(day) <= 12) return dateNotFound('month-first');
  return finish(Number(year), Number(month), Number(day), hour, minute, second, fraction, zone);
}

function readNamedMonth(text: string): DateReading | null {
  const match = NAMED.exec(text);
  if (match === null) return null;
  const [, day, name, year, hour, minute, second, fraction, meridiem, zone] = match;
  const month = monthOfName(name ?? '');
  if (month === null) return null;
  if (year?.length !== 4) return dateNotFound('short-year');
  if (meridiem !== undefined) return dateNotFound('meridiem');
  return finish(Number(year), month, Number(day), hour, minute, second, fraction, zone);
}

function finish(
  year: number,
  month: number,
  day: number,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  fraction: string | undefined,
  zone: string | undefined,
): DateReading {
  // An offset behind a mere date says nothing that could be used.
  if (hour === undefined)
    return zone === undefined ? dateFromParts(year, month, day, null, null) : dateNotFound('unreadable');
  const offset = zone === undefined ? null : offsetOf(zone);
  if (offset !== null && Math.abs(offset) > 14 * 60) return dateNotFound('no-such-time');
  const millis = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  return dateFromParts(
    year,
    month,
    day,
    { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0), millis },
    offset,
  );
}

/** Minutes east of UTC of `Z`, `WITA`, `+08:00`, `-0500`. */
function offsetOf(zone: string): number {
  const named = NAMED_OFFSETS[zone.toUpperCase()];
  if (named !== undefined) return named;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
  return zone.startsWith('-') ? -minutes : minutes;
}
