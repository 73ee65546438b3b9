/** Opening hours with validity dates, asked for one day at a time. */
import { dayNumberOf, weekdayOfDayNumber } from '../period/civil-date.ts';
import type { DayNumber } from '../period/civil-date.ts';
import { MAX_INTERVALS_PER_DAY, SECONDS_PER_DAY } from './calendar-definition.ts';
import type { OpenInterval, OpeningHours } from './calendar-definition.ts';

interface DatedIntervals {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly intervals: readonly OpenInterval[];
}

const CLOSED: readonly OpenInterval[] = [];

export class OpeningSchedule {
  /** By weekday 1 to 7 (0 is unused), the latest to begin first. */
  readonly #byWeekday: DatedIntervals[][] = Array.from({ length: 8 }, () => []);

  /**
   * @throws RangeError when intervals overlap, leave the day or are more than 4, when a
   * validity ends before it begins, or when two hours of a weekday begin on the same day.
   */
  constructor(openingHours: readonly OpeningHours[]) {
    for (const hours of openingHours) {
      const list = this.#listOf(hours.weekday);
      const first = dayNumberOf(hours.validFrom);
      const last = hours.validTo === null ? Number.POSITIVE_INFINITY : dayNumberOf(hours.validTo);
      if (last < first) throw new RangeError(`Validity ends before ${hours.validFrom}`);
      if (list.some((other) => other.first === first)) {
        throw new RangeError(`Two opening hours of weekday ${hours.weekday} begin on ${hours.validFrom}`);
      }
      checkIntervals(hours.intervals);
      list.push({ first, last, intervals: hours.intervals });
    }
    for (const list of this.#byWeekday) list.sort((a, b) => b.first - a.first);
  }

  /** Opening intervals by weekday and validity alone; holidays are not looked at. */
  intervalsOn(day: DayNumber): readonly OpenInterval[] {
    const valid = this.#listOf(weekdayOfDayNumber(day)).find(
      ({ first, last }) => first <= day && day <= last,
    );
    return valid?.intervals ?? CLOSED;
  }

  #listOf(weekday: number): DatedIntervals[] {
    const list = this.#byWeekday[weekday];
    if (list === undefined || weekday === 0) throw new RangeError(`Not a weekday: ${weekday}`);
    return list;
  }
}

function checkIntervals(intervals: readonly OpenInterval[]): void {
  if (intervals.length > MAX_INTERVALS_PER_DAY) {
    throw new RangeError(`More than ${MAX_INTERVALS_PER_DAY} intervals a day`);
  }
  let end = 0;
  for (const { from, to } of intervals) {
    const whole = Number.isInteger(from) && Number.isInteger(to);
    if (!whole || from < end || to <= from || to > SECONDS_PER_DAY) {
      throw new RangeError(`Not an interval after second ${end} of a day: ${from} – ${to}`);
    }
    end = to;
  }
}
