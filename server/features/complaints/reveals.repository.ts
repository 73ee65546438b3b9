import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { AuditActor } from '../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import { setKabupatenSql } from '../../platform/database/scoped.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';

/** Reporters one person opens in an hour: more than a day's work of asking back, far less than a register. */
const MOST_REVEALS = 20;
const HOUR = 3_600_000;

export interface NewReveal {
  readonly kabupatenCode: string;
  readonly complaintId: string;
  readonly complaintUnit: string;
  readonly userId: string;
  readonly postId: string;
  readonly postTitle: string;
  readonly reason: string;
  /** ISO instants. */
  readonly at: string;
  readonly expiresAt: string;
}

/**
 * Opens a complaint's reporter: the reveal and its entry in the audit trail are written together, so that nobody learns
 * an identity without leaving both. The reason is in the person's own words and may name people: in the trail it is
 * sealed like a name.
 *
 * @throws ProblemException 429 `too-many-reveals`
 */
export async function writeReveal(
  database: Knex,
  audit: AuditLog,
  actor: AuditActor,
  reveal: NewReveal,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.raw(setKabupatenSql(reveal.kabupatenCode));
    await checkPace(transaction, reveal);
    const id = uuidv7();
    await transaction('reveals').insert({
      kabupaten_code: reveal.kabupatenCode,
      id,
      complaint_id: reveal.complaintId,
      user_id: reveal.userId,
      post_id: reveal.postId,
      post_title: reveal.postTitle,
      reason: reveal.reason,
      at: reveal.at,
      expires_at: reveal.expiresAt,
    });
    await audit.record(transaction, reveal.kabupatenCode, actor, {
      action: 'reveal-reporter',
      subject: `complaints/${reveal.complaintId}`,
      details: { reveal: id, unit: reveal.complaintUnit, expiresAt: reveal.expiresAt },
      personal: { reason: reveal.reason },
    });
  });
}

/** One reveal of a person at a time, so that many sent at once are counted too. */
async function checkPace(
  transaction: Knex.Transaction,
  { kabupatenCode, userId, at }: NewReveal,
): Promise<void> {
  await transaction.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`reveals of ${userId}`]);
  const result: { rows: { count: number; oldest: Date | null }[] } = await transaction.raw(
    `select count(*) as count, min(at) as oldest from (
       select at from reveals
        where kabupaten_code = ? and user_id = ? and at > ?::timestamptz - interval '1 hour'
        order by at desc limit ?) as last_hour`,
    [kabupatenCode, userId, at, MOST_REVEALS],
  );
  const { count = 0, oldest = null } = result.rows[0] ?? {};
  if (count < MOST_REVEALS || oldest === null) return;
  const minutes = Math.max(1, Math.ceil((oldest.getTime() + HOUR - Date.parse(at)) / 60_000));
  throw new ProblemException(429, 'too-many-reveals', { most: MOST_REVEALS, minutes });
}
