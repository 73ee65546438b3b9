import type { Topic } from '#domain/innovations/entry-facets';
import { SqlValues } from '../../../platform/database/sql-values.ts';
import type { CatalogueReader } from '../catalogue/catalogue-reader.ts';
import { readerShape, visibleSql } from '../catalogue/visible-entries.queries.ts';

export interface FollowRecord extends Record<string, unknown> {
  readonly kind: 'entry' | 'topic';
  readonly key: string;
  readonly created_at: Date;
  /** Of an entry that the person may still see. */
  readonly slug: string | null;
  readonly name: string | null;
  readonly home: string | null;
  readonly stopped_on: string | null;
}

export interface NewsRecord extends Record<string, unknown> {
  readonly kind: 'new-entry' | 'question' | 'answer';
  readonly entry_id: string;
  readonly slug: string;
  readonly name: string | null;
  readonly home: string;
  readonly at: Date;
  readonly author_name: string | null;
  readonly author_title: string | null;
  readonly author_home: string | null;
  readonly excerpt: string | null;
}

/** News reach back so far. */
const NEWS_DAYS = 60;
const EXCERPT_CHARACTERS = 240;

/** Where an entry is at home, by name. */
const HOME = `coalesce((select k.name from kabupaten k where k.code = v.home_code),
    (select c.home_name from catalogue_entries c where c.id = v.id), v.home_code)`;

/** What the person follows, in the order of when that began; of an entry that is shared no longer the id alone. */
export async function listFollowRecords(reader: CatalogueReader): Promise<FollowRecord[]> {
  const values = new SqlValues();
  const visible = visibleSql(reader, values);
  return reader.transaction.rows<FollowRecord>(
    `follows ${readerShape(reader)}`,
    `select f.kind, f.key, f.created_at, v.slug, v.name, ${HOME} as home, v.stopped_on
       from catalogue_follows f
       left join ${visible} as v on f.kind = 'entry' and v.id::text = f.key
      where f.user_id = ${values.add(reader.userId, 'uuid')}
      order by f.created_at desc, f.key`,
    values.list,
  );
}

/** What happened to it: new entries of a followed topic, and what others wrote at a followed entry. */
export async function listNewsRecords(
  reader: CatalogueReader,
  now: string,
  limit: number,
): Promise<NewsRecord[]> {
  const values = new SqlValues();
  const visible = visibleSql(reader, values);
  const user = values.add(reader.userId, 'uuid');
  const since = `${values.add(now, 'timestamptz')} - interval '${NEWS_DAYS} days'`;
  return reader.transaction.rows<NewsRecord>(
    `follow-news ${readerShape(reader)}`,
    `with seen as (select v.id, v.slug, v.name, v.topics, v.published_at, v.archived,
                          v.content ->> 'summary' as summary, ${HOME} as home
                     from ${visible} as v
                    where v.topics && (select coalesce(array_agg(f.key), '{}') from catalogue_follows f
                                        where f.user_id = ${user} and f.kind = 'topic')
                       or v.id::text in (select f.key from catalogue_follows f
                                          where f.user_id = ${user} and f.kind = 'entry'))
     select * from (
       select 'new-entry' as kind, s.id as entry_id, s.slug, s.name, s.home, s.published_at as at,
              null as author_name, null as author_title, null as author_home, s.summary as excerpt
         from seen s
        where not s.archived and s.published_at > ${since}
          and exists (select from catalogue_follows f where f.user_id = ${user} and f.kind = 'topic'
                       and f.key = any(s.topics) and s.published_at >= f.created_at)
       union all
       select case when p.answers is null then 'question' else 'answer' end, s.id, s.slug, s.name, s.home, p.created_at,
              p.author_name, p.author_title, p.author_home, left(p.body, ${EXCERPT_CHARACTERS})
         from seen s
         join catalogue_follows f on f.user_id = ${user} and f.kind = 'entry' and f.key = s.id::text
         join catalogue_posts p on p.entry_id = s.id
        where p.hidden_at is null and p.user_id <> ${user} and p.created_at >= f.created_at
          and p.created_at > ${since}
     ) as news order by at desc, entry_id limit ${values.add(limit, 'integer')}`,
    values.list,
  );
}

/** True for a topic of an entry; its values are checked with the contract, what is stored may be older. */
export function isTopic(key: string, topics: readonly Topic[]): key is Topic {
  return topics.some((topic) => topic === key);
}
