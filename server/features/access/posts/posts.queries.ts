import type { Knex } from 'knex';
import type { Post } from '#contract/people';
import type { Capacity, Role } from '#domain/permissions';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { codeOf, type Office } from '../people/people-desk.repository.ts';

export interface PostRecord {
  readonly id: string;
  readonly title: string;
  readonly role: Role;
  readonly unitCode: string | null;
  readonly closedOn: string | null;
}

const POST = `p.id, p.title, p.role, p.unit_code as "unitCode", p.closed_on as "closedOn"`;

/** All posts of the office: open ones first, by unit and title. */
export async function readPosts(database: Knex, office: Office): Promise<PostRecord[]> {
  const result: { rows: PostRecord[] } = await database.raw(
    `select ${POST} from posts p where p.kabupaten_code is not distinct from cast(? as text)
      order by p.closed_on is not null, p.unit_code nulls first, p.title, p.id`,
    [codeOf(office)],
  );
  return result.rows;
}

/** A post of the office; null when it is another office's, or none. */
export async function findPost(database: Knex, office: Office, id: string): Promise<PostRecord | null> {
  const result: { rows: PostRecord[] } = await database.raw(
    `select ${POST} from posts p where p.id = ? and p.kabupaten_code is not distinct from cast(? as text)`,
    [id, codeOf(office)],
  );
  return result.rows[0] ?? null;
}

/** @throws ProblemException `post-not-found` with the given status: 404 in an address, 400 in a body */
export async function requirePost(
  database: Knex,
  office: Office,
  id: string,
  status: 400 | 404 = 404,
): Promise<PostRecord> {
  const post = await findPost(database, office, id);
  if (post === null) throw new ProblemException(status, 'post-not-found');
  return post;
}

/** Someone who holds, held or will hold a post. */
export interface HolderRecord {
  readonly id: string;
  readonly postId: string;
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly capacity: Capacity;
  readonly from: string;
  readonly to: string | null;
  readonly letter: string | null;
}

/** Holders of posts, newest first. */
export async function readHolders(database: Knex, postIds: readonly string[]): Promise<HolderRecord[]> {
  const result: { rows: HolderRecord[] } = await database.raw(
    `select h.id, h.post_id as "postId", h.user_id as "userId", u.username, u.name, h.capacity,
            h.valid_from as "from", h.valid_to as "to", h.letter
       from post_holders h join users u on u.id = h.user_id
      where h.post_id = any(?)
      order by h.valid_from desc, h.id desc`,
    [[...postIds]],
  );
  return result.rows;
}

/** A holder as the contract tells it. */
export function toHolder(holder: HolderRecord): Post['holders'][number] {
  const { id, username, name, capacity, from, to, letter } = holder;
  return { id, username, name, capacity, from, to, letter };
}
