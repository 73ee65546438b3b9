/** Which months tell whether a pilot works: as many whole months before its start as after it. */
import { addDays, addMonthsToStart, monthStart, type IsoDate } from '../period/civil-date.ts';
import type { Period } from '../period/period.ts';

/** With fewer whole months since the start nothing is compared. */
export const FEWEST_MONTHS = 3;
/** More than a year would mix the pilot with older times. */
export const MOST_MONTHS = 12;

export interface ComparedMonths {
  readonly before: Period;
  /** Null while fewer than three whole months are over. */
  readonly after: Period | null;
}

/**
 * The months compared. The month in which the pilot began belongs to neither side, unless it began on the first. After it
 * the latest months count, up to twelve; before it the same number, or the last twelve while there is no after.
 */
export function comparedMonths(startsOn: IsoDate, today: IsoDate): ComparedMonths {
  const ownMonth = monthStart(startsOn);
  const firstAfter = startsOn === ownMonth ? ownMonth : addMonthsToStart(ownMonth, 1);
  const thisMonth = monthStart(today);
  let months = 0;
  while (months < MOST_MONTHS && addMonthsToStart(thisMonth, -months - 1) >= firstAfter) months += 1;
  const compared = months >= FEWEST_MONTHS ? months : MOST_MONTHS;
  return {
    before: { from: addMonthsToStart(ownMonth, -compared), to: addDays(ownMonth, -1) },
    after:
      months >= FEWEST_MONTHS
        ? { from: addMonthsToStart(thisMonth, -months), to: addDays(thisMonth, -1) }
        : null,
  };
}
