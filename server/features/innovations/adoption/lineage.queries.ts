import type { LineageAdoption } from '#domain/innovations/lineage';
import type { CatalogueReader } from '../catalogue/catalogue-reader.ts';

/** An adoption in a lineage, with what its adopter tells. */
export interface LineageRecord extends LineageAdoption, Record<string, unknown> {
  readonly kabupaten: string;
  readonly unit: string;
  /** The adopting unit where it is the reader's kabupaten's; null elsewhere. */
  readonly unitCode: string | null;
  readonly own: boolean;
  readonly told: boolean;
  readonly adapted: string | null;
  readonly result: string | null;
  readonly hardest: string | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

/** Who took these entries: others as far as they told it, the own kabupaten's units all. The earliest first. */
export async function listAdoptionsOf(
  { transaction, own }: CatalogueReader,
  entries: readonly string[],
): Promise<LineageRecord[]> {
  return transaction.rows<LineageRecord>(
    'lineage-of-entries',
    `select id, "entryId", "grownEntryId", state, outcome, kabupaten, unit, "unitCode", own, told, adapted, result,
            hardest, "startedOn", "endedOn"
       from (select c.id, c.entry_id as "entryId", c.adopter_entry_id as "grownEntryId", c.state, c.outcome,
                    c.adopter_name as kabupaten, c.unit_name as unit, null::text as "unitCode", false as own,
                    true as told, c.adapted, c.result, c.hardest, c.started_on as "startedOn", c.ended_on as "endedOn"
               from catalogue_adoptions c
              where c.entry_id = any($2::uuid[]) and c.adopter_code is distinct from $1::text
              union all
             select a.id, a.entry_id, grown.id, a.state, a.outcome, k.name, u.name, a.unit_code, true, a.told,
                    a.adapted, a.result, a.hardest, a.started_on, a.ended_on
               from innovation_adoptions a
               join kabupaten k on k.code = a.kabupaten_code
               join units u on u.kabupaten_code = $1::text and u.code = a.unit_code
               left join lateral (
                 select i.id from innovations i
                  where i.kabupaten_code = $1::text and i.adoption_id = a.id and i.published is not null
                  order by i.created_at limit 1
               ) grown on true
              where a.kabupaten_code = $1::text and a.entry_id = any($2::uuid[])) as taken
      order by "startedOn" nulls last, id`,
    [own, [...entries]],
  );
}
