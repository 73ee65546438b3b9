import { SqlValues } from '../../../platform/database/sql-values.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import type { CatalogueReader } from '../catalogue/catalogue-reader.ts';
import { visibleSql } from '../catalogue/visible-entries.queries.ts';
import { NEWS_NOTICE, QUESTION_NOTICE, REPORT_NOTICE } from './told-news.ts';

/** Word that is due to a person who follows something. */
export interface FollowedNews extends Record<string, unknown> {
  readonly kind: 'new' | 'version' | 'stopped' | 'question' | 'answer';
  readonly user_id: string;
  readonly entry_id: string;
  readonly name: string;
  readonly home: string;
  readonly version: number;
  readonly stopped_on: string | null;
  /** Who wrote, where it is about a post. */
  readonly by_title: string | null;
  readonly by_home: string | null;
  /** What the notice is about, so that it is told once. */
  readonly about: string;
}

/** A question that nobody at the entry's home has been told of. */
export interface UnansweredQuestion extends Record<string, unknown> {
  readonly id: string;
  readonly entry_id: string;
  readonly name: string;
  readonly unit_code: string | null;
  readonly by_title: string;
  readonly by_home: string | null;
}

/** A reported post that its moderators have not been told of, and a hidden one that its author has not. */
export interface ModerationNews extends Record<string, unknown> {
  readonly kind: 'reported' | 'hidden';
  readonly id: string;
  readonly entry_id: string;
  readonly name: string;
  /** Whose posts are told of a report. */
  readonly role: 'organisasi' | 'admin' | null;
  readonly user_id: string | null;
  readonly reason: string | null;
  readonly about: string;
}

type Reader = CatalogueReader & { readonly transaction: ReadTransaction; readonly own: string };

/** What happened longer ago is no news; also older than any notice that was tidied away. */
const NEWS_DAYS = 30;
/** More than this at once waits for the next round. */
const MOST = 500;

/**
 * What people of the reader's kabupaten follow and have not been told: a new entry of a topic, a question or an answer, a
 * new version, a stop. Who belongs to several kabupaten is told in the one whose code comes first; members of FORCASI
 * alone read it on the page of what they follow.
 */
export async function readFollowedNews(reader: Reader, now: string): Promise<FollowedNews[]> {
  const values = new SqlValues();
  const visible = visibleSql(reader, values);
  const own = values.add(reader.own, 'text');
  const today = values.add(reader.today, 'date');
  const since = `${values.add(now, 'timestamptz')} - interval '${NEWS_DAYS} days'`;
  return reader.transaction.rows<FollowedNews>(
    'followed-news',
    `with held as (
       select h.user_id, p.kabupaten_code as code, p.unit_code
         from posts p
         join post_holders h on h.post_id = p.id
         join users u on u.id = h.user_id
        where p.role <> 'forcasi' and p.kabupaten_code is not null and h.capacity <> 'ajudan' and u.active
          and (p.closed_on is null or p.closed_on > ${today})
          and h.valid_from <= ${today} and (h.valid_to is null or h.valid_to > ${today})
          and h.user_id in (select f.user_id from catalogue_follows f)),
     follows as (
       select f.* from catalogue_follows f
        where (select min(held.code) from held where held.user_id = f.user_id) = ${own}),
     seen as (
       select v.id, coalesce(v.name, v.slug) as name, v.topics, v.published_at, v.version, v.stopped_on, v.archived, v.own,
              v.unit_code,
              coalesce((select k.name from kabupaten k where k.code = v.home_code),
                       (select c.home_name from catalogue_entries c where c.id = v.id), v.home_code) as home
         from ${visible} as v
        where v.id::text in (select key from follows where kind = 'entry')
           or v.topics && (select coalesce(array_agg(distinct key), '{}') from follows where kind = 'topic')),
     happened as (
       select distinct 'new' as kind, f.user_id, s.id as entry_id, s.name, s.home, s.version, s.stopped_on,
              null as by_title, null as by_home, s.id || '/baru' as about, s.published_at as at
         from follows f join seen s on f.kind = 'topic' and f.key = any(s.topics)
        where not s.archived and s.published_at >= f.created_at and s.published_at > ${since}
          and not exists (select from held
                           where held.user_id = f.user_id and s.own and held.code = ${own} and held.unit_code = s.unit_code)
       union all
       select 'version', f.user_id, s.id, s.name, s.home, s.version, s.stopped_on, null, null,
              s.id || '/v' || s.version, null
         from follows f join seen s on f.kind = 'entry' and f.key = s.id::text
        where s.version > f.version
       union all
       select 'stopped', f.user_id, s.id, s.name, s.home, s.version, s.stopped_on, null, null,
              s.id || '/berhenti/' || s.stopped_on, null
         from follows f join seen s on f.kind = 'entry' and f.key = s.id::text
        where s.stopped_on is not null and not f.stopped
       union all
       select case when p.answers is null then 'question' else 'answer' end, f.user_id, s.id, s.name, s.home, s.version,
              s.stopped_on, p.author_title, p.author_home, p.id::text, p.created_at
         from follows f
         join seen s on f.kind = 'entry' and f.key = s.id::text
         join catalogue_posts p on p.entry_id = s.id
        where p.hidden_at is null and p.user_id <> f.user_id and p.created_at >= f.created_at
          and p.created_at > ${since})
     select h.kind, h.user_id, h.entry_id, h.name, h.home, h.version, h.stopped_on, h.by_title, h.by_home, h.about
       from happened h
      where not exists (select from notices n
                         where n.kabupaten_code = ${own} and n.to_user = h.user_id and n.about_kind = '${NEWS_NOTICE}'
                           and n.about_id = h.about)
      order by h.at nulls last, h.about limit ${MOST}`,
    values.list,
  );
}

