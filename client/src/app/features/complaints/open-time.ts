import type { ComplaintLine } from './complaints-api.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Statuses with which a complaint rests without having been resolved. */
const ENDED: readonly string[] = ['ditutup', 'bukan-kewenangan', 'tidak-valid'];

/** How long a complaint has been open, or was. */
export interface OpenTime {
  readonly open: boolean;
  /** Whole days of 24 hours from receipt until its end, or until now; null when it ended nobody knows when. */
  readonly days: number | null;
}

/** Days from receipt to resolution or closing; a complaint that was opened again counts on. `now` in epoch milliseconds. */
export function openTime(
  line: Pick<ComplaintLine, 'receivedAt' | 'resolvedAt' | 'closedAt' | 'status'>,
  now: number,
): OpenTime {
  const end = line.status === 'dibuka-kembali' ? null : (line.resolvedAt ?? line.closedAt);
  if (end === null && ENDED.includes(line.status)) return { open: false, days: null };
  const until = end === null ? now : Date.parse(end);
  return {
    open: end === null,
    days: Math.max(0, Math.floor((until - Date.parse(line.receivedAt)) / DAY_MS)),
  };
}

/** Whole minutes left until `until`, the last one begun counting as one; 0 when it is over. */
export function minutesLeft(until: number, now: number): number {
  return Math.max(0, Math.ceil((until - now) / MINUTE_MS));
}
