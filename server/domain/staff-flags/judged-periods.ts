import { addDays, addMonthsToStart, quarterEnd, quarterStart } from '../period/civil-date.ts';
import type { StaffPeriod } from './staff-rule.ts';

/** Records of a quarter keep coming in after its end: nobody is judged before they had this many days to come. */
export const SETTLING_DAYS = 14;

/** The quarters up to and including the one that a day lies in, the earliest first. @param count at least 1 */
export function quartersUpTo(day: string, count: number): StaffPeriod[] {
  const last = quarterStart(day);
  return Array.from({ length: count }, (_, index) => {
    const from = addMonthsToStart(last, -3 * (count - 1 - index));
    return { from, to: quarterEnd(from) };
  });
}

/** The last quarter that ended at least {@link SETTLING_DAYS} before today, and those before it. @param count at least 1 */
export function judgedPeriods(today: string, count: number): StaffPeriod[] {
  const before = addDays(quarterStart(addDays(today, -SETTLING_DAYS)), -1);
  return quartersUpTo(before, count);
}

/** Consecutive periods that end with each of those within from … to: what a trial of a rule goes through. */
export function periodsWithin(from: string, to: string): StaffPeriod[] {
  const first = quarterStart(from) === from ? from : addMonthsToStart(quarterStart(from), 3);
  const periods: StaffPeriod[] = [];
  for (let start = first; quarterEnd(start) <= to; start = addMonthsToStart(start, 3))
    periods.push({ from: start, to: quarterEnd(start) });
  return periods;
}
