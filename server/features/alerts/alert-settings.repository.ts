import type { AlertSettings } from '#contract/reports/alerts';
import type { AuditActor } from '../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import type { Database } from '../../platform/database/pool.ts';
import { writeInScope } from '../../platform/database/scoped.ts';

/** Whose settings are saved, and when. */
export interface SettingsDesk {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly actor: AuditActor;
  readonly kabupatenCode: string;
  readonly userId: string;
  readonly postId: string;
  /** Today in the kabupaten's zone, and the ISO instant. */
  readonly today: string;
  readonly now: string;
}

/**
 * Saves what a person wants to hear in a post. The first digest goes out at its next turn: what was before it was asked
 * for is not told.
 */
export async function saveSettings(desk: SettingsDesk, { ways, digest }: AlertSettings): Promise<void> {
  const { kabupatenCode, userId, postId, today, now } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const own = { kabupaten_code: kabupatenCode, user_id: userId, post_id: postId };
    const before = (await transaction('alert_settings').select('digest', 'digest_on').where(own).first()) as
      { digest: string; digest_on: string | null } | undefined;
    const goesOn = before !== undefined && before.digest !== 'off' && digest !== 'off';
    const row = {
      ...own,
      ways: JSON.stringify(ways),
      digest,
      digest_on: goesOn ? before.digest_on : today,
      updated_at: now,
    };
    await transaction('alert_settings')
      .insert(row)
      .onConflict(['kabupaten_code', 'user_id', 'post_id'])
      .merge();
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'alert-settings-changed',
      subject: `users/${userId}`,
      details: { ...ways, digest },
    });
    return { result: undefined, changed: false };
  });
}
