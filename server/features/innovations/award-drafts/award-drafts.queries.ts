import type { EntryContent } from '#contract/innovations/entry-content';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { isRecordId } from '../../../platform/database/record-id.ts';

export interface DraftedEntryRecord extends Record<string, unknown> {
  readonly id: string;
  readonly slug: string;
  readonly unit_code: string;
  readonly published: Partial<EntryContent> | null;
  readonly draft: Partial<EntryContent>;
}

/** An entry of the own kabupaten by its id or its slug; null where there is none. */
export async function findOwnEntry(
  transaction: ReadTransaction,
  key: string,
): Promise<DraftedEntryRecord | null> {
  const isId = isRecordId(key);
  const rows = await transaction.rows<DraftedEntryRecord>(
    `award-draft-entry-${isId ? 'id' : 'slug'}`,
    `select i.id, i.slug, i.unit_code, i.published, i.draft from innovations i
      where i.kabupaten_code = $1 and ${isId ? 'i.id = $2::uuid' : 'i.slug = $2'}`,
    [transaction.kabupatenCode, key],
  );
  return rows[0] ?? null;
}

/** Who took an entry home and runs it, or did: kabupaten elsewhere, each once, and units of the own. */
export async function countReplications(
  transaction: ReadTransaction,
  id: string,
): Promise<{ readonly otherKabupaten: number; readonly ownUnits: number }> {
  const rows = await transaction.rows<{ otherKabupaten: number; ownUnits: number }>(
    'award-draft-replications',
    `select (select count(distinct c.adopter_code) from catalogue_adoptions c
              where c.entry_id = $2::uuid and c.adopter_code <> $1 and c.state in ('running', 'done'))
              as "otherKabupaten",
            (select count(distinct a.unit_code) from innovation_adoptions a
              where a.kabupaten_code = $1 and a.entry_id = $2::uuid and a.state in ('running', 'done'))
              as "ownUnits"`,
    [transaction.kabupatenCode, id],
  );
  return rows[0] ?? { otherKabupaten: 0, ownUnits: 0 };
}
