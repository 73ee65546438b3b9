import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Capacity, Role } from '#domain/permissions';
import type { IsoDate } from '#domain/period/civil-date';
import { errorCode, OperatorError } from '../operator-error.ts';

/** A role someone holds: for a kabupaten, for one unit in it, or (without a kabupaten) for the installation. */
export interface NewGrant {
  readonly role: Role;
  readonly kabupatenCode: string | null;
  readonly unitCode: string | null;
  /** Jabatan, for instance "Camat Sebulu". */
  readonly title: string;
  readonly validFrom: IsoDate;
}

export interface NewUser {
  /** Lower case. */
  readonly username: string;
  /** Shown on screens. */
  readonly name: string;
  readonly passwordHash: string;
  readonly demo: boolean;
  readonly grants: readonly NewGrant[];
}

const UNIQUE_VIOLATION = '23505';

/**
 * Adds a person with the posts held. Answers the person's id.
 *
 * @param database a pool, or a transaction to be part of
 * @throws OperatorError when the username is taken
 */
export async function addUser(database: Knex, user: NewUser): Promise<string> {
  const id = uuidv7();
  try {
    await database.transaction(async (transaction) => {
      await transaction('users').insert({
        id,
        username: user.username,
        name: user.name,
        password_hash: user.passwordHash,
        password_set_at: transaction.fn.now(),
        demo: user.demo,
      });
      await insertGrants(transaction, id, user.grants, user.demo);
    });
  } catch (error) {
    if (errorCode(error) === UNIQUE_VIOLATION) {
      throw new OperatorError(`Nama pengguna "${user.username}" sudah dipakai.`, { cause: error });
    }
    throw error;
  }
  return id;
}

async function insertGrants(
  transaction: Knex.Transaction,
  userId: string,
  grants: readonly NewGrant[],
  demo: boolean,
): Promise<void> {
  if (grants.length === 0) return;
  const posts = grants.map((grant) => ({ ...grant, id: uuidv7() }));
  await transaction('posts').insert(
    posts.map((post) => ({
      id: post.id,
      kabupaten_code: post.kabupatenCode,
      role: post.role,
      unit_code: post.unitCode,
      title: post.title,
      demo,
    })),
  );
  await transaction('post_holders').insert(
    posts.map((post) => ({
      id: uuidv7(),
      post_id: post.id,
      user_id: userId,
      capacity: 'tetap',
      valid_from: post.validFrom,
    })),
  );
}

/** A person and one post held, for the operator. */
export interface UserLine {
  readonly username: string;
  readonly active: boolean;
  readonly demo: boolean;
  /** False until a password is set or single sign-on is used. */
  readonly ready: boolean;
  readonly role: Role | null;
  readonly kabupatenCode: string | null;
  readonly unitCode: string | null;
  readonly title: string | null;
  readonly capacity: Capacity | null;
}

/** Everyone with the posts held on `today`, one line a post; people without any have one line. */
export async function listUsers(database: Knex, today: IsoDate): Promise<UserLine[]> {
  const result = await database.raw<{ rows: UserLine[] }>(
    `select u.username, u.active, u.demo,
            (u.password_hash is not null or exists (select 1 from sso_identities s where s.user_id = u.id)) as ready,
            p.role, p.kabupaten_code as "kabupatenCode", p.unit_code as "unitCode", p.title, h.capacity
       from users u
       left join (post_holders h join posts p on p.id = h.post_id)
         on h.user_id = u.id and h.valid_from <= ?::date and (h.valid_to is null or h.valid_to > ?::date)
        and (p.closed_on is null or p.closed_on > ?::date)
      where u.erased_at is null
      order by u.username, h.capacity = 'ajudan', p.role, p.title`,
    [today, today, today],
  );
  return result.rows;
}
