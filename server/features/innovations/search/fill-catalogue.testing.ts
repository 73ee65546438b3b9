import type { Knex } from 'knex';
import type { SharedContent } from '#contract/innovations/entry-content';
import { sharedContent, TICKABLE_FIELDS } from '#domain/innovations/entry-fields';
import { entryIndex } from '#domain/innovations/entry-index';
import type { Proof } from '#domain/innovations/entry-facets';
import { searchVector } from './search-vector.repository.ts';

/** An entry that another kabupaten shares. */
export interface ForeignEntry {
  readonly id: string;
  readonly slug: string;
  readonly homeCode: string;
  readonly homeName: string;
  readonly unitName: string;
  readonly content: SharedContent;
  /** Fields that were ticked; all when left out. */
  readonly shared?: readonly string[];
  readonly audience?: 'forcasi' | 'public';
  readonly publishedAt?: string;
  readonly proof?: Proof;
  readonly replications?: number;
  readonly generated?: boolean;
}

const BATCH = 200;

/** Puts entries of other kabupaten into the shared catalogue, each with what was ticked of it and nothing else. */
export async function fillCatalogue(database: Knex, entries: Iterable<ForeignEntry>): Promise<void> {
  let batch: Record<string, unknown>[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await database('catalogue_entries').insert(batch);
    batch = [];
  };
  for (const entry of entries) {
    batch.push(rowOf(database, entry));
    if (batch.length === BATCH) await flush();
  }
  await flush();
}

function rowOf(database: Knex, entry: ForeignEntry): Record<string, unknown> {
  const { publishedAt = '2026-02-01T00:00:00Z', shared = TICKABLE_FIELDS } = entry;
  const content = sharedContent(entry.content, shared);
  const { columns, texts } = entryIndex(content);
  return {
    id: entry.id,
    slug: entry.slug,
    home_code: entry.homeCode,
    home_name: entry.homeName,
    unit_code: null,
    unit_name: entry.unitName,
    audience: entry.audience ?? 'forcasi',
    content: JSON.stringify(content),
    shared_fields: [...shared],
    version: 1,
    published_at: publishedAt,
    updated_at: publishedAt,
    confirmed_on: publishedAt.slice(0, 10),
    ...columns,
    proof: entry.proof ?? 'belum-ada-data',
    replications: entry.replications ?? 0,
    search: searchVector(database, texts),
    generated: entry.generated ?? true,
  };
}
