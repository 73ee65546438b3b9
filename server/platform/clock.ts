import { dateFormat } from '#domain/formats/kept-intl';
import type { Clock } from './database/rollups/selection.ts';

/** The present moment as the kabupaten's clocks show it. Tests hand in their own. */
export type ClockSource = (zone: string) => Clock;

/** The machine's clock. */
export const systemClock: ClockSource = (zone) => clockAt(new Date(), zone);

/** `instant` in the zone. */
export function clockAt(instant: Date, zone: string): Clock {
  return { now: instant.toISOString(), today: localDate(instant, zone), zone };
}

function localDate(instant: Date, zone: string): string {
  return dateFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant);
}
