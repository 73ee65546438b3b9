/** When a digest goes out. */
import { weekStart, type IsoDate } from '../period/civil-date.ts';

/** Local hour from which on it goes out, and from which on it waits for the next working day. */
const FROM_HOUR = 6;
const UNTIL_HOUR = 20;

/** What the day is like for the one who wants it. */
export interface DigestMoment {
  readonly today: IsoDate;
  /** Local hour, 0–23. */
  readonly hour: number;
  /** Working days of this week up to today. */
  readonly workingDays: readonly IsoDate[];
  /** Day of the last one; null before the first. */
  readonly sentOn: IsoDate | null;
}

/**
 * True when a digest is to go out now: daily on every working day, weekly on the first working day of the week or the next
 * one on which the program runs; never at night, and never twice.
 */
export function isDigestDue(
  rhythm: 'off' | 'daily' | 'weekly',
  { today, hour, workingDays, sentOn }: DigestMoment,
): boolean {
  if (rhythm === 'off' || hour < FROM_HOUR || hour >= UNTIL_HOUR || !workingDays.includes(today))
    return false;
  if (sentOn === null) return true;
  return rhythm === 'daily' ? sentOn < today : sentOn < weekStart(today);
}
