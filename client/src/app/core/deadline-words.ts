import { deadlineDistance } from '#domain/notices/deadline-distance';
import type { IsoDate } from './period.ts';

type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** How far a deadline is, to be read, and whether it is past. */
export interface DeadlineWords {
  readonly text: string;
  readonly late: boolean;
}

/**
 * `2 hari kerja lagi`, `hari ini`, `lewat 1 hari kerja`: how far a deadline is in working days, the same on every screen.
 * Needs the words of the screens. Null where the calendar does not say.
 */
export function deadlineWords(
  deadline: { readonly dueOn: IsoDate; readonly workingDaysLeft: number | null },
  today: IsoDate,
  t: Words,
): DeadlineWords | null {
  const distance = deadlineDistance(deadline.dueOn, deadline.workingDaysLeft, today);
  if (distance === null) return null;
  if (distance.kind === 'today') return { text: t('notices.due.today'), late: false };
  const late = distance.kind === 'past';
  if (distance.workingDays === 0)
    return { text: t(late ? 'notices.due.justPast' : 'notices.due.soon'), late };
  const key = `notices.due.${distance.kind}${distance.workingDays === 1 ? 'One' : ''}`;
  return { text: t(key, { days: distance.workingDays }), late };
}
