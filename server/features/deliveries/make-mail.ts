import type { DeliveryProblem, EndedReason } from '#contract/reports/subscriptions';
import { addDays } from '#domain/period/civil-date';
import { periodAround } from '#domain/snapshots/snapshot-period';
import type { StoredUser } from '../../platform/auth/people.queries.ts';
import { may, personInPost, type Person } from '../../platform/auth/person.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import type { KabupatenRecord } from '../../platform/kabupaten/kabupaten.queries.ts';
import type { Mail } from '../../platform/mail/mailer.ts';
import type { DeliveryRecord } from './deliveries.repository.ts';
import type { DeliveryDeps } from './delivery-deps.ts';
import { plainMail, reportMail, toldOf, type MailText } from './mail-text.ts';
import { findSubscription, inKabupaten, type SubscriptionRecord } from './subscriptions.repository.ts';
import { unsubscribeToken } from './unsubscribe-token.ts';
import { isNews, newsToken } from './unsubscribed-news.ts';

/** A mail that is ready, and what is told of it. */
export interface ReadyMail {
  readonly mail: MailText;
  readonly told: string;
  readonly files: NonNullable<Mail['files']>;
  readonly unsubscribeToken: string | null;
}

/** The subscription cannot go on. */
export class Ended extends Error {
  readonly reason: EndedReason;

  constructor(reason: EndedReason) {
    super(reason);
    this.reason = reason;
  }
}

/** It failed, and trying again does not help. */
export class Failed extends Error {
  readonly problem: DeliveryProblem;

  constructor(problem: DeliveryProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Most mail servers take 20 MB or more; encoded for the way a file grows by a third. */
const MOST_FILE_BYTES = 12 * 1024 * 1024;

/**
 * The mail of a delivery as its receiver may have it now.
 *
 * @throws Ended, Failed, or whatever keeps a report from being made
 */
export async function makeMail(
  deps: DeliveryDeps,
  kabupaten: KabupatenRecord,
  delivery: DeliveryRecord,
  user: StoredUser,
): Promise<ReadyMail> {
  const publicUrl = deps.publicUrl ?? '';
  if (delivery.subscription_id === null) {
    const { kind, user_id: userId, post_id: postId } = delivery;
    if (postId !== null) requireHolder(user, postId);
    const subject = delivery.subject ?? 'PANDU';
    const token = isNews(kind) ? newsToken(deps.secret, kabupaten.code, kind, userId) : null;
    const unsubscribeUrl = token === null ? null : unsubscribePage(publicUrl, token);
    const mail = plainMail(subject, delivery.body ?? '', { publicUrl, unsubscribeUrl });
    return { mail, told: subject, files: [], unsubscribeToken: token };
  }
  const { subscription_id: id } = delivery;
  const subscription = await inKabupaten(deps.database, kabupaten.code, (transaction) =>
    findSubscription(transaction, kabupaten.code, id),
  );
  if (subscription === null || subscription.ended_at !== null) throw new Failed('subscription-ended');
  return makeReport(deps, kabupaten, subscription, requireHolder(user, subscription.post_id));
}

/** The receiver in the post a mail is for. @throws Ended when that post, or its right, is gone */
function requireHolder(user: StoredUser, postId: string): Person {
  const post = user.posts.find(({ id }) => id === postId);
  if (post === undefined) throw new Ended('post-ended');
  const person = personInPost(user, post);
  if (!may(person, 'subscriptions:own')) throw new Ended('rights-lost');
  return person;
}

async function makeReport(
  deps: DeliveryDeps,
  { code, timeZone }: KabupatenRecord,
  subscription: SubscriptionRecord,
  person: Person,
): Promise<ReadyMail> {
  const { report, grain, format, unit_code: unit } = subscription;
  const { today } = deps.clock(timeZone);
  const running = periodAround(grain, today);
  const from =
    subscription.which === 'running' ? running.from : periodAround(grain, addDays(running.from, -1)).from;
  try {
    const document = await deps.reports.make(person, { report, unit, grain, from });
    const file = format === 'text' ? null : await deps.reports.file(document, format);
    if (file !== null && file.content.length > MOST_FILE_BYTES) throw new Failed('too-large');
    const token = unsubscribeToken(deps.secret, code, subscription.id);
    const publicUrl = deps.publicUrl ?? '';
    const mail = reportMail(document, file?.name ?? null, {
      publicUrl,
      unsubscribeUrl: unsubscribePage(publicUrl, token),
    });
    return {
      mail,
      told: toldOf(document),
      files: file === null ? [] : [{ name: file.name, mediaType: file.type, bytes: file.content }],
      unsubscribeToken: token,
    };
  } catch (error) {
    // The unit is out of the person's sight, or the report is no longer made of it.
    if (error instanceof ProblemException && (error.status === 404 || error.status === 403))
      throw new Ended('rights-lost');
    throw error;
  }
}

/** Where a person says that no more of it is to come. */
function unsubscribePage(publicUrl: string, token: string): string {
  return new URL(`/berhenti-langganan/${token}`, publicUrl).href;
}
