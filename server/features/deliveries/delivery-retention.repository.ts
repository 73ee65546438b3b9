import type { RoundTask } from '../../platform/startup/daily-round.ts';
import { inKabupaten } from './subscriptions.repository.ts';

/** So many months the log keeps a mail after it was sent, failed or was dropped, and a subscription after it ended. */
export const KEPT_MONTHS = 12;
/** So many hours an address waits for its code, which itself is good for half an hour. */
export const WAITING_HOURS = 24;

/**
 * Deletes settled mails from the log with their text, and ended subscriptions that no mail is left of; whose address was
 * never confirmed is forgotten. That somebody subscribed, and what was mailed to whom, stays in the audit trail.
 */
export const deliveryRetention: RoundTask = {
  name: 'delivery-retention',
  run: ({ database, kabupaten, now }) =>
    inKabupaten(database, kabupaten.code, async (transaction) => {
      const values = { code: kabupaten.code, now };
      await transaction.raw(
        `delete from deliveries
          where kabupaten_code = :code and state <> 'waiting'
            and updated_at < :now::timestamptz - interval '${KEPT_MONTHS} months'`,
        values,
      );
      await transaction.raw(
        `delete from subscriptions s
          where s.kabupaten_code = :code and s.ended_at < :now::timestamptz - interval '${KEPT_MONTHS} months'
            and not exists (select 1 from deliveries d
                             where d.kabupaten_code = :code and d.subscription_id = s.id)`,
        values,
      );
      await transaction.raw(
        `update mail_addresses set waiting_address = null, code_hash = null, code_tries = 0
          where waiting_address is not null
            and code_sent_at < :now::timestamptz - interval '${WAITING_HOURS} hours'`,
        { now },
      );
    }),
};
