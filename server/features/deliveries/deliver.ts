import type { DeliveryProblem, EndedReason } from '#contract/reports/subscriptions';
import { afterQuietHours } from '#domain/deliveries/schedule';
import { commandActor } from '../../platform/audit/audit-entry.ts';
import { findUserById } from '../../platform/auth/people.queries.ts';
import type { JobCall } from '../../platform/jobs/job-queue.ts';
import { listKabupaten, type KabupatenRecord } from '../../platform/kabupaten/kabupaten.queries.ts';
import { MailError } from '../../platform/mail/mailer.ts';
import { sendNotice } from '../../platform/notices/notices.repository.ts';
import { errorText } from '../../platform/operator-error.ts';
import { putOff, settleDelivery, takeUp, type DeliveryRecord } from './deliveries.repository.ts';
import { DELIVER, type DeliveryDeps, type DeliveryJob } from './delivery-deps.ts';
import { findMailAddress } from './mail-addresses.repository.ts';
import {
  isServerTrouble,
  settleServerTrouble,
  tellServerTrouble,
  TOLD_FROM_ATTEMPT,
} from './mail-server-word.repository.ts';
import { Ended, Failed, makeMail, type ReadyMail } from './make-mail.ts';
import { findSubscription, inKabupaten, markEnded } from './subscriptions.repository.ts';

/** A report that takes its process down with it is not tried for ever. */
const MOST_ATTEMPTS = DELIVER.retries + 3;

/**
 * Sends one delivery: what it tells is computed now, with the rights its receiver has now. Settled deliveries are left
 * alone, so that a job that runs twice sends once; between the server's yes and our note of it a killed process can send
 * the same mail again, under the same Message-ID.
 *
 * @throws when it is to be tried again
 */
export async function deliver(deps: DeliveryDeps, call: JobCall<DeliveryJob>): Promise<void> {
  const { kabupatenCode, id } = call.data;
  const kabupaten = (await listKabupaten(deps.database)).find(({ code }) => code === kabupatenCode);
  if (kabupaten === undefined) return;
  const { now } = deps.clock(kabupaten.timeZone);
  const open = afterQuietHours(now, kabupaten.timeZone);
  if (open !== now) {
    await waitForMorning(deps, kabupaten, id, open);
    return;
  }
  const delivery = await inKabupaten(deps.database, kabupatenCode, (transaction) =>
    takeUp(transaction, kabupatenCode, id, now),
  );
  if (delivery === null) return;
  try {
    const user = await findUserById(deps.database, delivery.user_id, now);
    if (user === null) throw new Ended('account-closed');
    const { address } = await findMailAddress(deps.database, delivery.user_id);
    if (address === null) throw new Failed('no-address');
    const ready = await makeMail(deps, kabupaten, delivery, user);
    await send(deps, kabupaten, delivery, ready, address);
    await noteSent(deps, kabupaten, delivery, ready, address);
  } catch (error) {
    await settleFailure(deps, kabupaten, delivery, error, call.last || delivery.attempts >= MOST_ATTEMPTS);
  }
}

/** @throws when the job that waits is this very one: the clock of the database is ahead of ours, and a later attempt is due */
async function waitForMorning(
  deps: DeliveryDeps,
  { code }: KabupatenRecord,
  id: string,
  open: string,
): Promise<void> {
  await inKabupaten(deps.database, code, async (transaction) => {
    await putOff(transaction, code, id, open, open);
    const waits = await deps.jobs.send(
      DELIVER.name,
      { kabupatenCode: code, id },
      // The key of the delivery is this job's own, which still runs.
      { key: `${id}/${open}`, startAfter: new Date(open), transaction },
    );
    if (!waits) throw new Error('quiet hours are not over yet');
  });
}

async function send(
  deps: DeliveryDeps,
  { code }: KabupatenRecord,
  delivery: DeliveryRecord,
  { mail, files, unsubscribeToken: token }: ReadyMail,
  to: string,
): Promise<void> {
  if (deps.mailer === null) throw new MailError('unreachable', 'no mail server is set');
  const origin = deps.publicUrl ?? '';
  await deps.mailer.send({
    to,
    ...mail,
    messageId: `${delivery.id}.${code}@${new URL(origin).hostname}`,
    date: delivery.due_at,
    files,
    ...(token === null ? {} : { unsubscribeUrl: new URL(`/api/v1/unsubscriptions/${token}`, origin).href }),
  });
}

