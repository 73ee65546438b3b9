import type { Topic } from '#domain/innovations/entry-facets';
import type { Alive } from '#domain/innovations/heartbeat';
import { SqlValues } from '../../../platform/database/sql-values.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import type { CatalogueReader } from '../catalogue/catalogue-reader.ts';
import { visibleSql } from '../catalogue/visible-entries.queries.ts';

/** A problem that an innovation is looked for. */
export interface AskedMatter {
  readonly topics: readonly Topic[];
  /** Words for the service it is about, in lower case; null for a matter of all services. */
  readonly serviceWords: readonly string[] | null;
  /** The unit that has the problem: its own innovations are not what it lacks. */
  readonly unit: string;
}

/** So many are looked at for each, should the first have made it worse. */
const CANDIDATES = 3;
/** What is known, or at least reported, to run. */
const RUNNING: readonly Alive[] = ['berjalan', 'perlu-konfirmasi', 'belum-dikonfirmasi'];

type Reader = CatalogueReader & { readonly transaction: ReadTransaction };

/**
 * For each matter the ids of innovations that address it, the most telling first: measured before others, those that name
 * the service before those that name none, the own kabupaten's before others', what others adopted, what is new. An
 * innovation that names services, but not this one, is about something else.
 */
export async function listAddressing(
  reader: Reader,
  matters: readonly AskedMatter[],
): Promise<readonly (readonly string[])[]> {
  if (matters.every(({ topics }) => topics.length === 0)) return matters.map(() => []);
  const values = new SqlValues();
  const visible = visibleSql(reader, values);
  const asked = values.add(
    JSON.stringify(
      matters.map(({ topics, serviceWords, unit }, no) => ({ no, topics, words: serviceWords, unit })),
    ),
    'jsonb',
  );
  const topics = values.add([...new Set(matters.flatMap((matter) => matter.topics))], 'text[]');
  const running = values.add(RUNNING, 'text[]');
  const rows = await reader.transaction.rows<{ no: number; id: string }>(
    'innovations-addressing',
    `with known as materialized (
       select v.id, v.own, v.unit_code, v.topics, v.services, v.proof, v.replications, v.published_at
         from ${visible} as v
        where v.topics && ${topics} and not v.archived and v.alive = any(${running})
          and v.stage is distinct from 'inisiatif'),
     matters as (
       select (m ->> 'no')::int as no, m ->> 'unit' as unit,
              array(select jsonb_array_elements_text(m -> 'topics')) as topics,
              case when jsonb_typeof(m -> 'words') = 'array'
                   then array(select jsonb_array_elements_text(m -> 'words')) end as words
         from jsonb_array_elements(${asked}) as m)
     select m.no, best.id
       from matters m
       cross join lateral (
         select k.id, k.proof, k.own, k.replications, k.published_at, named.named
           from known k
           cross join lateral (
             select exists (
               select from unnest(k.services) as s(name)
                where lower(s.name) = any(m.words)
                   or lower(trim(regexp_replace(s.name, '\\s*\\([^()]*\\)\\s*$', ''))) = any(m.words)
                   or lower(substring(s.name from '\\(([^()]*)\\)\\s*$')) = any(m.words)) as named) as named
          where k.topics && m.topics and not (k.own and k.unit_code is not distinct from m.unit)
            and (m.words is null or named.named or k.services = '{}')
          order by k.proof = 'terukur' desc, named.named desc, k.proof = 'dilaporkan-sendiri' desc, k.own desc,
                   k.replications desc, k.published_at desc, k.id
          limit ${CANDIDATES}) as best
      order by m.no, best.proof = 'terukur' desc, best.named desc, best.proof = 'dilaporkan-sendiri' desc, best.own desc,
               best.replications desc, best.published_at desc, best.id`,
    values.list,
  );
  return matters.map((_, no) => rows.filter((row) => row.no === no).map(({ id }) => id));
}

/** New ones in so many days are news. */
const NEW_DAYS = 30;

/** How many entries are new to the reader, and how many of the own kabupaten wait for the word that they still run. */
export async function countNewAndSilent(
  reader: Reader,
  now: string,
): Promise<{ readonly fresh: number; readonly toConfirm: number }> {
  const values = new SqlValues();
  const visible = visibleSql(reader, values);
  const at = values.add(now, 'timestamptz');
  const rows = await reader.transaction.rows<{ fresh: number; to_confirm: number }>(
    'innovations-new-and-silent',
    `select count(*) filter (where v.published_at > ${at} - interval '${NEW_DAYS} days')::int as fresh,
            count(*) filter (where v.own and v.alive = 'perlu-konfirmasi')::int as to_confirm
       from ${visible} as v
      where not v.archived and (v.own or v.published_at > ${at} - interval '${NEW_DAYS} days')`,
    values.list,
  );
  return { fresh: rows[0]?.fresh ?? 0, toConfirm: rows[0]?.to_confirm ?? 0 };
}
