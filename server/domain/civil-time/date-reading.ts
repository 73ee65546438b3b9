import { civilMillis, isRealDate, isRealTime } from './civil-date.ts';

/** Why a text could not be read as a date. */
export type DateFault =
  /** not in any form that is read here (or not in the given format) */
  | 'unreadable'
  /** the calendar has no such day, for instance 31/02/2026 */
  | 'no-such-date'
  /** the clock has no such time, for instance 24:30 */
  | 'no-such-time'
  /** a number above 12 stands where dd/mm/yyyy has its month: perhaps written month first */
  | 'month-first'
  /** the year has two digits and no format says which century */
  | 'short-year'
  /** AM or PM without a format: such files usually write the month first */
  | 'meridiem';

/** A date that was read: civil milliseconds, whether a time was written, and the offset if one was. */
export interface DateFound {
  readonly ok: true;
  readonly civil: number;
  readonly hasTime: boolean;
  /** Minutes east of UTC when the text itself says so (`Z`, `+08:00`, `WITA`); null = local time. */
  readonly offsetMinutes: number | null;
}

export interface DateNotFound {
  readonly ok: false;
  readonly fault: DateFault;
}

export type DateReading = DateFound | DateNotFound;

const NOT_FOUND: Readonly<Record<DateFault, DateNotFound>> = {
  unreadable: { ok: false, fault: 'unreadable' },
  'no-such-date': { ok: false, fault: 'no-such-date' },
  'no-such-time': { ok: false, fault: 'no-such-time' },
  'month-first': { ok: false, fault: 'month-first' },
  'short-year': { ok: false, fault: 'short-year' },
  meridiem: { ok: false, fault: 'meridiem' },
};

/** The failed reading of one fault; shared objects, because faulty files have many of them. */
export function dateNotFound(fault: DateFault): DateNotFound {
  return NOT_FOUND[fault];
}

/** A reading from its parts, checked against calendar and clock; `time` null = only a date was written. */
export function dateFromParts(
  year: number,
  month: number,
  day: number,
  time: { hour: number; minute: number; second: number; millis: number } | null,
  offsetMinutes: number | null,
): DateReading {
  // Also keeps years below 100 from being read as 19xx.
  if (year < 1000 || !isRealDate(year, month, day)) return NOT_FOUND['no-such-date'];
  if (time === null) {
    return { ok: true, civil: civilMillis(year, month, day), hasTime: false, offsetMinutes };
  }
  const { hour, minute, second, millis } = time;
  if (!isRealTime(hour, minute, second)) return NOT_FOUND['no-such-time'];
  return {
    ok: true,
    civil: civilMillis(year, month, day, hour, minute, second, millis),
    hasTime: true,
    offsetMinutes,
  };
}
