import type { TellingTransaction } from './alert-sources.ts';

/** What somebody may have asked to hear of by mail. */
export type MailedKind = 'alert' | 'digest';

/** A person with settings, and which mails still come of them. */
export interface MailedPerson {
  readonly userId: string;
  readonly wants: Readonly<Record<MailedKind, boolean>>;
}

/** Everybody in the kabupaten who ever said what to hear of. */
export async function listMailedPersons(
  transaction: TellingTransaction,
  kabupatenCode: string,
): Promise<MailedPerson[]> {
  const found: { rows: { user_id: string; alert: boolean; digest: boolean }[] } = await transaction.raw(
    `select s.user_id, bool_or(s.ways::text like '%"mail"%') as alert, bool_or(s.digest <> 'off') as digest
       from alert_settings s where s.kabupaten_code = ? group by s.user_id`,
    [kabupatenCode],
  );
  return found.rows.map(({ user_id: userId, alert, digest }) => ({ userId, wants: { alert, digest } }));
}

/** Ends the mails of one kind for a person, in every post: alerts come as notices from then on, the digest not at all. */
export async function endMails(
  transaction: TellingTransaction,
  kabupatenCode: string,
  userId: string,
  kind: MailedKind,
  now: string,
): Promise<void> {
  const own = { code: kabupatenCode, userId, now };
  await transaction.raw(
    kind === 'digest'
      ? `update alert_settings set digest = 'off', updated_at = :now
          where kabupaten_code = :code and user_id = :userId and digest <> 'off'`
      : `update alert_settings
            set ways = (select jsonb_object_agg(w.key, case w.value when 'mail' then 'notice' else w.value end)
                          from jsonb_each_text(ways) w),
                updated_at = :now
          where kabupaten_code = :code and user_id = :userId and ways <> '{}'`,
    own,
  );
}
