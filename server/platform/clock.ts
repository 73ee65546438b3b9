import type { Clock } from './database/rollups/selection.ts';

/** The present moment as the kabupaten's clocks show it. Tests hand in their own. */
export type ClockSource = (zone: string) => Clock;

/** The machine's clock. */
export const systemClock: ClockSource = (zone) => clockAt(new Date(), zone);

/** `instant` in the zone. */
export function clockAt(instant: Date, zone: string): Clock {
  return { now: instant.toISOString(), today: localDate(instant, zone), zone };
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

function localDate(instant: Date, zone: string): string {
  let format = FORMATS.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    FORMATS.set(zone, format);
  }
  return format.format(instant);
}
