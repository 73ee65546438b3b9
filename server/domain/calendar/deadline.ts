/**
 * The deadline of a promise (jangka waktu penyelesaian, PermenPANRB 15/2014), and the
 * days that lead to it, for "Mengapa tenggatnya tanggal ini?".
 */
import { addDays } from '../period/civil-date.ts';
import type { IsoDate } from '../period/civil-date.ts';
import { SECONDS_PER_DAY } from './calendar-definition.ts';
import type { LocalTime, NonWorkingKind } from './calendar-definition.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export type PromiseUnit = 'minutes' | 'working-hours' | 'working-days';

/** "10 menit", "2 (dua) jam kerja", "2 (dua) hari kerja"; minutes and hours are working time. */
export interface ServicePromise {
  readonly unit: PromiseUnit;
  /** Whole and at least 1. */
  readonly amount: number;
}

export interface DeadlineStep {
  readonly day: IsoDate;
  readonly kind: 'received' | 'counted' | NonWorkingKind;
  /** Indonesian, e.g. "Diterima", "Hari kerja ke-2", "Sabtu". */
  readonly label: string;
  /** Ordinal of the working day, only on counted days of a promise in working days. */
  readonly number?: number;
  /** Working seconds of the promise that ran on this day, only for minutes and hours. */
  readonly workingSeconds?: number;
}

export interface Deadline {
  readonly day: IsoDate;
  /**
   * Seconds since midnight; 86 400 when `endOfDay`.
   */
  readonly second: number;
  /**
   * True for working days: met by anything before the next midnight. False for minutes
   * and hours: met by anything up to and including the instant itself.
   */
  readonly endOfDay: boolean;
  /** Every day from receipt to deadline, in order. */
  readonly steps: readonly DeadlineStep[];
}

const SECONDS_PER_UNIT = { minutes: 60, 'working-hours': 3600 } as const;

/**
 * The deadline of something received at a local time.
 * @throws RangeError when the amount is not whole and positive.
 * @throws OutsideCalendarError when receipt or deadline lies outside the calendar.
 */
export function deadlineOf(
  calendar: WorkingCalendar,
  received: LocalTime,
  promise: ServicePromise,
): Deadline {
  const { unit, amount } = promise;
  if (!Number.isInteger(amount) || amount < 1) throw new RangeError(`Not a promise: ${amount}`);
  if (unit === 'working-days') return inWorkingDays(calendar, received, amount);
  return inWorkingTime(calendar, received, amount * SECONDS_PER_UNIT[unit]);
}

/** True when something completed at this local time has met the deadline. */
export function meetsDeadline(
  completed: LocalTime,
  deadline: LocalTime & { readonly endOfDay: boolean },
): boolean {
  if (completed.day !== deadline.day) return completed.day < deadline.day;
  return deadline.endOfDay ? completed.second < SECONDS_PER_DAY : completed.second <= deadline.second;
}

function inWorkingDays(calendar: WorkingCalendar, received: LocalTime, amount: number): Deadline {
  const day = calendar.addWorkingDays(received.day, amount);
  const before = calendar.workingDayNumber(received.day);
  const steps = eachDay(received.day, day).map((date): DeadlineStep => {
    if (date === received.day) return { day: date, kind: 'received', label: receivedLabel(calendar, date) };
    const reason = calendar.nonWorkingReason(date);
    if (reason !== null) return { day: date, ...reason };
    const number = calendar.workingDayNumber(date) - before;
    return { day: date, kind: 'counted', label: `Hari kerja ke-${number}`, number };
  });
  return { day, second: SECONDS_PER_DAY, endOfDay: true, steps };
}

function inWorkingTime(calendar: WorkingCalendar, received: LocalTime, seconds: number): Deadline {
  const { day, second } = calendar.addWorkingSeconds(received, seconds);
  const steps = eachDay(received.day, day).map((date): DeadlineStep => {
    const workingSeconds = calendar.workingSecondsBetween(
      { day: date, second: date === received.day ? received.second : 0 },
      { day: date, second: date === day ? second : SECONDS_PER_DAY },
    );
    if (date === received.day) {
      return { day: date, kind: 'received', label: receivedLabel(calendar, date), workingSeconds };
    }
    const reason = calendar.nonWorkingReason(date);
    if (reason !== null) return { day: date, ...reason, workingSeconds };
    return { day: date, kind: 'counted', label: 'Jam kerja dihitung', workingSeconds };
  });
  return { day, second, endOfDay: false, steps };
}

function receivedLabel(calendar: WorkingCalendar, day: IsoDate): string {
  const reason = calendar.nonWorkingReason(day);
  return reason === null ? 'Diterima' : `Diterima di luar hari kerja (${reason.label})`;
}

function eachDay(from: IsoDate, to: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
