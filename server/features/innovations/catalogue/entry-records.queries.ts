import type { EntryCard } from '#contract/innovations/catalogue';
import type { SharedContent } from '#contract/innovations/entry-content';
import type { Proof } from '#domain/innovations/entry-facets';
import type { FacetColumns } from '#domain/innovations/entry-index';
import type { Alive } from '#domain/innovations/heartbeat';
import { SqlValues } from '../../../platform/database/sql-values.ts';
import type { CatalogueReader } from './catalogue-reader.ts';
import { readerShape, visibleSql } from './visible-entries.queries.ts';
import { isRecordId } from '../../../platform/database/record-id.ts';

/** An entry as the reader may know it, before it is put into words. */
export interface EntryRecord extends FacetColumns, Record<string, unknown> {
  readonly id: string;
  readonly slug: string;
  readonly own: boolean;
  readonly kept: boolean;
  readonly home_code: string;
  readonly home_name: string;
  readonly unit_code: string | null;
  readonly unit_name: string;
  readonly audience: EntryCard['audience'];
  readonly summary: string | null;
  readonly people: number | null;
  readonly weeks: number | null;
  readonly proof: Proof;
  /** Figures of the proof as they were computed last; a list of them, or one; null: none. */
  readonly figures: unknown;
  readonly alive: Alive;
  readonly confirmed_on: string | null;
  readonly stopped_on: string | null;
  readonly stopped_lesson: string | null;
  readonly source: EntryCard['source'];
  readonly owner_confirmed: boolean;
  readonly published_on: string;
  readonly published_at: Date;
  readonly archived: boolean;
  readonly invented: boolean;
  readonly version: number;
  readonly adoptions: number;
  readonly adoptions_better: number;
  readonly adoptions_stopped: number;
  readonly hardest: string | null;
  readonly endorsements: number;
}

/** An entry with everything it tells the reader. */
export interface WholeEntryRecord extends EntryRecord {
  readonly content: SharedContent;
  /** Fields that its owner let go; of an own entry it says nothing. */
  readonly shared_fields: string[] | null;
  readonly followed: boolean;
}

/** An entry that another one points to. */
export interface ParentRecord extends Record<string, unknown> {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly home: string;
}

/**
 * The columns of a card and where they come from. Adoptions are those that adopters told of and, with their own, those of
 * the own kabupaten; what was hardest is told in up to three words, the most said first as on the page of the adoption, and
 * not to strangers.
 */
function cardSql(reader: CatalogueReader, values: SqlValues, more = ''): string {
  const visible = visibleSql(reader, values);
  const zone = values.add(reader.zone, 'text');
  const own = values.add(reader.own, 'text');
  return `select v.id, v.slug, v.name, v.acronym, v.form, v.digital, v.stage, v.topics, v.services, v.region_types,
      v.cost_band, v.people_band, v.connectivity, v.own, v.kept, v.home_code, v.unit_code, v.audience, v.proof, v.alive,
      v.confirmed_on, v.stopped_on, v.source, v.owner_confirmed, v.archived,
      v.invented or coalesce(k.demo, false) as invented, v.version, v.published_at,
      (v.published_at at time zone ${zone})::date as published_on,
      coalesce(k.name, c.home_name) as home_name, coalesce(u.name, c.unit_name) as unit_name,
      v.content ->> 'summary' as summary, (v.content ->> 'people')::int as people,
      (v.content ->> 'weeksToStart')::int as weeks,
      v.stopped_lesson,
      case when v.kept then (select jsonb_agg(p.result order by p.locked_at, p.id) from innovation_proofs p
                              where p.kabupaten_code = ${own} and p.innovation_id = v.id and p.result is not null)
           else c.figures end as figures,
      a.adoptions, a.better as adoptions_better, a.stopped as adoptions_stopped,
      ${reader.publicOnly ? 'null::text' : 'a.hardest'} as hardest,
      (select count(*)::int from catalogue_endorsements e where e.entry_id = v.id) as endorsements${more}
    from ${visible} as v
    left join catalogue_entries c on not v.kept and c.id = v.id
    left join kabupaten k on v.kept and k.code = v.home_code
    left join units u on v.kept and u.kabupaten_code = ${own} and u.code = v.unit_code
    cross join lateral (
      with taken as (
        select outcome, state, hardest, true as told from catalogue_adoptions
         where entry_id = v.id and adopter_code is distinct from ${own}
        union all
        select outcome, state, hardest, told from innovation_adoptions
         where kabupaten_code = ${own} and entry_id = v.id
      )
      select count(*)::int as adoptions, count(*) filter (where outcome = 'membaik')::int as better,
             count(*) filter (where state = 'stopped')::int as stopped,
             (select string_agg(what, ', ' order by times desc, what)
                from (select min(hardest) as what, count(*) as times from taken
                       where told and hardest <> '' group by lower(hardest)
                       order by times desc, what limit 3) as said) as hardest
        from taken
    ) as a`;
}

