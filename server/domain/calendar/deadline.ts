/**
 * The deadline of a promise (jangka waktu penyelesaian, PermenPANRB 15/2014), and the
 * days that lead to it, for "Mengapa tenggatnya tanggal ini?".
 */
import { addDays } from '../period/civil-date.ts';
import type { IsoDate } from '../period/civil-date.ts';
import { SECONDS_PER_DAY } from './calendar-definition.ts';
import type { LocalTime, NonWorkingKind } from './calendar-definition.ts';
import type { LocalPause } from './pauses.ts';
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
  /** `paused`: a working day, or all of its working time, was taken away by a pause. */
  readonly kind: 'received' | 'counted' | 'paused' | NonWorkingKind;
  /** Indonesian, e.g. "Diterima", "Hari kerja ke-2", "Jeda: blangko habis", "Sabtu". */
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

/** No deadline yet: a pause without end began before it was reached. */
export interface StandingDeadline {
  readonly day: null;
  /** When the pause began. */
  readonly since: LocalTime;
  /** Every day from receipt to the one the pause began on, in order. */
  readonly steps: readonly DeadlineStep[];
}

const SECONDS_PER_UNIT = { minutes: 60, 'working-hours': 3600 } as const;

/**
 * The deadline of something received at a local time.
 *
 * A promise in minutes or hours is due when so much working time has passed outside pauses. Of a promise in working
 * days, a pause takes away the days from the one it begins on up to, not including, the one it ends on; the day of
 * receipt counts for nothing anyway. While a pause without end runs that began before the deadline was reached, the
 * deadline stands still. Extra sessions never move a deadline.
 *
 * @param pauses those of which the applicant was told, merged and in order (`mergePauses`, `localPauses`)
 * @throws RangeError when the amount is not whole and positive.
 * @throws OutsideCalendarError when receipt, pause or deadline lies outside the calendar.
 */
export function deadlineOf(calendar: WorkingCalendar, received: LocalTime, promise: ServicePromise): Deadline;
export function deadlineOf(
  calendar: WorkingCalendar,
  received: LocalTime,
  promise: ServicePromise,
  pauses: readonly LocalPause[],
): Deadline | StandingDeadline;
export function deadlineOf(
  calendar: WorkingCalendar,
  received: LocalTime,
  promise: ServicePromise,
  pauses: readonly LocalPause[] = [],
): Deadline | StandingDeadline {
  const { unit, amount } = promise;
  if (!Number.isInteger(amount) || amount < 1) throw new RangeError(`Not a promise: ${amount}`);
  if (unit === 'working-days') return inWorkingDays(calendar, received, amount, pauses);
  return inWorkingTime(calendar, received, amount * SECONDS_PER_UNIT[unit], pauses);
}

/** True when something completed at this local time has met the deadline. */
export function meetsDeadline(
  completed: LocalTime,
  deadline: LocalTime & { readonly endOfDay: boolean },
): boolean {
  if (completed.day !== deadline.day) return completed.day < deadline.day;
  return deadline.endOfDay ? completed.second < SECONDS_PER_DAY : completed.second <= deadline.second;
}

/** A pause as running numbers of working days or working seconds: those after `from` up to `to` are taken away. */
interface TakenAway {
  readonly from: number;
  /** Null while the pause runs. */
  readonly to: number | null;
  readonly pause: LocalPause;
}

/** Where the walk over the pauses ends: at a running number, or at a pause that still runs. */
type Walked = { readonly at: number } | { readonly at: null; readonly pause: LocalPause };

/** Each pause that begins before the target is reached moves the target on by its own length. */
function walk(target: number, pauses: readonly TakenAway[]): Walked {
  let at = target;
  for (const { from, to, pause } of pauses) {
    if (from >= at) continue;
    if (to === null) return { at: null, pause };
    at += Math.max(to - from, 0);
  }
  return { at };
}

