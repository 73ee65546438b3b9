/**
 * Pauses of a case (jeda): time in which the unit waited for something it could not do itself, told to the applicant.
 * They are merged before they are subtracted, so that two reasons for the same hours take them away once.
 */
import { DAY_MILLIS, isoDateOf } from '../civil-time/civil-date.ts';
import type { ZoneClock } from '../civil-time/zone-clock.ts';
import type { LocalTime } from './calendar-definition.ts';

/** A pause of which the applicant was told. Instants are epoch milliseconds. */
export interface Pause {
  readonly startedAt: number;
  /** Not before `startedAt`; null while it runs. */
  readonly endedAt: number | null;
  /** Indonesian name of the reason, e.g. "Blangko habis". */
  readonly name: string;
}

/** A merged pause by the clocks of the kabupaten. */
export interface LocalPause {
  readonly from: LocalTime;
  /** Null while it runs. */
  readonly to: LocalTime | null;
  readonly name: string;
}

/**
 * Pauses clipped to `from` … `to` (epoch milliseconds; null = no end), those that overlap or touch made one, in order.
 * What is left without length is gone. The names of merged pauses are joined, each once.
 */
export function mergePauses(pauses: readonly Pause[], from: number, to: number | null): Pause[] {
  const clipped = pauses
    .map((pause) => ({
      startedAt: Math.max(pause.startedAt, from),
      endedAt: earlier(pause.endedAt, to),
      name: pause.name,
    }))
    .filter(({ startedAt, endedAt }) => endedAt === null || endedAt > startedAt)
    .sort((a, b) => a.startedAt - b.startedAt);
  const merged: Pause[] = [];
  for (const pause of clipped) {
    const last = merged.at(-1);
    if (last !== undefined && (last.endedAt === null || pause.startedAt <= last.endedAt)) {
      merged[merged.length - 1] = joined(last, pause);
    } else {
      merged.push(pause);
    }
  }
  return merged;
}

/** The same pauses in the kabupaten's own time, for the deadline. */
export function localPauses(pauses: readonly Pause[], zone: ZoneClock): LocalPause[] {
  return pauses.map(({ startedAt, endedAt, name }) => ({
    from: localTimeOf(startedAt, zone),
    to: endedAt === null ? null : localTimeOf(endedAt, zone),
    name,
  }));
}

/** Day and whole second that clocks of the zone show at an instant (epoch milliseconds). */
export function localTimeOf(epochMillis: number, zone: ZoneClock): LocalTime {
  const civil = zone.toCivil(epochMillis);
  const day = Math.floor(civil / DAY_MILLIS) * DAY_MILLIS;
  return { day: isoDateOf(day), second: Math.floor((civil - day) / 1000) };
}

function joined(first: Pause, second: Pause): Pause {
  const ended =
    first.endedAt === null || second.endedAt === null ? null : Math.max(first.endedAt, second.endedAt);
  const names = first.name.split(', ');
  const name = names.includes(second.name) ? first.name : `${first.name}, ${second.name}`;
  return { startedAt: first.startedAt, endedAt: ended, name };
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
