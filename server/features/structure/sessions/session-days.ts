import { addDays, type IsoDate } from '#domain/period/civil-date';

const DAYS_PER_WEEK = 7;

/** `from`, and with `to` the same weekday of every week up to and including it. */
export function sessionDays(from: IsoDate, to: IsoDate | null): IsoDate[] {
  const days = [from];
  for (let day = addDays(from, DAYS_PER_WEEK); to !== null && day <= to; day = addDays(day, DAYS_PER_WEEK))
    days.push(day);
  return days;
}
