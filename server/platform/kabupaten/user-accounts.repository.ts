import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '#domain/permissions';
import type { IsoDate } from '#domain/period/civil-date';
import { errorCode, OperatorError } from '../operator-error.ts';

/** A role someone holds: for a kabupaten, for one unit in it, or (without a kabupaten) for the installation. */
export interface NewGrant {
  readonly role: Role;
  readonly kabupatenCode: string | null;
  readonly unitCode: string | null;
  /** Jabatan, for instance "Camat Sebulu"; null when nothing is to be said. */
  readonly post: string | null;
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
 * Adds a person with the roles held.
 *
 * @param database a pool, or a transaction to be part of
 * @throws OperatorError when the username is taken
 */
export async function addUser(database: Knex, user: NewUser): Promise<void> {
  const id = uuidv7();
  try {
    await database.transaction(async (transaction) => {
      await transaction('users').insert({
        id,
        username: user.username,
        name: user.name,
        password_hash: user.passwordHash,
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
}

async function insertGrants(
  transaction: Knex.Transaction,
  userId: string,
  grants: readonly NewGrant[],
  demo: boolean,
): Promise<void> {
  if (grants.length === 0) return;
  await transaction('grants').insert(
    grants.map((grant) => ({
      id: uuidv7(),
      user_id: userId,
      role: grant.role,
      kabupaten_code: grant.kabupatenCode,
      unit_code: grant.unitCode,
      post: grant.post,
      valid_from: grant.validFrom,
      demo,
    })),
  );
}

export interface UserLine {
  readonly username: string;
  readonly name: string;
  readonly active: boolean;
  readonly demo: boolean;
  readonly role: string | null;
  readonly kabupatenCode: string | null;
  readonly unitCode: string | null;
}

/** Everyone with the roles held on `today`, one line a role; people without any have one line. */
export async function listUsers(database: Knex, today: IsoDate): Promise<UserLine[]> {
  const result = await database.raw<{ rows: UserLine[] }>(
    `select u.username, u.name, u.active, u.demo, g.role, g.kabupaten_code as "kabupatenCode", g.unit_code as "unitCode"
       from users u
       left join grants g on g.user_id = u.id and g.valid_from <= ?::date and (g.valid_to is null or g.valid_to > ?::date)
      order by u.username, g.role`,
    [today, today],
  );
  return result.rows;
}
