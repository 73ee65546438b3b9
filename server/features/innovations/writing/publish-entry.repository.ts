import type { Knex } from 'knex';
import { changedFields } from '#domain/innovations/draft-changes';
import { entryIndex } from '#domain/innovations/entry-index';
import type { EntryContent } from '#contract/innovations/entry-content';
import type { Proof } from '#domain/innovations/entry-facets';
import type { FacetColumns } from '#domain/innovations/entry-index';
import { wholeContent, type AuthorMark, type EntryRow } from '../entry-record.ts';
import { searchVector } from '../search/search-vector.repository.ts';
import { reportedProof } from '../sharing/shared-copy.ts';
import { renewSharedCopy } from '../sharing/shared-copy.repository.ts';
import { standingEntry } from './standing-entry.repository.ts';

export interface Publication {
  readonly authorTitle: string;
  readonly reviewerTitle: string;
  readonly note: string | null;
  /** ISO instant, and the local day. */
  readonly now: string;
  readonly today: string;
}

/**
 * Publishes the draft as it stands, whoever asks: what is published, the columns that lists and search read, the version
 * with what changed, and the shared copy, all in the caller's transaction. The first publication also says that the
 * innovation runs.
 *
 * @param transaction open to the kabupaten (`writeInScope`)
 * @returns the number of the new version
 * @throws ProblemException 404 without such an entry
 */
export async function publishEntry(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
  publication: Publication,
): Promise<number> {
  const row = await standingEntry(transaction, kabupatenCode, id);
  const content = wholeContent(row.draft);
  const version = row.version + 1;
  await transaction('innovations')
    .where({ kabupaten_code: kabupatenCode, id })
    .update({
      state: 'published',
      published: JSON.stringify(content),
      version,
      published_at: row.published_at ?? publication.now,
      confirmed_on: row.confirmed_on ?? publication.today,
      submitted_at: null,
      submitted_by: null,
      returned_reason: null,
      field_revisions: JSON.stringify(withoutAuthors(row)),
      updated_at: publication.now,
      ...indexedColumns(transaction, content, row.proof),
    });
  await transaction('innovation_versions').insert({
    kabupaten_code: kabupatenCode,
    innovation_id: id,
    version,
    content: JSON.stringify(content),
    changed: changedFields(row.published, content),
    note: publication.note,
    author_title: publication.authorTitle,
    reviewer_title: publication.reviewerTitle,
    published_at: publication.now,
  });
  await renewSharedCopy(transaction, kabupatenCode, id, publication.now);
  return version;
}

/**
 * What lists and search read of an own entry, made from the whole of what is published.
 * @param proof the badge so far: measured stays measured, whatever is reported besides
 */
export function indexedColumns(
  transaction: Knex.Transaction,
  content: EntryContent,
  proof: Proof,
): FacetColumns & { readonly proof: Proof; readonly search: Knex.Raw } {
  const { columns, texts } = entryIndex(content);
  return {
    ...columns,
    proof: proof === 'terukur' ? proof : reportedProof(content),
    search: searchVector(transaction, texts),
  };
}

/** The revisions stay, for whoever still has the draft open; who wrote them was asked for the review alone. */
function withoutAuthors({ field_revisions }: EntryRow): Record<string, AuthorMark> {
  return Object.fromEntries(
    Object.entries(field_revisions).map(([field, { revision, by, at }]) => [field, { revision, by, at }]),
  );
}
