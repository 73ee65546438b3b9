import type { Knex } from 'knex';
import {
  holdsIdentityNumber,
  POSTS_AN_HOUR,
  REPEATED_WITHIN_HOURS,
  REPORTS_A_DAY,
} from '#domain/innovations/forum/forum-rules';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { settleNotices } from '../../../platform/notices/notices.repository.ts';
import type { ForumDesk } from './forum-desk.ts';
import { writeToForum } from './forum-write.repository.ts';
import { QUESTION_NOTICE } from './told-news.ts';

/** The entry that is spoken about. */
export interface SpokenEntry {
  readonly id: string;
  readonly name: string;
  readonly homeCode: string;
  readonly version: number;
  readonly stopped: boolean;
}

const HOUR_MS = 60 * 60 * 1_000;

/**
 * Asks or answers. Who asks follows the entry from then on; an answer from the entry's home takes the question off the
 * list of what waits there.
 *
 * @param answers the question that is answered; null asks one
 * @returns the id of the post
 * @throws ProblemException 400 with an identity number in the text, 404 where there is no such question, 409 for the same
 *   text twice, 429 beyond the limit of an hour
 */
export async function insertPost(
  desk: ForumDesk,
  entry: SpokenEntry,
  {
    body,
    answers,
    demo = false,
  }: { readonly body: string; readonly answers: string | null; readonly demo?: boolean },
): Promise<string> {
  refuseIdentityNumber(body);
  const { speaker, now } = desk;
  return writeToForum(desk, async (transaction) => {
    await refuseFlood(transaction, desk, entry.id, body);
    if (answers !== null) await requireQuestion(transaction, entry.id, answers);
    const id = newRecordId();
    await transaction('catalogue_posts').insert({
      id,
      entry_id: entry.id,
      home_code: entry.homeCode,
      answers,
      body,
      ...authorColumns(desk),
      author_code: speaker.code,
      created_at: now,
      demo,
    });
    if (answers === null)
      await transaction('catalogue_follows')
        .insert({
          user_id: speaker.userId,
          kind: 'entry',
          key: entry.id,
          created_at: now,
          version: entry.version,
          stopped: entry.stopped,
        })
        .onConflict(['user_id', 'kind', 'key'])
        .ignore();
    else if (speaker.code === entry.homeCode)
      await settleNotices(transaction, entry.homeCode, { kind: QUESTION_NOTICE, id: answers }, now);
    await desk.audit.record(transaction, desk.chain, desk.actor, {
      action: answers === null ? 'forum-asked' : 'forum-answered',
      subject: `innovations/${entry.id}`,
      details: { innovation: entry.name, post: id },
      personal: { text: body },
    });
    return id;
  });
}

/** Endorses an entry, or says it with another reason. One endorsement a person. */
export async function endorse(
  desk: ForumDesk,
  entry: SpokenEntry,
  reason: string,
  demo = false,
): Promise<void> {
  refuseIdentityNumber(reason);
  await writeToForum(desk, async (transaction) => {
    await transaction('catalogue_endorsements')
      .insert({
        entry_id: entry.id,
        home_code: entry.homeCode,
        reason,
        ...authorColumns(desk),
        created_at: desk.now,
        demo,
      })
      .onConflict(['entry_id', 'user_id'])
      .merge();
    await desk.audit.record(transaction, desk.chain, desk.actor, {
      action: 'forum-endorsed',
      subject: `innovations/${entry.id}`,
      details: { innovation: entry.name },
      personal: { reason },
    });
  });
}

/** @throws ProblemException 404 for who does not endorse it */
export async function withdraw(desk: ForumDesk, entry: Pick<SpokenEntry, 'id' | 'name'>): Promise<void> {
  await writeToForum(desk, async (transaction) => {
    const gone = await transaction('catalogue_endorsements')
      .where({ entry_id: entry.id, user_id: desk.speaker.userId })
      .delete();
    if (gone === 0) throw new ProblemException(404, 'forum-not-endorsed');
    await desk.audit.record(transaction, desk.chain, desk.actor, {
      action: 'forum-endorsement-withdrawn',
      subject: `innovations/${entry.id}`,
      details: { innovation: entry.name },
    });
  });
}

/**
 * Reports a post to those who moderate.
 * @throws ProblemException 409 for who reported it already, 429 beyond the limit of a day
 */
export async function report(
  desk: ForumDesk,
  post: { readonly id: string; readonly entryId: string; readonly innovation: string },
  reason: string,
): Promise<void> {
  const { speaker, now } = desk;
  await writeToForum(desk, async (transaction) => {
    const mine = transaction('catalogue_reports').where({ user_id: speaker.userId });
    const waiting: unknown = await mine
      .clone()
      .where({ post_id: post.id })
      .whereNull('decided_at')
      .first('id');
    if (waiting !== undefined) throw new ProblemException(409, 'forum-reported-already');
    const sent = await countOf(mine.clone().where('created_at', '>', before(now, 24)));
    if (sent >= REPORTS_A_DAY)
      throw new ProblemException(429, 'forum-too-many-reports', { most: REPORTS_A_DAY });
    await transaction('catalogue_reports').insert({
      id: newRecordId(),
      post_id: post.id,
      user_id: speaker.userId,
      reason,
      created_at: now,
    });
    await desk.audit.record(transaction, desk.chain, desk.actor, {
      action: 'forum-reported',
      subject: `innovations/${post.entryId}`,
      details: { innovation: post.innovation, post: post.id },
      personal: { reason },
    });
  });
}

function authorColumns({ speaker }: ForumDesk): Record<string, string | null> {
  return {
    user_id: speaker.userId,
    author_name: speaker.name,
    author_title: speaker.title,
    author_home: speaker.home,
  };
}

function refuseIdentityNumber(text: string): void {
  if (holdsIdentityNumber(text)) throw new ProblemException(400, 'forum-identity-number');
}

async function refuseFlood(
  transaction: Knex.Transaction,
  { speaker, now }: ForumDesk,
  entryId: string,
  body: string,
): Promise<void> {
  const mine = transaction('catalogue_posts').where({ user_id: speaker.userId });
  if ((await countOf(mine.clone().where('created_at', '>', before(now, 1)))) >= POSTS_AN_HOUR)
    throw new ProblemException(429, 'forum-too-many-posts', { most: POSTS_AN_HOUR });
  const again: unknown = await mine
    .clone()
    .where({ entry_id: entryId, body })
    .where('created_at', '>', before(now, REPEATED_WITHIN_HOURS))
    .first('id');
  if (again !== undefined) throw new ProblemException(409, 'forum-repeated');
}

/** A question of this very entry that is not hidden; an answer cannot be answered. */
async function requireQuestion(transaction: Knex.Transaction, entryId: string, id: string): Promise<void> {
  const question: unknown = await transaction('catalogue_posts')
    .where({ id, entry_id: entryId, answers: null, hidden_at: null })
    .first('id');
  if (question === undefined) throw new ProblemException(404, 'forum-question-gone');
}

function before(now: string, hours: number): string {
  return new Date(Date.parse(now) - hours * HOUR_MS).toISOString();
}

async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const [row] = await query.count<{ count: number }[]>({ count: '*' });
  return row?.count ?? 0;
}
