/**
 * The definition of working time. The calendar table in the database is its fast
 * form (see `calendar-rows.ts`); a test compares the two.
 */
import { dayNumberOf, isoDateOf, weekdayOfDayNumber } from '../period/civil-date.ts';
import type { DayNumber, IsoDate } from '../period/civil-date.ts';
import { OpeningSchedule } from './opening-schedule.ts';
import { SECONDS_PER_DAY } from './calendar-definition.ts';
import type {
  CalendarDefinition,
  ClosedDay,
  ClosureKind,
  LocalTime,
  NonWorkingKind,
  NonWorkingReason,
  OpenInterval,
} from './calendar-definition.ts';

/** A day or deadline lies outside the days the calendar was made for. */
export class OutsideCalendarError extends RangeError {
  override readonly name = 'OutsideCalendarError';
}

const WEEKDAY_NAMES = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];

/** When a day is closed for several reasons, the first of these is the one that is told. */
const CLOSURE_ORDER: readonly ClosureKind[] = ['national', 'joint-leave', 'local'];

const KIND_OF_CLOSURE: Readonly<Record<ClosureKind, NonWorkingKind>> = {
  national: 'holiday',
  'joint-leave': 'joint-leave',
  local: 'closure',
};

const CLOSED: readonly OpenInterval[] = [];

/** Working days and working seconds of one unit, over a fixed range of days. */
export class WorkingCalendar {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly #firstDay: DayNumber;
  readonly #lastDay: DayNumber;
  readonly #schedule: OpeningSchedule;
  readonly #closures: ReadonlyMap<IsoDate, ClosedDay>;
  /** Per day of the range: its opening intervals (none on a non-working day). */
  readonly #intervals: (readonly OpenInterval[])[] = [];
  /** Per day: working days from the start of the range up to and including it. */
  readonly #dayNumbers: number[] = [];
  /** Per day: working seconds before its midnight; one more entry for the end of the range. */
  readonly #secondsBefore: number[] = [0];
  /** The first, second, … working day, as indexes into the range. */
  readonly #workingDays: number[] = [];

  /**
   * @throws RangeError when the range, the intervals or the closures are not well formed.
   */
  constructor(definition: CalendarDefinition) {
    this.from = definition.from;
    this.to = definition.to;
    this.#firstDay = dayNumberOf(definition.from);
    this.#lastDay = dayNumberOf(definition.to);
    if (this.#lastDay < this.#firstDay) {
      throw new RangeError(`The calendar ends before it begins: ${this.from} – ${this.to}`);
    }
    this.#closures = closuresByDay(definition.closedDays);
    this.#schedule = new OpeningSchedule(definition.openingHours);
    let seconds = 0;
    for (let day = this.#firstDay; day <= this.#lastDay; day++) {
      const closed = this.#closures.has(isoDateOf(day));
      const intervals = closed ? CLOSED : this.#schedule.intervalsOn(day);
      if (intervals.length > 0) this.#workingDays.push(day - this.#firstDay);
      seconds += intervals.reduce((sum, { from, to }) => sum + to - from, 0);
      this.#intervals.push(intervals);
      this.#dayNumbers.push(this.#workingDays.length);
      this.#secondsBefore.push(seconds);
    }
  }

  /** True when the calendar answers for this day. */
  covers(day: IsoDate): boolean {
    return day >= this.from && day <= this.to;
  }

  /** True when the unit is open for at least a second of this day. @throws OutsideCalendarError */
  isWorkingDay(day: IsoDate): boolean {
    return this.openIntervals(day).length > 0;
  }

