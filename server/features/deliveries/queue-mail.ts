import type { DeliveryKind } from '#contract/reports/subscriptions';
import { afterQuietHours } from '#domain/deliveries/schedule';
import type { ClockSource } from '../../platform/clock.ts';
import type { JobQueue } from '../../platform/jobs/job-queue.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import { insertDelivery } from './deliveries.repository.ts';
import { enqueueDelivery } from './delivery-deps.ts';
import type { MailTransaction } from './subscriptions.repository.ts';

/** A mail of a feature, ready as it stands. */
export interface QueuedMail {
  /** User it is for; sent to the confirmed address, and not at all where there is none. */
  readonly personId: string;
  /** Post with whose rights it was written: it is not sent once the post is no longer theirs. */
  readonly postId: string;
  readonly kind: Exclude<DeliveryKind, 'report'>;
  readonly subject: string;
  /** Plain text; the foot with address and settings is added. */
  readonly text: string;
  /** What keeps it from being sent twice, for instance `digest <day> <user> <post>`. */
  readonly key: string;
}

/**
 * Queues a mail of a feature with its transaction, which is set to the kabupaten.
 *
 * @returns false when one of that key was queued before, or no mail server is set
 */
export type QueueMail = (
  transaction: MailTransaction,
  kabupaten: { readonly code: string; readonly timeZone: string },
  mail: QueuedMail,
) => Promise<boolean>;

/** How other features send mail: by the same road as reports, with its retries, quiet hours and log. */
export function mailQueue(deps: {
  readonly jobs: JobQueue;
  readonly clock: ClockSource;
  readonly mailer: Mailer | null;
}): QueueMail {
  return async (transaction, { code, timeZone }, mail) => {
    if (deps.mailer === null) return false;
    const { now } = deps.clock(timeZone);
    const sendAfter = afterQuietHours(now, timeZone);
    const id = await insertDelivery(transaction, code, {
      dedupe: mail.key,
      kind: mail.kind,
      userId: mail.personId,
      subscriptionId: null,
      postId: mail.postId,
      subject: mail.subject,
      body: mail.text,
      dueAt: now,
      sendAfter,
      now,
    });
    if (id === null) return false;
    await enqueueDelivery(deps.jobs, transaction, { kabupatenCode: code, id }, sendAfter);
    return true;
  };
}
