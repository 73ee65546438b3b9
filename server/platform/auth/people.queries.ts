import type { Knex } from 'knex';
import type { Capacity, Role } from '#domain/permissions';
import type { HeldPost } from './person.ts';

export interface StoredUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  /** Null when the person signs in by single sign-on only, or has not set a password yet. */
  readonly passwordHash: string | null;
  readonly demo: boolean;
  readonly hasSecondFactor: boolean;
  /** Posts held now, the first one first. */
  readonly posts: readonly HeldPost[];
}

interface UserRow {
  id: string;
  username: string;
  name: string;
  password_hash: string | null;
  demo: boolean;
  has_second_factor: boolean;
  post_id: string | null;
  title: string | null;
  role: Role | null;
  capacity: Capacity | null;
  unit_code: string | null;
  kabupaten_code: string | null;
  kabupaten_name: string | null;
  time_zone: string | null;
  kabupaten_demo: boolean | null;
}

/** A post is held from the day valid_from to the day before valid_to, in its kabupaten's zone. */
const SELECT = `
  select u.id, u.username, u.name, u.password_hash, u.demo, u.totp_confirmed_at is not null as has_second_factor,
         p.id as post_id, p.title, p.role, h.capacity, p.unit_code,
         k.code as kabupaten_code, k.name as kabupaten_name, k.time_zone, k.demo as kabupaten_demo
    from users u
    left join (post_holders h join posts p on p.id = h.post_id left join kabupaten k on k.code = p.kabupaten_code)
      on h.user_id = u.id
     and h.valid_from <= (?::timestamptz at time zone coalesce(k.time_zone, 'Asia/Jakarta'))::date
     and (h.valid_to is null or h.valid_to > (?::timestamptz at time zone coalesce(k.time_zone, 'Asia/Jakarta'))::date)
     and (p.closed_on is null or p.closed_on > (?::timestamptz at time zone coalesce(k.time_zone, 'Asia/Jakarta'))::date)
   where u.active and `;
const ORDER = `order by h.capacity = 'ajudan', h.valid_from, p.role, p.id`;

/** An active user by username (any case), with the posts held at the instant `now`; null when there is none. */
export async function findUserByUsername(
  database: Knex,
  username: string,
  now: string,
): Promise<StoredUser | null> {
  return findUser(database, `${SELECT} u.username = ? ${ORDER}`, [now, now, now, username.toLowerCase()]);
}

/** An active user by id, with the posts held at the instant `now`; null when there is none. */
export async function findUserById(database: Knex, id: string, now: string): Promise<StoredUser | null> {
  return findUser(database, `${SELECT} u.id = ? ${ORDER}`, [now, now, now, id]);
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
    demo: first.demo,
    hasSecondFactor: first.has_second_factor,
    posts: result.rows.flatMap((row) => postOf(row) ?? []),
  };
}

function postOf(row: UserRow): HeldPost | null {
  const { post_id: id, title, role, capacity } = row;
  if (id === null || title === null || role === null || capacity === null) return null;
  const { kabupaten_code: code, kabupaten_name: name, time_zone: timeZone } = row;
  return {
    id,
    title,
    role,
    capacity,
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