  /** Opening intervals of a day, none on a non-working day. @throws OutsideCalendarError */
  openIntervals(day: IsoDate): readonly OpenInterval[] {
    return at(this.#intervals, this.#indexOf(day));
  }

  /** Why the day is no working day; null on a working day. @throws OutsideCalendarError */
  nonWorkingReason(day: IsoDate): NonWorkingReason | null {
    if (this.isWorkingDay(day)) return null;
    const closure = this.#closures.get(day);
    const number = dayNumberOf(day);
    const wouldBeOpen = this.#schedule.intervalsOn(number).length > 0;
    if (closure !== undefined && wouldBeOpen) {
      return { kind: KIND_OF_CLOSURE[closure.kind], label: closure.name };
    }
    const weekday = at(WEEKDAY_NAMES, weekdayOfDayNumber(number) - 1);
    // The holiday is named all the same, but it is the weekend that keeps the unit closed.
    return { kind: 'weekend', label: closure ? `${weekday}, ${closure.name}` : weekday };
  }

  /**
   * Running count of working days, from the start of the range up to and including
   * this day. The working days after `a` up to `b` are number(b) − number(a).
   * @throws OutsideCalendarError
   */
  workingDayNumber(day: IsoDate): number {
    return at(this.#dayNumbers, this.#indexOf(day));
  }

  /**
   * Running working seconds, from the start of the range up to this instant.
   * @throws OutsideCalendarError, and RangeError when `second` is not 0 to 86 400.
   */
  workingSecondsAt({ day, second }: LocalTime): number {
    if (!Number.isInteger(second) || second < 0 || second > SECONDS_PER_DAY) {
      throw new RangeError(`Not a second of a day: ${second}`);
    }
    const index = this.#indexOf(day);
    return at(this.#intervals, index).reduce(
      (sum, { from, to }) => sum + Math.min(Math.max(second - from, 0), to - from),
      at(this.#secondsBefore, index),
    );
  }

  /**
   * Working seconds from `a` to `b`; negative when `b` is earlier. Pauses are for the
   * caller to merge and subtract. @throws as `workingSecondsAt`.
   */
  workingSecondsBetween(a: LocalTime, b: LocalTime): number {
    return this.workingSecondsAt(b) - this.workingSecondsAt(a);
  }

  /**
   * The earliest instant at which `count` working seconds have run since the start of
   * the range: the inverse of `workingSecondsAt`. The last second of a day ends that
   * day (16.00), not at the next opening.
   * @throws OutsideCalendarError when the range holds fewer working seconds.
   */
  instantOfWorkingSecond(count: number): LocalTime {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a count: ${count}`);
    if (count === 0) return { day: this.from, second: 0 };
    const index = this.#dayHoldingSecond(count);
    let left = count - at(this.#secondsBefore, index);
    for (const { from, to } of at(this.#intervals, index)) {
      if (left <= to - from) return { day: this.#dayAt(index), second: from + left };
      left -= to - from;
    }
    throw new RangeError('The calendar contradicts itself');
  }

  /**
   * The `count`-th working day after `day`: counting begins on the next working day
   * after receipt, also when receipt is on a non-working day. With 0 the day itself,
   * or the next working day when it is none.
   * @throws OutsideCalendarError, and RangeError when `count` is negative or not whole.
   */
  addWorkingDays(day: IsoDate, count: number): IsoDate {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a count: ${count}`);
    if (count === 0 && this.isWorkingDay(day)) return day;
    const ordinal = this.workingDayNumber(day) + Math.max(count, 1);
    const index = this.#workingDays[ordinal - 1];
    if (index === undefined) throw this.#outside(`${count} working days after ${day}`);
    return this.#dayAt(index);
  }

  /**
   * The earliest instant by which `seconds` working seconds have run since `start`:
   * 2 working hours from Friday 15.30 end on Monday 09.30. With 0 the start itself.
   * @throws OutsideCalendarError, and RangeError when `seconds` is negative or not whole.
   */
  addWorkingSeconds(start: LocalTime, seconds: number): LocalTime {
    if (!Number.isInteger(seconds) || seconds < 0) throw new RangeError(`Not a count: ${seconds}`);
    const running = this.workingSecondsAt(start);
    return seconds === 0 ? start : this.instantOfWorkingSecond(running + seconds);
  }

  #dayHoldingSecond(count: number): number {
    let low = 0;
    let high = this.#intervals.length;
    if (count > at(this.#secondsBefore, high)) throw this.#outside(`working second ${count}`);
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (at(this.#secondsBefore, middle) < count) low = middle;
      else high = middle;
    }
    return low;
  }

  #indexOf(day: IsoDate): number {
    const number = dayNumberOf(day);
    if (number < this.#firstDay || number > this.#lastDay) throw this.#outside(day);
    return number - this.#firstDay;
  }

  #dayAt(index: number): IsoDate {
    return isoDateOf(this.#firstDay + index);
  }

  #outside(what: string): OutsideCalendarError {
    return new OutsideCalendarError(`The calendar ${this.from} – ${this.to} does not hold ${what}`);
  }
}

function closuresByDay(closedDays: readonly ClosedDay[]): Map<IsoDate, ClosedDay> {
  const byDay = new Map<IsoDate, ClosedDay>();
  for (const closure of closedDays) {
    dayNumberOf(closure.day);
    const other = byDay.get(closure.day);
    if (other === undefined || precedes(closure.kind, other.kind)) byDay.set(closure.day, closure);
  }
  return byDay;
}

function precedes(a: ClosureKind, b: ClosureKind): boolean {
  return CLOSURE_ORDER.indexOf(a) < CLOSURE_ORDER.indexOf(b);
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`No entry ${index}`);
  return value;
}
