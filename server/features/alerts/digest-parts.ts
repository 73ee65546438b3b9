import type { Language } from '#contract/messages';
import type { DigestLine, DigestParts } from '#domain/alerts/digest';
import { addDays } from '#domain/period/civil-date';
import { REPORTED_WITHIN_DAYS } from '#domain/reporting/silence';
import type { DetailRights } from '#domain/suppression/field-groups';
import type { Clock } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { Structure } from '../../platform/database/structure.queries.ts';
import { sentenceOf } from './alert-sentences.ts';
import type { AlertSources } from './alert-sources.ts';
import { readEpisodes, readToldEvents, type EventKind, type ToldEvent } from './alerts.queries.ts';
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
  const events = lastOfEach(await readToldEvents(transaction, codes, days));
  const episodes = await readEpisodes(transaction, codes, addDays(clock.today, 1));
  const told = new Set(events.map(({ episode_id }) => episode_id));
  const linesOf = (kind: EventKind): DigestLine[] =>
    events
      .filter((event) => event.kind === kind)
      .map((event) => {
        const { unit_code: unit, rule, field, since, facts } = event;
        return {
          unitName: structure.units.find(unit)?.name ?? unit,
          sentence: sentenceOf({ unit, rule, field, since, facts }, kind, rights, clock.today)[language],
        };
      });
  return {
    opened: linesOf('opened'),
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

/** Of several words about one episode the first that opened it counts while it is open, else the last. */
function lastOfEach(events: readonly ToldEvent[]): ToldEvent[] {
  const kept = new Map<string, ToldEvent>();
  for (const event of events) {
    const known = kept.get(event.episode_id);
    if (known?.kind === 'opened' && event.kind === 'reminded') continue;
    kept.set(event.episode_id, event);
  }
  return [...kept.values()];
}
