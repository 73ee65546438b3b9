import type { AdoptionState } from '#domain/innovations/adoption-life';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** An adoption of an entry of the own kabupaten that its people have not heard of. */
export interface UnheardAdoption extends Record<string, unknown> {
  readonly id: string;
  readonly state: AdoptionState;
  readonly adopter_name: string;
  readonly unit_name: string;
  readonly name: string;
  readonly slug: string;
  /** Unit that the entry belongs to; null where only its kabupaten is known. */
  readonly unit_code: string | null;
}

/** Adoptions of the own kabupaten's shared entries that were told and not heard yet. */
export async function listUnheard(transaction: ReadTransaction): Promise<UnheardAdoption[]> {
  return transaction.rows<UnheardAdoption>(
    'unheard-adoptions',
    `select a.id, a.state, a.adopter_name, a.unit_name, coalesce(e.name, '') as name, e.slug, e.unit_code
       from catalogue_adoptions a
       join catalogue_entries e on e.id = a.entry_id
      where e.home_code = $1 and a.source_told_at is null
      order by a.updated_at, a.id`,
    [transaction.kabupatenCode],
  );
}

/** Own adoptions that are told, whose copy is missing in the shared catalogue or lacks the own entry grown from it. */
export async function listUntoldCopies(transaction: ReadTransaction): Promise<string[]> {
  const rows = await transaction.rows<{ id: string }>(
    'untold-copies',
    `select a.id
       from innovation_adoptions a
       join catalogue_entries e on e.id = a.entry_id
       left join catalogue_adoptions c on c.id = a.id
       left join innovations i on i.kabupaten_code = $1 and i.adoption_id = a.id and i.audience <> 'own'
             and i.published is not null
      where a.kabupaten_code = $1 and a.told
        and (c.id is null or (i.id is not null and c.adopter_entry_id is null))`,
    [transaction.kabupatenCode],
  );
  return [...new Set(rows.map(({ id }) => id))];
}

/** True when an own entry's number of replications is not what is told and planned. */
export async function hasStaleCounts(transaction: ReadTransaction): Promise<boolean> {
  const rows = await transaction.rows<{ id: string }>(
    'stale-replications',
    `select i.id from innovations i
      where i.kabupaten_code = $1
        and i.replications <> (select count(*) from catalogue_adoptions c
                                where c.entry_id = i.id and c.adopter_code <> $1)
                              + (select count(*) from innovation_adoptions a
                                  where a.kabupaten_code = $1 and a.entry_id = i.id)
      limit 1`,
    [transaction.kabupatenCode],
  );
  return rows.length > 0;
}
