import { seesWholeKabupaten } from '#domain/permissions';
import { zoneClock } from '#domain/civil-time/zone-clock';
import type { Person } from '../auth/person.ts';
import type { Clock } from '../database/rollups/selection.ts';
import type { ReadTransaction } from '../database/scoped.ts';
import { readLeadershipDay, readTrialUntil } from './trial-period.queries.ts';

/** The clock by which a person sees figures. */
export interface FiguresClock {
  readonly clock: Clock;
  /** The last day whose figures the person sees yet; null when it is today. */
  readonly shownUntil: string | null;
}

const DAY_MILLIS = 86_400_000;

/** The last shown day as an answer tells it: left out where it is today. */
export function toldShown({ shownUntil }: FiguresClock): { readonly shownUntil?: string } {
  return shownUntil === null ? {} : { shownUntil };
}

/**
 * During the trial period a unit sees its own figures five working days before leadership does: for who sees the whole
 * kabupaten the clock stands at the end of the last day that may be shown. All others, and all after it, see today.
 */
export async function figuresClock(
  transaction: ReadTransaction,
  person: Person,
  clock: Clock,
): Promise<FiguresClock> {
  const whole: FiguresClock = { clock, shownUntil: null };
  if (!seesWholeKabupaten(person.role)) return whole;
  if ((await readTrialUntil(transaction, clock.today)) === null) return whole;
  const day = await readLeadershipDay(transaction, clock.today);
  if (day === null) return whole;
  const endOfDay = zoneClock(clock.zone).toInstant(Date.parse(`${day}T00:00:00Z`) + DAY_MILLIS) - 1;
  return { clock: { now: new Date(endOfDay).toISOString(), today: day, zone: clock.zone }, shownUntil: day };
}
