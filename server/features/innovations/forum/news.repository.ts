import type { Knex } from 'knex';
import type { NoticeKind, NoticeParams } from '#domain/notices/notice-kinds';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope, writeInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { readPostsOfRoles } from '../../../platform/kabupaten/posts-of-roles.queries.ts';
import { sendNotice, type NoticeReceiver } from '../../../platform/notices/notices.repository.ts';
import { readEntryPosts } from '../entry-desk.ts';
import {
  readFollowedNews,
  readModerationNews,
  readUnansweredQuestions,
  type FollowedNews,
  type ModerationNews,
} from './due-news.queries.ts';
import { NEWS_NOTICE, QUESTION_NOTICE, REPORT_NOTICE } from './told-news.ts';

/** A kabupaten whose people are told, and its clock. */
export interface ToldKabupaten {
  readonly code: string;
  readonly timeZone: string;
  readonly today: string;
  /** ISO instant. */
  readonly now: string;
}

interface DueNotice {
  readonly to: readonly NoticeReceiver[];
  readonly kind: NoticeKind;
  readonly params: NoticeParams;
  readonly about: { readonly kind: string; readonly id: string };
  readonly link: string;
  readonly needsAction: boolean;
  /** What the person knows of a followed entry once this is told. */
  readonly known?: { readonly userId: string; readonly entryId: string };
}

/**
 * Tells the people of a kabupaten what they follow, what waits for their answer and what a moderator decided, as far as
 * they were not told; in the scope of that kabupaten alone. Doing it twice tells nothing twice.
 */
export async function tellNews(database: Database, kabupaten: ToldKabupaten): Promise<void> {
  // Where nobody holds a post that could be told, the list of the screen remains.
  const due = (await readDue(database, kabupaten)).filter(({ to }) => to.length > 0);
  if (due.length === 0) return;
  const { code, now } = kabupaten;
  await writeInScope(database, { kabupatenCode: code }, async (transaction) => {
    for (const notice of due) await tellOnce(transaction, code, notice, now);
    return { result: undefined, changed: false };
  });
}

async function readDue(
  database: Database,
  { code, timeZone, today, now }: ToldKabupaten,
): Promise<DueNotice[]> {
  return readInScope(database, { kabupatenCode: code }, async (transaction) => {
    const reader = { transaction, own: code, publicOnly: false, userId: null, today, zone: timeZone };
    const followed = await readFollowedNews(reader, now);
    const questions = await readUnansweredQuestions(reader, now);
    const moderation = await readModerationNews(reader, now);
    if (questions.length + moderation.length === 0) return followed.map(followedNotice);
    const { units } = (await readStructure(transaction)).structure;
    const posts = await readEntryPosts(transaction, units, today);
    const moderators = await readPostsOfRoles(transaction, ['organisasi', 'admin'], today);
    return [
      ...followed.map(followedNotice),
      ...questions.map((question): DueNotice => {
        const { id, name, unit_code: unit, entry_id: entryId, by_title, by_home } = question;
        return {
          to: posts.headsOf(unit ?? code).map((post) => ({ post })),
          kind: 'innovation-asked',
          params: { innovation: name, by: byWords(by_title, by_home) },
          about: { kind: QUESTION_NOTICE, id },
          link: forumLink(entryId),
          needsAction: true,
        };
      }),
      ...moderation.map((news) =>
        moderationNotice(
          news,
          moderators.filter(({ role }) => role === news.role).map(({ id }) => id),
        ),
      ),
    ];
  });
}

const KIND: Readonly<Record<FollowedNews['kind'], NoticeKind>> = {
  new: 'innovation-followed-new',
  version: 'innovation-followed-version',
  stopped: 'innovation-followed-stopped',
  question: 'innovation-followed-question',
  answer: 'innovation-followed-answer',
};

function followedNotice(news: FollowedNews): DueNotice {
  const { kind, user_id: userId, entry_id: entryId, name, home, version, stopped_on: on } = news;
  const params: Readonly<Record<FollowedNews['kind'], NoticeParams>> = {
    new: { home },
    version: { version },
    stopped: { on: on ?? '' },
    question: { by: byWords(news.by_title, news.by_home) },
    answer: { by: byWords(news.by_title, news.by_home) },
  };
  return {
    to: [{ user: userId }],
    kind: KIND[kind],
    params: { innovation: name, ...params[kind] },
    about: { kind: NEWS_NOTICE, id: news.about },
    link: news.by_title === null ? `/inovasi/${entryId}` : forumLink(entryId),
    needsAction: false,
    ...(kind === 'version' || kind === 'stopped' ? { known: { userId, entryId } } : {}),
  };
}

function moderationNotice(news: ModerationNews, moderators: readonly string[]): DueNotice {
  const { id, name, entry_id: entryId } = news;
  if (news.kind === 'reported')
    return {
      to: moderators.map((post) => ({ post })),
      kind: 'innovation-post-reported',
      params: { innovation: name },
      about: { kind: REPORT_NOTICE, id },
      link: '/inovasi/moderasi',
      needsAction: true,
    };
  return {
    to: news.user_id === null ? [] : [{ user: news.user_id }],
    kind: 'innovation-post-hidden',
    params: { innovation: name, reason: news.reason ?? '' },
    about: { kind: NEWS_NOTICE, id: news.about },
    link: forumLink(entryId),
    needsAction: false,
  };
}

/** The page of the entry, at its forum. */
function forumLink(entryId: string): string {
  return `/inovasi/${entryId}?lihat=tanya-jawab`;
}

/** "Camat Cikarang Utara, Bekasi". */
function byWords(title: string | null, home: string | null): string {
  return [title, home].filter((part) => part !== null && part !== '').join(', ');
}

/** Only one writer of a kabupaten at a time comes here: what another told meanwhile is seen. */
async function tellOnce(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  { to, about, known, ...notice }: DueNotice,
  at: string,
): Promise<void> {
  for (const receiver of to) {
    const told: unknown = await transaction('notices')
      .where({
        kabupaten_code: kabupatenCode,
        about_kind: about.kind,
        about_id: about.id,
        ...('post' in receiver ? { to_post: receiver.post } : { to_user: receiver.user }),
      })
      .where((of) => void of.whereNull('settled_at').orWhere('created_at', '>=', at))
      .first('id');
    if (told === undefined)
      await sendNotice(transaction, kabupatenCode, { ...notice, to: receiver, about, dueOn: null, at });
  }
  if (known !== undefined)
    await transaction.raw(
      `update catalogue_follows f set version = v.version, stopped = v.stopped_on is not null
         from (select i.id, i.version, i.stopped_on from innovations i where i.kabupaten_code = :kabupatenCode
               union all
               select c.id, c.version, c.stopped_on from catalogue_entries c where c.home_code <> :kabupatenCode) as v
        where f.user_id = :userId::uuid and f.kind = 'entry' and f.key = :entryId and v.id = :entryId::uuid`,
      { kabupatenCode, ...known },
    );
}
