import type { Knex } from 'knex';
import type { Permission, Role } from '#domain/permissions';
import type { HeldPost } from './person.ts';

/** A program's token that is in force, with the post it acts in. */
export interface StoredToken {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly post: HeldPost;
}

interface TokenRow {
  id: string;
  name: string;
  permissions: Permission[];
  post_id: string;
  title: string;
  role: Role;
  unit_code: string | null;
  kabupaten_code: string | null;
  kabupaten_name: string | null;
  time_zone: string | null;
  kabupaten_demo: boolean | null;
}

/** The token with this hash; null when there is none, it is revoked or over, or its post is closed at `now`. */
export async function findToken(database: Knex, hash: Buffer, now: string): Promise<StoredToken | null> {
  const result: { rows: TokenRow[] } = await database.raw(
    `select t.id, t.name, t.permissions, p.id as post_id, p.title, p.role, p.unit_code,
            k.code as kabupaten_code, k.name as kabupaten_name, k.time_zone, k.demo as kabupaten_demo
       from api_tokens t
       join posts p on p.id = t.post_id
       left join kabupaten k on k.code = p.kabupaten_code
      where t.token_hash = ? and t.revoked_at is null and t.expires_at > ?::timestamptz
        and (p.closed_on is null
             or p.closed_on > (?::timestamptz at time zone coalesce(k.time_zone, 'Asia/Jakarta'))::date)`,
    [hash, now, now],
  );
  const row = result.rows[0];
  if (!row) return null;
  const { kabupaten_code: code, kabupaten_name: name, time_zone: timeZone } = row;
  return {
    id: row.id,
    name: row.name,
    permissions: row.permissions,
    post: {
      id: row.post_id,
      title: row.title,
      role: row.role,
      capacity: 'tetap',
      unitCode: row.unit_code,
      kabupaten:
        code !== null && name !== null && timeZone !== null
          ? { code, name, timeZone, demo: row.kabupaten_demo === true }
          : null,
    },
  };
}

/** Notes that the token was used; at most once a minute, so that reading does not become writing. */
export async function noteTokenUse(database: Knex, id: string, now: string): Promise<void> {
  await database.raw(
    `update api_tokens set last_used_at = ?::timestamptz
      where id = ? and (last_used_at is null or last_used_at <= ?::timestamptz - interval '1 minute')`,
    [now, id, now],
  );
}