/** The entries with these ids that the reader may see, in that order. */
export async function listEntryRecords(
  reader: CatalogueReader,
  ids: readonly string[],
): Promise<EntryRecord[]> {
  if (ids.length === 0) return [];
  const values = new SqlValues();
  const sql = cardSql(reader, values);
  const asked = values.add(ids, 'uuid[]');
  return reader.transaction.rows<EntryRecord>(
    `innovation-cards ${readerShape(reader)}`,
    `${sql} where v.id = any(${asked}) order by array_position(${asked}, v.id)`,
    values.list,
  );
}

/** An entry by its id or its slug, the own kabupaten's before the others'; null when the reader may see none. */
export async function findEntryRecord(
  reader: CatalogueReader,
  key: string,
): Promise<WholeEntryRecord | null> {
  const values = new SqlValues();
  const followed = values.add(reader.userId, 'uuid');
  const sql = cardSql(
    reader,
    values,
    `, v.content, c.shared_fields,
      exists (select from catalogue_follows f where f.user_id = ${followed} and f.kind = 'entry'
               and f.key = v.id::text) as followed`,
  );
  const byId = isRecordId(key);
  const rows = await reader.transaction.rows<WholeEntryRecord>(
    `innovation-whole ${readerShape(reader)}${byId ? 'i' : 's'}`,
    `${sql} where ${byId ? `v.id = ${values.add(key, 'uuid')}` : `v.slug = ${values.add(key, 'text')}`}
      order by v.kept desc limit 1`,
    values.list,
  );
  return rows[0] ?? null;
}

/** The entry that this one grew from, where there is one and the reader may see it. */
export async function findParent(
  reader: CatalogueReader,
  { id, kept }: { readonly id: string; readonly kept: boolean },
): Promise<ParentRecord | null> {
  const values = new SqlValues();
  const visible = visibleSql(reader, values);
  const child = values.add(id, 'uuid');
  const own = values.add(reader.own, 'text');
  const parent = kept
    ? `select a.entry_id from innovations i
         join innovation_adoptions a on a.kabupaten_code = ${own} and a.id = i.adoption_id
        where i.kabupaten_code = ${own} and i.id = ${child}`
    : `select c.parent_id from catalogue_entries c
        where c.id = ${child} and c.home_code is distinct from ${own}`;
  const rows = await reader.transaction.rows<ParentRecord>(
    `innovation-parent ${readerShape(reader)}${kept ? 'k' : ''}`,
    `select v.id, v.slug, coalesce(v.name, '') as name, coalesce(k.name, c.home_name) as home
       from ${visible} as v
       left join catalogue_entries c on not v.kept and c.id = v.id
       left join kabupaten k on v.kept and k.code = v.home_code
      where v.id = (${parent})`,
    values.list,
  );
  return rows[0] ?? null;
}
