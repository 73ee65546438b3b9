import type { EntryContent } from '#contract/innovations/entry-content';
import type { EntryFieldId } from '#domain/innovations/entry-fields';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import type { EntryRow } from '../entry-record.ts';

const COLUMNS = `id, slug, unit_code, state, draft, revision, field_revisions, published, version, published_at,
  submitted_at, submitted_by, returned_reason, audience, shared_fields, share_figures, confirmed_on, stopped_on,
  stopped_lesson, source, owner_confirmed, adoption_id, proof, post_id, post_title, updated_at, demo`;

/** An entry of the own kabupaten by its id or its slug; null when there is none. */
export async function findEntry(transaction: ReadTransaction, key: string): Promise<EntryRow | null> {
  const rows = await transaction.rows<EntryRow>(
    'innovation-by-key',
    `select ${COLUMNS} from innovations where kabupaten_code = $1 and (id::text = $2 or slug = $2)`,
    [transaction.kabupatenCode, key],
  );
  return rows[0] ?? null;
}

/** Entries of units, the one changed last first. */
export async function listEntriesOf(
  transaction: ReadTransaction,
  units: readonly string[],
): Promise<EntryRow[]> {
  return transaction.rows<EntryRow>(
    'innovations-of-units',
    `select ${COLUMNS} from innovations
      where kabupaten_code = $1 and unit_code = any($2::text[])
      order by updated_at desc, id`,
    [transaction.kabupatenCode, [...units]],
  );
}

/** What waits for a review, the one that waits longest first. */
export async function listSubmitted(transaction: ReadTransaction): Promise<EntryRow[]> {
  return transaction.rows<EntryRow>(
    'innovations-submitted',
    `select ${COLUMNS} from innovations
      where kabupaten_code = $1 and state = 'submitted'
      order by submitted_at, id`,
    [transaction.kabupatenCode],
  );
}

export interface VersionRow extends Record<string, unknown> {
  readonly version: number;
  readonly changed: readonly EntryFieldId[];
  readonly note: string | null;
  readonly author_title: string;
  readonly reviewer_title: string;
  readonly published_at: Date;
}

/** What was published of an entry, the last first; without the texts. */
export async function listVersions(transaction: ReadTransaction, id: string): Promise<VersionRow[]> {
  return transaction.rows<VersionRow>(
    'innovation-versions',
    `select version, changed, note, author_title, reviewer_title, published_at from innovation_versions
      where kabupaten_code = $1 and innovation_id = $2::uuid
      order by version desc`,
    [transaction.kabupatenCode, id],
  );
}

/** A version and the one before it, the newer first. */
export async function readVersionPair(
  transaction: ReadTransaction,
  id: string,
  version: number,
): Promise<(VersionRow & { readonly content: Partial<EntryContent> })[]> {
  return transaction.rows(
    'innovation-version-pair',
    `select version, changed, note, author_title, reviewer_title, published_at, content from innovation_versions
      where kabupaten_code = $1 and innovation_id = $2::uuid and version <= $3::int
      order by version desc limit 2`,
    [transaction.kabupatenCode, id, version],
  );
}

/**
 * Entries that run as far as is known and whose owner's last word is from `until` or earlier, with the kinds of notices
 * about it that wait.
 */
export async function readUnconfirmed(
  transaction: ReadTransaction,
  until: string,
): Promise<(EntryRow & { readonly asked_kinds: readonly string[] })[]> {
  return transaction.rows(
    'innovations-unconfirmed',
    `select ${COLUMNS},
            array(select n.kind from notices n
                   where n.kabupaten_code = innovations.kabupaten_code and n.about_kind = 'innovation-heartbeat'
                     and n.about_id = innovations.id::text and n.settled_at is null) as asked_kinds
       from innovations
      where kabupaten_code = $1 and published is not null and state <> 'archived' and stopped_on is null
        and owner_confirmed and confirmed_on <= $2::date
      order by confirmed_on, id`,
    [transaction.kabupatenCode, until],
  );
}
