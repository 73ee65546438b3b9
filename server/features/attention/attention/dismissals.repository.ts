import type { Knex } from 'knex';
import type { AuditActor } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';

export interface NewDismissal {
  readonly kabupatenCode: string;
  readonly key: string;
  readonly unitCode: string;
  /** Top of the scope it is said in. */
  readonly rootUnit: string;
  readonly reason: string;
  readonly postId: string;
  readonly postTitle: string;
  /** ISO instant. */
  readonly at: string;
  /** First day on which it is looked at again. */
  readonly untilOn: string;
}

/** Says of an exception that it is no problem. The reason may name people: in the trail it is sealed like a name. */
export async function writeDismissal(
  database: Knex,
  audit: AuditLog,
  actor: AuditActor,
  dismissal: NewDismissal,
): Promise<string> {
  const { kabupatenCode, unitCode, key, untilOn, reason } = dismissal;
  return writeInScope(database, { kabupatenCode }, async (transaction) => {
    const id = newRecordId();
    await transaction('attention_dismissals').insert({
      kabupaten_code: kabupatenCode,
      id,
      item_key: key,
      unit_code: unitCode,
      root_unit: dismissal.rootUnit,
      reason,
      post_id: dismissal.postId,
      post_title: dismissal.postTitle,
      created_at: dismissal.at,
      until_on: untilOn,
    });
    await audit.record(transaction, kabupatenCode, actor, {
      action: 'attention-dismissed',
      subject: `units/${unitCode}`,
      details: { unit: unitCode, key, untilOn },
      personal: { reason },
    });
    return { result: id, changed: true };
  });
}
