import type { Language } from '#contract/messages';
import type { DigestLine, DigestParts } from '#domain/alerts/digest';
import { inAlertOrder } from '#domain/alerts/alert-order';
import { addDays } from '#domain/period/civil-date';
import { REPORTED_WITHIN_DAYS } from '#domain/reporting/silence';
import type { DetailRights } from '#domain/suppression/field-groups';
import type { Clock } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { Structure } from '../../platform/database/structure.queries.ts';
import { spokenOf } from './alert-answers.ts';
import { placeOf, sentenceOf } from './alert-sentences.ts';
import type { AlertSources } from './alert-sources.ts';
import {
  readEpisodes,
  readFirstDay,
  readToldEvents,
  type EventKind,
  type ToldEvent,
} from './alerts.queries.ts';
import { watchedUnitsOf } from './watched-matters.ts';

/** Whose digest it is, and of which days. */
export interface DigestCall {
  readonly transaction: ReadTransaction;
  readonly structure: Structure;
  readonly clock: Clock;
  readonly language: Language;
  readonly rights: DetailRights;
  /** Code of the unit it is about, with everything below it. */
  readonly root: string;
  /** Both included. */
  readonly days: { readonly from: string; readonly to: string };
}

/** What the digest of a unit tells. */
export async function digestPartsOf(call: DigestCall, sources: AlertSources): Promise<DigestParts> {
  const { transaction, structure, clock, language, rights, root, days } = call;
  const watched = watchedWithin(structure, transaction.kabupatenCode, root, clock.today);
  const codes = watched.map(({ code }) => code);
  const events = inAlertOrder(oneOfEach(await readToldEvents(transaction, codes, days)), (event) =>
    placeOf(spokenOf(event)),
  );
  const episodes = await readEpisodes(transaction, codes, addDays(clock.today, 1));
  const told = new Set(events.map(({ episode_id }) => episode_id));
  const firstOn = await readFirstDay(transaction);
  const linesOf = (kind: EventKind, onDays: (day: string) => boolean = () => true): DigestLine[] =>
    events
      .filter((event) => event.kind === kind && onDays(event.on_day))
      .map((event) => ({
        unitName: structure.units.find(event.unit_code)?.name ?? event.unit_code,
        sentence: sentenceOf(spokenOf(event), kind, rights, clock.today)[language],
      }));
  return {
    opening: linesOf('opened', (day) => day === firstOn),
    opened: linesOf('opened', (day) => day !== firstOn),
    escalated: linesOf('escalated'),
    reminded: linesOf('reminded'),
    recovered: linesOf('recovered'),
    praise: await sources.praise(transaction, { root, rights }, clock, language),
    looked: { units: watched.length, until: await lastDayOf(call, codes, sources) },
    open: episodes.filter(({ id, ended_on }) => ended_on === null && !told.has(id)).length,
  };
}

/** The watched units of a scope: those within it, or the one it lies in. */
export function watchedWithin(structure: Structure, kabupatenCode: string, root: string, today: string) {
  return watchedUnitsOf(structure, kabupatenCode, today).filter(({ code }) =>
    structure.units.isWithin(code, root),
  );
}

/** The last day on which anything was recorded at one of the units; null when nothing was for a year. */
export async function lastDayOf(
  { transaction, clock }: Pick<DigestCall, 'transaction' | 'clock'>,
  codes: readonly string[],
  sources: Pick<AlertSources, 'arrivalDays'>,
): Promise<string | null> {
  const days = await sources.arrivalDays(transaction, codes, {
    from: addDays(clock.today, -REPORTED_WITHIN_DAYS),
    to: clock.today,
  });
  return (
    [...days.values()]
      .flatMap((each) => each.at(-1) ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}

const RANKS: readonly EventKind[] = ['eased', 'reminded', 'escalated', 'opened'];

/**
 * Of several words about one episode one is told: how it ended, else that it opened or escalated, else the last one. What
 * only eased is no word.
 */
function oneOfEach(events: readonly ToldEvent[]): ToldEvent[] {
  const kept = new Map<string, ToldEvent>();
  for (const event of events) {
    const known = kept.get(event.episode_id);
    const rank = RANKS.indexOf(event.kind);
    if (known === undefined || rank < 0 || rank >= RANKS.indexOf(known.kind))
      kept.set(event.episode_id, event);
  }
  return [...kept.values()].filter(({ kind }) => kind !== 'eased');
}
