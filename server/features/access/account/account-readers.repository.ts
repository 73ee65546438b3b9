import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';

/** Someone who reads for a post (ajudan). */
export interface Reader {
  readonly id: string;
  readonly userId: string;
  readonly post: { readonly id: string; readonly title: string };
  readonly username: string;
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
}

interface ReaderRow {
  id: string;
  post_id: string;
  user_id: string;
  title: string;
  username: string;
  name: string;
  valid_from: string;
  valid_to: string | null;
}

/** Readers of the posts, now or later; `today` is the first day that counts. */
export async function listReadersOf(
  database: Knex,
  postIds: readonly string[],
  today: string,
): Promise<Reader[]> {
  const rows = await database('post_holders as h')
    .join('posts as p', 'p.id', 'h.post_id')
    .join('users as u', 'u.id', 'h.user_id')
    .select<ReaderRow[]>(
      'h.id',
      'h.post_id',
      'h.user_id',
      'p.title',
      'u.username',
      'u.name',
      'h.valid_from',
      'h.valid_to',
    )
    .where('h.capacity', 'ajudan')
    .whereIn('h.post_id', postIds)
    .whereRaw('(h.valid_to is null or h.valid_to > ?)', [today])
    .orderBy(['p.title', 'u.name', 'h.valid_from', 'h.id']);
  return rows.map((row) => ({
    id: row.id,
    userId: row.user_id,
    post: { id: row.post_id, title: row.title },
    username: row.username,
    name: row.name,
    from: row.valid_from,
    to: row.valid_to,
  }));
}

/** Lets one change of a post's readers happen at a time. */
export async function lockPost(transaction: Knex.Transaction, postId: string): Promise<void> {
  await transaction('posts').select('id').where({ id: postId }).forUpdate();
}

/**
 * An active person who may read for a post of the kabupaten: someone who was invited there or held a post there, and
 * nowhere else; null for everyone else, as if they were not there.
 */
export async function findPossibleReader(
  database: Knex,
  username: string,
  kabupatenCode: string | null,
): Promise<{ readonly id: string } | null> {
  const result: { rows: { id: string }[] } = await database.raw(
    `select u.id from users u
      where u.username = :username and u.active and u.erased_at is null
        and (u.home_kabupaten is not distinct from cast(:code as text)
             or exists (select 1 from post_holders h join posts p on p.id = h.post_id
                         where h.user_id = u.id and h.capacity <> 'ajudan'
                           and p.kabupaten_code is not distinct from cast(:code as text)))
        and not exists (select 1 from post_holders h join posts p on p.id = h.post_id
                         where h.user_id = u.id and p.kabupaten_code is distinct from cast(:code as text))`,
    { username: username.toLowerCase(), code: kabupatenCode },
  );
  return result.rows[0] ?? null;
}

/** True when the person administers today or later: reading for others would open to an administrator what the role shuts. */
export async function isAdministrator(database: Knex, userId: string, today: string): Promise<boolean> {
  const row: unknown = await database('post_holders as h')
    .join('posts as p', 'p.id', 'h.post_id')
    .select('h.id')
    .where({ 'h.user_id': userId, 'p.role': 'admin' })
    .whereNot('h.capacity', 'ajudan')
    .whereRaw('(h.valid_to is null or h.valid_to > ?)', [today])
    .first();
  return row !== undefined;
}

/** True when the person holds the post, or reads for it, today or later. */
export async function isAtPost(
  database: Knex,
  postId: string,
  userId: string,
  today: string,
): Promise<boolean> {
  const row: unknown = await database('post_holders')
    .select('id')
    .where({ post_id: postId, user_id: userId })
    .whereRaw('(valid_to is null or valid_to > ?)', [today])
    .first();
  return row !== undefined;
}

/** Lets a person read for a post; `to` is the first day without. */
export async function addReaderTo(
  transaction: Knex.Transaction,
  postId: string,
  userId: string,
  term: { readonly from: string; readonly to: string | null },
): Promise<string> {
  const id = uuidv7();
  await transaction('post_holders').insert({
    id,
    post_id: postId,
    user_id: userId,
    capacity: 'ajudan',
    valid_from: term.from,
    valid_to: term.to,
  });
  return id;
}

/** Ends a reading today; one that had not begun never begins. False when it had ended before. */
export async function endReading(transaction: Knex.Transaction, id: string, today: string): Promise<boolean> {
  const result: { rowCount: number } = await transaction.raw(
    `update post_holders set valid_to = greatest(valid_from, ?::date)
      where id = ? and capacity = 'ajudan' and (valid_to is null or valid_to > ?::date)`,
    [today, id, today],
  );
  return result.rowCount === 1;
}
