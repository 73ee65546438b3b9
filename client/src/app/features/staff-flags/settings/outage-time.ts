import { zoneClock } from '#domain/civil-time/zone-clock';
import { isIsoDate } from '../../../core/period.ts';

/**
 * The instant (ISO 8601, UTC) of a day and a time as it is typed, `08.30` or `08:30`, on the clocks of the zone; null for
 * what is no day or no time.
 */
export function instantOf(day: string, time: string, timeZone: string): string | null {
  const parts = /^(\d{1,2})[.:](\d{2})$/.exec(time.trim());
  if (!isIsoDate(day) || parts === null) return null;
  const [hour, minute] = [Number(parts[1]), Number(parts[2])];
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  const civil = Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000;
  return new Date(zoneClock(timeZone).toInstant(civil)).toISOString();
}
