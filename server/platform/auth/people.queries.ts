import type { Knex } from 'knex';
import type { Role } from '#domain/permissions';
import type { Grant } from './person.ts';

export interface StoredUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly grants: readonly Grant[];
}

interface UserRow {
  id: string;
  username: string;
  name: string;
  password_hash: string;
  role: Role | null;
  unit_code: string | null;
  kabupaten_code: string | null;
  kabupaten_name: string | null;
  time_zone: string | null;
  kabupaten_demo: boolean | null;
}

/** Grants begin and end with the day in their kabupaten's zone. */
const SELECT = `
  select u.id, u.username, u.name, u.password_hash, g.role, g.unit_code,
         k.code as kabupaten_code, k.name as kabupaten_name, k.time_zone, k.demo as kabupaten_demo
    from users u
    left join (grants g left join kabupaten k on k.code = g.kabupaten_code)
      on g.user_id = u.id
     and g.valid_from <= (?::timestamptz at time zone coalesce(k.time_zone, 'Asia/Jakarta'))::date
     and (g.valid_to is null or g.valid_to > (?::timestamptz at time zone coalesce(k.time_zone, 'Asia/Jakarta'))::date)
   where u.active and `;

/** An active user by username (any case), with the grants valid at the instant `now`; null when there is none. */
export async function findUserByUsername(
  database: Knex,
  username: string,
  now: string,
): Promise<StoredUser | null> {
  return findUser(database, `${SELECT} u.username = ? order by g.valid_from, g.role`, [
    now,
    now,
    username.toLowerCase(),
  ]);
}

/** An active user by id, with the grants valid at the instant `now`; null when there is none. */
export async function findUserById(database: Knex, id: string, now: string): Promise<StoredUser | null> {
  return findUser(database, `${SELECT} u.id = ? order by g.valid_from, g.role`, [now, now, id]);
}

async function findUser(
  database: Knex,
  sql: string,
  bindings: readonly string[],
): Promise<StoredUser | null> {
  const result: { rows: UserRow[] } = await database.raw(sql, bindings);
  const first = result.rows[0];
  if (!first) return null;
  return {
    id: first.id,
    username: first.username,
    name: first.name,
    passwordHash: first.password_hash,
    grants: result.rows.flatMap((row) => (row.role === null ? [] : [grantOf(row, row.role)])),
  };
}

function grantOf(row: UserRow, role: Role): Grant {
  const { kabupaten_code: code, kabupaten_name: name, time_zone: timeZone } = row;
  return {
    role,
    unitCode: row.unit_code,
    kabupaten:
      code !== null && name !== null && timeZone !== null
        ? { code, name, timeZone, demo: row.kabupaten_demo === true }
        : null,
  };
}

/** Demo accounts, for the hint on the sign-in page. */
export async function listDemoAccounts(database: Knex): Promise<{ username: string; name: string }[]> {
  return database('users')
    .select('username', 'name')
    .where({ demo: true, active: true })
    .orderBy('created_at')
    .orderBy('id');
}