function inWorkingDays(
  calendar: WorkingCalendar,
  received: LocalTime,
  amount: number,
  pauses: readonly LocalPause[],
): Deadline | StandingDeadline {
  const before = calendar.workingDayNumber(received.day);
  const numberBefore = (day: IsoDate): number =>
    day <= received.day
      ? before
      : Math.max(calendar.workingDayNumber(day) - (calendar.isWorkingDay(day) ? 1 : 0), before);
  const reached = walk(
    before + amount,
    pauses.map((pause) => ({
      from: numberBefore(pause.from.day),
      to: pause.to && numberBefore(pause.to.day),
      pause,
    })),
  );
  const standing = reached.at === null;
  const day = standing
    ? laterDay(reached.pause.from.day, received.day)
    : dayOf(calendar, received, reached.at);
  let number = 0;
  const steps = eachDay(received.day, day).map((date): DeadlineStep => {
    if (date === received.day) return { day: date, kind: 'received', label: receivedLabel(calendar, date) };
    const reason = calendar.nonWorkingReason(date);
    if (reason !== null) return { day: date, ...reason };
    const pause = pauses.find(({ from, to }) => from.day <= date && (to === null || date < to.day));
    if (pause !== undefined) return { day: date, kind: 'paused', label: pauseLabel(pause) };
    number += 1;
    return { day: date, kind: 'counted', label: `Hari kerja ke-${number}`, number };
  });
  if (standing) return { day: null, since: reached.pause.from, steps };
  return { day, second: SECONDS_PER_DAY, endOfDay: true, steps };
}

function dayOf(calendar: WorkingCalendar, received: LocalTime, workingDayNumber: number): IsoDate {
  return calendar.addWorkingDays(received.day, workingDayNumber - calendar.workingDayNumber(received.day));
}

function inWorkingTime(
  calendar: WorkingCalendar,
  received: LocalTime,
  seconds: number,
  pauses: readonly LocalPause[],
): Deadline | StandingDeadline {
  const start = calendar.workingSecondsAt(received);
  const runningAt = (time: LocalTime): number =>
    time.day < received.day ? start : Math.max(calendar.workingSecondsAt(time), start);
  const taken = pauses.map((pause) => ({
    from: runningAt(pause.from),
    to: pause.to && runningAt(pause.to),
    pause,
  }));
  const reached = walk(start + seconds, taken);
  const end =
    reached.at === null
      ? laterTime(reached.pause.from, received)
      : calendar.addWorkingSeconds(received, reached.at - start);
  const steps = eachDay(received.day, end.day).map((date): DeadlineStep => {
    const from = calendar.workingSecondsAt({
      day: date,
      second: date === received.day ? received.second : 0,
    });
    const to = calendar.workingSecondsAt({
      day: date,
      second: date === end.day ? end.second : SECONDS_PER_DAY,
    });
    const parts = taken.map((each) => ({
      ...each,
      length: Math.max(Math.min(each.to ?? Infinity, to) - Math.max(each.from, from), 0),
    }));
    const workingSeconds = to - from - parts.reduce((sum, { length }) => sum + length, 0);
    if (date === received.day) {
      return { day: date, kind: 'received', label: receivedLabel(calendar, date), workingSeconds };
    }
    const reason = calendar.nonWorkingReason(date);
    if (reason !== null) return { day: date, ...reason, workingSeconds };
    const first = parts.find(({ length }) => length > 0);
    const running = reached.at === null && date === end.day ? reached.pause : undefined;
    const pause = first?.pause ?? running;
    if (workingSeconds === 0 && pause !== undefined) {
      return { day: date, kind: 'paused', label: pauseLabel(pause), workingSeconds };
    }
    return { day: date, kind: 'counted', label: 'Jam kerja dihitung', workingSeconds };
  });
  if (reached.at === null) return { day: null, since: reached.pause.from, steps };
  return { day: end.day, second: end.second, endOfDay: false, steps };
}

/** "Blangko habis" → "Jeda: blangko habis". */
function pauseLabel({ name }: LocalPause): string {
  return `Jeda: ${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
}

function laterDay(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? b : a;
}

function laterTime(a: LocalTime, b: LocalTime): LocalTime {
  if (a.day !== b.day) return a.day < b.day ? b : a;
  return a.second < b.second ? b : a;
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
