import type { Knex } from 'knex';
import type { EntryContent } from '#contract/innovations/entry-content';
import { entryIndex } from '#domain/innovations/entry-index';
import { searchVector } from './search-vector.repository.ts';

/** An entry of a kabupaten's own, as it stands in its table. */
export interface OwnEntry {
  readonly kabupatenCode: string;
  readonly unitCode: string;
  readonly id: string;
  readonly slug: string;
  /** What was published last; null before the first time. */
  readonly published: EntryContent | null;
  /** What is being written now; the same as published when left out. */
  readonly draft?: EntryContent;
  readonly audience?: 'own' | 'forcasi' | 'public';
  readonly state?: 'draft' | 'submitted' | 'published' | 'archived';
  readonly publishedAt?: string;
}

/** @param owner the owner's role, which row-level security does not bind */
export async function insertOwnEntry(owner: Knex, entry: OwnEntry): Promise<void> {
  const { published, publishedAt = '2026-02-01T00:00:00Z' } = entry;
  const index = published === null ? null : entryIndex(published);
  await owner('innovations').insert({
    kabupaten_code: entry.kabupatenCode,
    id: entry.id,
    slug: entry.slug,
    unit_code: entry.unitCode,
    state: entry.state ?? (published === null ? 'draft' : 'published'),
    draft: JSON.stringify(entry.draft ?? published),
    published: published === null ? null : JSON.stringify(published),
    version: published === null ? 0 : 1,
    published_at: published === null ? null : publishedAt,
    audience: entry.audience ?? 'own',
    confirmed_on: published === null ? null : publishedAt.slice(0, 10),
    ...(index === null ? {} : { ...index.columns, search: searchVector(owner, index.texts) }),
    post_title: 'Camat',
    created_at: publishedAt,
    updated_at: publishedAt,
  });
}
