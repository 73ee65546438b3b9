/** What is wrong with opening hours as a person typed them, before `OpeningSchedule` would refuse them. */
import type { IsoDate } from '../period/civil-date.ts';
import { MAX_INTERVALS_PER_DAY, SECONDS_PER_DAY } from './calendar-definition.ts';
import type { OpenInterval, OpeningHours } from './calendar-definition.ts';

/**
 * - `reversed`: an interval ends before or when it begins, or leaves the day;
 * - `overlap`: one begins before the one above it has ended;
 * - `too-many`: more than four a day;
 * - `validity-reversed`: the last day lies before the first;
 * - `same-start`: two hours of one weekday begin on the same day.
 */
export type HoursFault = 'reversed' | 'overlap' | 'too-many' | 'validity-reversed' | 'same-start';

/** The first fault of one day's intervals; null when they are well formed. Seconds since local midnight. */
function faultOfIntervals(intervals: readonly OpenInterval[]): HoursFault | null {
  if (intervals.length > MAX_INTERVALS_PER_DAY) return 'too-many';
  if (intervals.some(({ from, to }) => from < 0 || to <= from || to > SECONDS_PER_DAY)) return 'reversed';
  const overlaps = intervals.some(({ from }, index) => from < (intervals[index - 1]?.to ?? 0));
  return overlaps ? 'overlap' : null;
}

/** The first fault of opening hours with the weekday it is on (1 = Monday); null when they are well formed. */
export function faultOfHours(
  hours: readonly OpeningHours[],
): { readonly fault: HoursFault; readonly weekday: number; readonly validFrom: IsoDate } | null {
  const seen = new Set<string>();
  for (const { weekday, validFrom, validTo, intervals } of hours) {
    const start = `${weekday} ${validFrom}`;
    const fault =
      validTo !== null && validTo < validFrom
        ? 'validity-reversed'
        : seen.has(start)
          ? 'same-start'
          : faultOfIntervals(intervals);
    if (fault !== null) return { fault, weekday, validFrom };
    seen.add(start);
  }
  return null;
}