/** Questions at the own kabupaten's entries that wait for an answer from home, and that nobody was told of. */
export async function readUnansweredQuestions(reader: Reader, now: string): Promise<UnansweredQuestion[]> {
  const values = new SqlValues();
  const visible = visibleSql(reader, values);
  const own = values.add(reader.own, 'text');
  const since = `${values.add(now, 'timestamptz')} - interval '${NEWS_DAYS} days'`;
  return reader.transaction.rows<UnansweredQuestion>(
    'unanswered-questions',
    `select p.id, p.entry_id, coalesce(v.name, v.slug) as name, v.unit_code, p.author_title as by_title,
            p.author_home as by_home
       from catalogue_posts p
       join ${visible} as v on v.id = p.entry_id
      where p.home_code = ${own} and p.answers is null and p.hidden_at is null and p.created_at > ${since}
        and not exists (select from catalogue_posts a where a.answers = p.id and a.author_code = p.home_code)
        and not exists (select from notices n
                         where n.kabupaten_code = ${own} and n.about_kind = '${QUESTION_NOTICE}'
                           and n.about_id = p.id::text)
      order by p.created_at, p.id limit ${MOST}`,
    values.list,
  );
}

/**
 * Reports that wait for a moderator here: of the own kabupaten's entries for Bagian Organisasi; where the entry's kabupaten
 * is not here, for the administrators of the kabupaten whose person wrote the post. And posts of own people that were hidden.
 */
export async function readModerationNews(reader: Reader, now: string): Promise<ModerationNews[]> {
  const values = new SqlValues();
  const own = values.add(reader.own, 'text');
  const since = `${values.add(now, 'timestamptz')} - interval '${NEWS_DAYS} days'`;
  const name = `coalesce((select c.name from catalogue_entries c where c.id = p.entry_id),
      (select i.name from innovations i where i.kabupaten_code = ${own} and i.id = p.entry_id), '')`;
  return reader.transaction.rows<ModerationNews>(
    'moderation-news',
    `select 'reported' as kind, p.id, p.entry_id, ${name} as name,
            case when p.home_code = ${own} then 'organisasi' else 'admin' end as role, null::uuid as user_id,
            null as reason, p.id::text as about
       from catalogue_posts p
      where (p.home_code = ${own}
             or (p.author_code = ${own} and p.home_code not in (select k.code from kabupaten k)))
        and exists (select from catalogue_reports r where r.post_id = p.id and r.decided_at is null
                     and not exists (select from notices n
                                      where n.kabupaten_code = ${own} and n.about_kind = '${REPORT_NOTICE}'
                                        and n.about_id = p.id::text and n.created_at >= r.created_at))
        and not exists (select from notices n
                         where n.kabupaten_code = ${own} and n.about_kind = '${REPORT_NOTICE}'
                           and n.about_id = p.id::text and n.settled_at is null)
     union all
     select 'hidden', p.id, p.entry_id, ${name}, null, p.user_id, p.hidden_reason,
            p.id || '/disembunyikan/' || extract(epoch from p.hidden_at)
       from catalogue_posts p
      where p.author_code = ${own} and p.hidden_at > ${since}
        and not exists (select from notices n
                         where n.kabupaten_code = ${own} and n.to_user = p.user_id and n.about_kind = '${NEWS_NOTICE}'
                           and n.about_id = p.id || '/disembunyikan/' || extract(epoch from p.hidden_at))
      limit ${MOST}`,
    values.list,
  );
}
