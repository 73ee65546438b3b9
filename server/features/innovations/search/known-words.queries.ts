import { EVERYDAY_WAYS } from '#domain/innovations/search/everyday-words';
import type { KnownWord } from '#domain/innovations/search/nearest-words';
import type { CatalogueReader } from '../catalogue/catalogue-reader.ts';

/** What people write that means something here, though no entry may write it so. */
const EVERYDAY: readonly KnownWord[] = EVERYDAY_WAYS.filter(({ words }) => words.length === 1).map(
  ({ words }) => ({ word: words[0] ?? '', entries: 0 }),
);

/** Reading the words may take up to this part of the time: a large catalogue's are read the more seldom. */
const PART_OF_TIME = 0.01;

interface Kept {
  readonly stamp: string;
  /** Milliseconds of the process, before which the words are not read again. */
  readonly until: number;
  readonly words: readonly KnownWord[];
}

/** Words of the shared catalogue, by database. */
const SHARED_WORDS = new WeakMap<object, Kept>();

/**
 * Words that a slip of the hand may have been meant for: those of the shared catalogue, of the own kabupaten's entries,
 * and the everyday ones. The shared ones are kept in memory for a while; whether the reader may find one *now* is asked of
 * the entries themselves before it is used.
 */
export async function readKnownWords(reader: CatalogueReader): Promise<KnownWord[]> {
  const [shared, own] = [await readSharedWords(reader), await readOwnWords(reader)];
  return [...shared, ...own, ...EVERYDAY];
}

async function readSharedWords({ transaction }: CatalogueReader): Promise<readonly KnownWord[]> {
  const kept = SHARED_WORDS.get(transaction.database);
  const started = performance.now();
  if (kept !== undefined && started < kept.until) return kept.words;
  const [state] = await transaction.rows<{ stamp: string }>(
    'catalogue-words-stamp',
    `select count(*) || ' ' || coalesce(max(updated_at)::text, '') as stamp from catalogue_entries`,
    [],
  );
  const stamp = state?.stamp ?? '';
  if (kept?.stamp === stamp) return kept.words;
  const words = await transaction.rows<KnownWord & Record<string, unknown>>(
    'catalogue-words',
    `select word, ndoc as entries
       from ts_stat($$ select to_tsvector('pg_catalog.simple', content) from catalogue_entries $$)
      where word ~ '^[a-z]{4,30}$'`,
    [],
  );
  const ended = performance.now();
  SHARED_WORDS.set(transaction.database, { stamp, words, until: ended + (ended - started) / PART_OF_TIME });
  return words;
}

async function readOwnWords({ transaction, own }: CatalogueReader): Promise<readonly KnownWord[]> {
  if (own === null) return [];
  return transaction.rows<KnownWord & Record<string, unknown>>(
    'own-innovation-words',
    `select word, count(*)::int as entries
       from innovations i, unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', i.published))) as word
      where i.kabupaten_code = $1 and i.published is not null and word ~ '^[a-z]{4,30}$'
      group by word`,
    [own],
  );
}
