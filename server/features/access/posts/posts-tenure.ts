import type { Capacity } from '#domain/permissions';
import { addDays, type IsoDate } from '#domain/period/civil-date';
import { ProblemException } from '../../../platform/http/problem-error.ts';

/** How far back a change of holders may be dated: decrees arrive late, but not by months. */
export const BACKDATED_DAYS = 31;

/** Who holds a post from … to; the day `to` is the first without it. */
export interface Tenure {
  readonly id: string;
  readonly userId: string;
  readonly capacity: Capacity;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export interface AppointmentWish {
  readonly userId: string;
  readonly username: string;
  readonly capacity: Exclude<Capacity, 'ajudan'>;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/**
 * What an appointment does to those who hold the post: the holder before (`tetap`) ends on the day a new one begins.
 * Stand-ins (Plt., Plh.) may stand beside the holder and beside each other.
 *
 * @returns the tenures that end on the day `wish.from`
 * @throws ProblemException 400 for dates that cannot be, 409 when holders would overlap
 */
export function planAppointment(
  held: readonly Tenure[],
  wish: AppointmentWish,
  today: IsoDate,
): readonly Tenure[] {
  refuseTooEarly(wish.from, today);
  refuseReversed(wish.from, wish.to);
  const beside = held.filter((tenure) => tenure.capacity !== 'ajudan' && overlaps(tenure, wish));
  const own = beside.find(({ userId }) => userId === wish.userId);
  if (own) throw new ProblemException(409, 'tenure-twice', { username: wish.username, from: own.from });
  if (wish.capacity !== 'tetap') return [];
  const holders = beside.filter(({ capacity }) => capacity === 'tetap');
  const later = holders.find(({ from }) => from >= wish.from);
  if (later) throw new ProblemException(409, 'tenure-overlaps', { from: later.from });
  return holders;
}

/** @throws ProblemException 400 or 409 when a tenure cannot end on the day `to` */
export function checkEnd(tenure: Tenure, to: IsoDate, today: IsoDate): void {
  if (tenure.to !== null && (tenure.to <= today || to > tenure.to))
    throw new ProblemException(409, 'tenure-ended', { to: tenure.to });
  // What has not begun yet may be called off by ending it on its first day.
  if (to < tenure.from) throw new ProblemException(400, 'tenure-reversed', { from: tenure.from, to });
  refuseTooEarly(to, today);
}

/** @throws ProblemException 400 when a date lies too far back to be put on record now */
export function refuseTooEarly(date: IsoDate, today: IsoDate): void {
  const earliest = addDays(today, -BACKDATED_DAYS);
  if (date < earliest)
    throw new ProblemException(400, 'date-too-early', { date, days: BACKDATED_DAYS, earliest });
}

function refuseReversed(from: IsoDate, to: IsoDate | null): void {
  if (to !== null && to <= from) throw new ProblemException(400, 'tenure-reversed', { from, to });
}

function overlaps(tenure: Tenure, { from, to }: Pick<AppointmentWish, 'from' | 'to'>): boolean {
  const empty = tenure.to !== null && tenure.to <= tenure.from;
  return !empty && (to === null || tenure.from < to) && (tenure.to === null || tenure.to > from);
}
