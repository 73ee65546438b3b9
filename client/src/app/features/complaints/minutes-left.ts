const MINUTE_MS = 60_000;

/** Whole minutes left until `until`, the last one begun counting as one; 0 when it is over. */
export function minutesLeft(until: number, now: number): number {
  return Math.max(0, Math.ceil((until - now) / MINUTE_MS));
}