async function noteSent(
  deps: DeliveryDeps,
  { code, timeZone }: KabupatenRecord,
  delivery: DeliveryRecord,
  { told, files }: ReadyMail,
  address: string,
): Promise<void> {
  const { now } = deps.clock(timeZone);
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  await inKabupaten(deps.database, code, async (transaction) => {
    const outcome = { state: 'sent', problem: null, address: masked(address), told, bytes, now } as const;
    if (!(await settleDelivery(transaction, code, delivery.id, outcome))) return;
    await settleServerTrouble(transaction, code, now);
    if (delivery.kind !== 'report') return;
    await deps.audit.record(transaction, code, commandActor('PANDU'), {
      action: 'report-mailed',
      subject: `users/${delivery.user_id}`,
      details: { report: told },
      personal: { address },
    });
  });
}

/** @throws the error itself when the delivery is to be tried again */
async function settleFailure(
  deps: DeliveryDeps,
  kabupaten: KabupatenRecord,
  delivery: DeliveryRecord,
  error: unknown,
  last: boolean,
): Promise<void> {
  if (error instanceof Ended) {
    await end(deps, kabupaten, delivery, error.reason);
    return;
  }
  const problem = problemOf(error);
  const final = last || error instanceof Failed || (error instanceof MailError && error.final);
  const { code, timeZone } = kabupaten;
  const { now } = deps.clock(timeZone);
  await inKabupaten(deps.database, code, async (transaction) => {
    const state = !final ? 'waiting' : problem === 'subscription-ended' ? 'dropped' : 'failed';
    if (!(await settleDelivery(transaction, code, delivery.id, { state, problem, now }))) return;
    if (isServerTrouble(problem) && (final || delivery.attempts >= TOLD_FROM_ATTEMPT))
      await tellServerTrouble(transaction, code, problem, now);
    if (state !== 'failed') return;
    await sendNotice(transaction, code, {
      to: { user: delivery.user_id },
      kind: `delivery-failed-${problem === 'refused' || problem === 'no-address' ? 'address' : 'here'}`,
      params: { told: await whatIs(deps, transaction, code, delivery) },
      about: { kind: 'delivery', id: delivery.id },
      link: '/laporan/langganan',
      needsAction: false,
      dueOn: null,
      at: now,
    });
  });
  if (!final) throw error;
  deps.log.error(
    { delivery: delivery.id, kabupaten: code, problem, attempts: delivery.attempts, error: errorText(error) },
    'mail not delivered',
  );
}

/** What a subscription is about where no mail was made that could say it. */
async function whatIs(
  deps: DeliveryDeps,
  transaction: Parameters<typeof findSubscription>[0],
  code: string,
  delivery: DeliveryRecord,
): Promise<string> {
  if (delivery.subscription_id === null) return delivery.subject ?? 'PANDU';
  const subscription = await findSubscription(transaction, code, delivery.subscription_id);
  if (subscription === null) return 'PANDU';
  return `${deps.reports.titleOf(subscription.report, 'id')} – ${subscription.unit_name}`;
}

/** The subscription ends with the post, the account or the right it rested on, and its owner is told where there is one. */
async function end(
  deps: DeliveryDeps,
  { code, timeZone }: KabupatenRecord,
  delivery: DeliveryRecord,
  reason: EndedReason,
): Promise<void> {
  const { now } = deps.clock(timeZone);
  const { subscription_id: subscription, user_id: user } = delivery;
  await inKabupaten(deps.database, code, async (transaction) => {
    const told = await whatIs(deps, transaction, code, delivery);
    await settleDelivery(transaction, code, delivery.id, {
      state: 'dropped',
      problem: 'subscription-ended',
      now,
    });
    if (subscription === null || !(await markEnded(transaction, code, subscription, reason, now))) return;
    await deps.audit.record(transaction, code, commandActor('PANDU'), {
      action: 'subscription-ended',
      subject: `users/${user}`,
      details: { report: told, reason },
    });
    if (reason === 'account-closed') return;
    await sendNotice(transaction, code, {
      to: { user },
      kind: reason === 'post-ended' ? 'subscription-ended-post' : 'subscription-ended-rights',
      params: { told },
      about: { kind: 'subscription', id: subscription },
      link: '/laporan/langganan',
      needsAction: false,
      dueOn: null,
      at: now,
    });
  });
}

function problemOf(error: unknown): DeliveryProblem {
  if (error instanceof Failed || error instanceof MailError) return error.problem;
  return 'report-failed';
}

/** `camat@kukarkab.go.id` as `c…@kukarkab.go.id`. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}
