import type { Knex } from 'knex';
import type { AdoptionState } from '#domain/innovations/adoption-life';
import type { NoticeKind } from '#domain/notices/notice-kinds';
import { namesOf } from '../sharing/shared-copy.repository.ts';
import { ADOPTION_NOTICES } from './adoption-notices.ts';
import type { AdoptionRow } from './adoptions.queries.ts';

/**
 * Makes the shared catalogue hold of an adoption exactly what its adopter tells: the copy is written where it is told and
 * the entry stands there, and goes otherwise. Keeps the numbers of replications with it. Calling it again changes nothing.
 *
 * @param transaction open to the adopter's kabupaten (`writeInScope`)
 * @returns the kabupaten whose people are to hear of it; null when there is nothing new to hear
 */
export async function renewToldCopy(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
): Promise<string | null> {
  const row = (await transaction('innovation_adoptions')
    .where({ kabupaten_code: kabupatenCode, id })
    .first()) as AdoptionRow | undefined;
  if (row === undefined) return null;
  const entry: { home_code: string } | undefined = await transaction('catalogue_entries')
    .where({ id: row.entry_id })
    .first('home_code');
  const before: { state: AdoptionState } | undefined = await transaction('catalogue_adoptions')
    .where({ id, adopter_code: kabupatenCode })
    .first('state');
  const isNew = row.told && entry !== undefined && noticeOf(before?.state) !== noticeOf(row.state);
  if (!row.told || entry === undefined)
    await transaction('catalogue_adoptions').where({ id, adopter_code: kabupatenCode }).delete();
  else {
    const names = await namesOf(transaction, kabupatenCode, row.unit_code);
    const told = {
      adopter_name: names.kabupaten,
      unit_name: names.unit,
      state: row.state,
      adapted: row.adapted,
      outcome: row.outcome,
      result: row.result,
      hardest: row.hardest,
      started_on: row.started_on,
      ended_on: row.ended_on,
      updated_at: row.updated_at,
      adopter_entry_id: await grownEntry(transaction, kabupatenCode, id),
      ...(isNew ? { source_told_at: null } : {}),
    };
    if (before === undefined)
      await transaction('catalogue_adoptions').insert({
        ...told,
        id,
        entry_id: row.entry_id,
        adopter_code: kabupatenCode,
        demo: row['demo'],
      });
    else await transaction('catalogue_adoptions').where({ id, adopter_code: kabupatenCode }).update(told);
  }
  await countReplications(transaction, kabupatenCode, row.entry_id);
  return isNew ? entry.home_code : null;
}

/** That a plan began to run is no news to who knows of the plan. */
function noticeOf(state: AdoptionState | undefined): NoticeKind | null {
  return state === undefined ? null : ADOPTION_NOTICES[state];
}

/** The own entry that grew from an adoption, once others may read it. */
async function grownEntry(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  adoptionId: string,
): Promise<string | null> {
  const row: { id: string } | undefined = await transaction('innovations')
    .where({ kabupaten_code: kabupatenCode, adoption_id: adoptionId })
    .whereNot({ audience: 'own' })
    .whereNotNull('published')
    .orderBy('created_at')
    .first('id');
  return row?.id ?? null;
}

/** How often an entry was taken, as far as it is known: in the shared catalogue, and in the own kabupaten's row. */
async function countReplications(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  entryId: string,
): Promise<void> {
  await transaction.raw(
    `update catalogue_entries e
        set replications = (select count(*) from catalogue_adoptions a where a.entry_id = e.id)
      where e.id = ?::uuid`,
    [entryId],
  );
  await recountOwn(transaction, kabupatenCode, entryId);
}

/**
 * The numbers of replications of the own kabupaten's entries: told by others, or planned here. @param only one entry; null
 * for all
 */
export async function recountOwn(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  only: string | null,
): Promise<number> {
  const counted: { rowCount: number } = await transaction.raw(
    `update innovations i
        set replications = taken.count
       from (select each.id,
                    (select count(*) from catalogue_adoptions c
                      where c.entry_id = each.id and c.adopter_code <> :kabupatenCode)
                    + (select count(*) from innovation_adoptions a
                        where a.kabupaten_code = :kabupatenCode and a.entry_id = each.id) as count
               from innovations each
              where each.kabupaten_code = :kabupatenCode) as taken
      where i.kabupaten_code = :kabupatenCode and i.id = taken.id and i.replications <> taken.count
        and (:only::uuid is null or i.id = :only::uuid)`,
    { kabupatenCode, only },
  );
  return counted.rowCount;
}
