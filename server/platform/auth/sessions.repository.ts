import { createHash } from 'node:crypto';
import type { SessionData } from 'express-session';
import type { Knex } from 'knex';

/** A device someone is signed in on. */
export interface OwnSession {
  readonly sid: string;
  /** What is shown in place of the session's id, which would open it. */
  readonly id: string;
  readonly device: string;
  readonly address: string | null;
  /** ISO 8601. */
  readonly signedInAt: string;
  readonly lastSeenAt: string;
}

interface SessionValues {
  readonly device?: string;
  readonly address?: string;
  readonly signedInAt?: string;
  readonly lastSeenAt?: string;
}

/** What stands for a session's id wherever it is shown. */
function sessionMark(sid: string): string {
  return createHash('sha256').update(`device|${sid}`).digest('base64url');
}

/**
 * The sessions a person has open, the last seen first.
 *
 * @param idleSince ISO instant; what was not seen since then has ended
 */
export async function listSessionsOf(
  database: Knex,
  userId: string,
  idleSince: string,
): Promise<OwnSession[]> {
  const result: { rows: { sid: string; sess: SessionValues }[] } = await database.raw(
    `select sid, sess from sessions
      where sess ->> 'userId' = ? and expire > now() and sess ->> 'lastSeenAt' > ?
      order by sess ->> 'lastSeenAt' desc, sid`,
    [userId, idleSince],
  );
  return result.rows.map(({ sid, sess }) => ({
    sid,
    id: sessionMark(sid),
    device: sess.device ?? '',
    address: sess.address ?? null,
    signedInAt: sess.signedInAt ?? '',
    lastSeenAt: sess.lastSeenAt ?? '',
  }));
}

/** What a session holds that has not run out; null when it was ended. */
export async function findSession(database: Knex, sid: string): Promise<Partial<SessionData> | null> {
  const result: { rows: { sess: Partial<SessionData> }[] } = await database.raw(
    'select sess from sessions where sid = ? and expire > now()',
    [sid],
  );
  return result.rows[0]?.sess ?? null;
}

/** Ends a person's sessions at once, all or all but one; answers how many there were. */
export async function endSessionsOf(database: Knex, userId: string, exceptSid?: string): Promise<number> {
  const result: { rowCount: number } = await database.raw(
    `delete from sessions where sess ->> 'userId' = ? and sid <> ?`,
    [userId, exceptSid ?? ''],
  );
  return result.rowCount;
}

/** Ends one session of a person; false when it is not (or no longer) theirs. */
export async function endSessionOf(database: Knex, userId: string, sid: string): Promise<boolean> {
  const result: { rowCount: number } = await database.raw(
    `delete from sessions where sess ->> 'userId' = ? and sid = ?`,
    [userId, sid],
  );
  return result.rowCount === 1;
}

/**
 * Changes values of a session that is there. Not by way of the session store: that would bring a session back which
 * was ended while a request of it was still running.
 */
export async function changeSession(
  database: Knex,
  sid: string,
  values: Readonly<Record<string, string | null>>,
): Promise<void> {
  await database.raw(`update sessions set sess = (sess::jsonb || ?::jsonb)::json where sid = ?`, [
    JSON.stringify(values),
    sid,
  ]);
}

/** Notes that a session was used, unless that was noted since `notedSince`. Both are ISO instants. */
export async function noteSessionUse(
  database: Knex,
  sid: string,
  now: string,
  notedSince: string,
): Promise<void> {
  await database.raw(
    `update sessions set sess = (sess::jsonb || jsonb_build_object('lastSeenAt', ?::text))::json
      where sid = ? and sess ->> 'lastSeenAt' <= ?`,
    [now, sid, notedSince],
  );
}
