import type { IsoDate } from '../period/civil-date.ts';

/** How far a deadline is, in the days that count for it. */
export type DeadlineDistance =
  /** So many working days after today; 0: before the next working day. */
  | { readonly kind: 'ahead'; readonly workingDays: number }
  | { readonly kind: 'today' }
  /** So many working days ago; 0: only days off went by since. */
  | { readonly kind: 'past'; readonly workingDays: number };

/**
 * How far a deadline is from today.
 * @param workingDaysLeft working days from today to the deadline by the calendar, negative when it is past; null when the
 * calendar does not reach so far
 * @returns null where nothing can be said
 */
export function deadlineDistance(
  dueOn: IsoDate,
  workingDaysLeft: number | null,
  today: IsoDate,
): DeadlineDistance | null {
  if (dueOn === today) return { kind: 'today' };
  if (workingDaysLeft === null) return null;
  const workingDays = Math.abs(workingDaysLeft);
  return { kind: dueOn < today ? 'past' : 'ahead', workingDays };
}
