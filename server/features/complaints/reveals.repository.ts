import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { AuditActor } from '../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import { setKabupatenSql } from '../../platform/database/scoped.ts';

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
 */
export async function writeReveal(
  database: Knex,
  audit: AuditLog,
  actor: AuditActor,
  reveal: NewReveal,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.raw(setKabupatenSql(reveal.kabupatenCode));
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
