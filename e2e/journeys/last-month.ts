/** WITA, the zone of Kutai Kartanegara, is UTC+8 all year. */
const WITA_MS = 8 * 60 * 60 * 1000;

/** The calendar month before the present one in Kutai Kartanegara: whole, and full of demo data on every day. */
export function lastMonth(now: Date = new Date()): { from: string; to: string } {
  const there = new Date(now.getTime() + WITA_MS);
  const lastDay = new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), 0));
  const to = lastDay.toISOString().slice(0, 10);
  return { from: `${to.slice(0, 8)}01`, to };
}
