import type { Attention } from '#contract/attention';
import type { Language } from '#contract/messages';
import {
  addressingWords,
  serviceWords,
  topicsOfMatter,
  type Matter,
} from '#domain/innovations/addressed-matter';
import type { Clock } from '../../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { entryCard } from '../catalogue/entry-card.ts';
import { listEntryRecords } from '../catalogue/entry-records.queries.ts';
import { countNewAndSilent, listAddressing } from './addressing.queries.ts';

/** An exception of home: what it is about, where. */
export interface HomeMatter extends Matter {
  readonly unit: string;
  /** Name of the service that carries it; null for the unit as a whole. */
  readonly service: string | null;
}

/** What home tells of innovations. */
export interface HomeInnovations {
  /** For each matter, in their order, the innovation that addresses it; null where none does. */
  readonly addressing: readonly Attention['items'][number]['innovation'][];
  readonly counts: Attention['innovations'];
}

/**
 * For each exception at most one innovation that the kabupaten may know of; one whose measure got worse since is not
 * recommended. With it how many are new, and how many wait for their owner's word.
 */
export async function homeInnovations(
  transaction: ReadTransaction,
  matters: readonly HomeMatter[],
  clock: Clock,
  language: Language,
): Promise<HomeInnovations> {
  const reader = {
    transaction,
    own: transaction.kabupatenCode,
    publicOnly: false,
    userId: null,
    today: clock.today,
    zone: clock.zone,
  };
  const candidates = await listAddressing(
    reader,
    matters.map((matter) => ({
      topics: topicsOfMatter(matter),
      serviceWords: matter.service === null ? null : serviceWords(matter.service),
      unit: matter.unit,
    })),
  );
  const records = await listEntryRecords(reader, [...new Set(candidates.flat())]);
  const cards = new Map(records.map((record) => [record.id, entryCard(record, language)]));
  return {
    counts: await countNewAndSilent(reader, clock.now),
    addressing: candidates.map((ids) => {
      const card = ids
        .flatMap((id) => cards.get(id) ?? [])
        .find(({ proof, figure }) => proof !== 'terukur' || figure?.verdict !== 'memburuk');
      if (card === undefined) return null;
      const { sentence, note } = addressingWords({
        unit: card.home.unit.name,
        kabupaten: card.home.own ? null : card.home.kabupaten.name,
        proof: card.proof,
        improved: card.proof === 'terukur' && card.figure?.verdict === 'membaik',
        adoptions: card.adoptions.total,
        ownerConfirmed: card.ownerConfirmed,
      });
      return {
        slug: card.slug,
        name: card.acronym === '' ? card.name : card.acronym,
        sentence: sentence[language],
        note: note[language],
      };
    }),
  };
}
