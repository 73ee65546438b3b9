/** Whether an innovation is known to run: its owner confirms every six months. */
export const ALIVE = ['berjalan', 'perlu-konfirmasi', 'vakum', 'berhenti', 'belum-dikonfirmasi'] as const;
export type Alive = (typeof ALIVE)[number];

/** Months after which a confirmation is asked for again, and after which silence means that it sleeps. */
export const CONFIRM_AFTER_MONTHS = 6;
export const ASLEEP_AFTER_MONTHS = 12;

/** The same day so many months later; the last day of that month where it has no such day. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(toYear).padStart(4, '0')}-${two(toMonth)}-${two(Math.min(date, last))}`;
}

/**
 * Whether it runs, as far as its owner said. Six months after the last word it *perlu konfirmasi*, after twelve it is
 * *vakum*; what was stopped stays stopped. An entry from a public source that no owner ever confirmed says so.
 *
 * @param today ISO day in the kabupaten's zone
 */
export function aliveOf(
  entry: {
    readonly confirmedOn: string | null;
    readonly stoppedOn: string | null;
    readonly ownerConfirmed: boolean;
  },
  today: string,
): Alive {
  if (entry.stoppedOn !== null && entry.stoppedOn <= today) return 'berhenti';
  if (!entry.ownerConfirmed || entry.confirmedOn === null) return 'belum-dikonfirmasi';
  if (today >= monthsLater(entry.confirmedOn, ASLEEP_AFTER_MONTHS)) return 'vakum';
  return today >= monthsLater(entry.confirmedOn, CONFIRM_AFTER_MONTHS) ? 'perlu-konfirmasi' : 'berjalan';
}
