import type { Knex } from 'knex';
import type { AskedSchedule, EndedReason, MailFormat } from '#contract/reports/subscriptions';
import { newRecordId } from '../../platform/database/record-id.ts';
import { setKabupatenSql } from '../../platform/database/scoped.ts';

export interface SubscriptionRecord {
  readonly id: string;
  readonly user_id: string;
  readonly post_id: string;
  readonly post_title: string | null;
  readonly report: string;
  readonly unit_code: string;
  readonly unit_name: string;
  readonly grain: 'month' | 'quarter';
  readonly which: 'running' | 'ended';
  readonly format: MailFormat;
  readonly rhythm: 'daily' | 'weekly' | 'monthly';
  readonly weekday: number | null;
  readonly month_day: number | null;
  readonly hour: number;
  readonly next_due: Date | null;
  readonly created_at: Date;
  readonly ended_at: Date | null;
  readonly ended_reason: EndedReason | null;
}

const COLUMNS = `s.id, s.user_id, s.post_id, p.title as post_title, s.report, s.unit_code, u.name as unit_name, s.grain,
  s.which, s.format, s.rhythm, s.weekday, s.month_day, s.hour, s.next_due, s.created_at, s.ended_at, s.ended_reason`;
const FROM = `from subscriptions s
  join units u on u.kabupaten_code = s.kabupaten_code and u.code = s.unit_code
  left join posts p on p.id = s.post_id`;

/** A transaction in which mail is written about. */
export type MailTransaction = Knex.Transaction;

/**
 * A transaction that is closed to other kabupaten. Mail changes no figure, hence it neither waits for the imports of the
 * kabupaten nor raises its data version.
 */
export function inKabupaten<T>(
  database: Knex,
  kabupatenCode: string,
  work: (transaction: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return database.transaction(async (transaction) => {
    await transaction.raw(setKabupatenSql(kabupatenCode));
    return work(transaction);
  });
}

/** A person's subscriptions: those in force, and those that ended since `since`; newest first. */
export async function listOfUser(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  userId: string,
  since: string,
): Promise<SubscriptionRecord[]> {
  const found: { rows: SubscriptionRecord[] } = await transaction.raw(
    `select ${COLUMNS} ${FROM}
      where s.kabupaten_code = ? and s.user_id = ? and (s.ended_at is null or s.ended_at > ?)
      order by s.ended_at is not null, s.created_at desc, s.id`,
    [kabupatenCode, userId, since],
  );
  return found.rows;
}

/** Two requests of one person at once are counted one after the other. */
export async function lockListOf(transaction: Knex.Transaction, userId: string): Promise<void> {
  await transaction.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`subscriptions ${userId}`]);
}

/** One subscription, locked against others who would change it; null when there is none. */
export async function findSubscription(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
): Promise<SubscriptionRecord | null> {
  const found: { rows: SubscriptionRecord[] } = await transaction.raw(
    `select ${COLUMNS} ${FROM} where s.kabupaten_code = ? and s.id = ? for update of s`,
    [kabupatenCode, id],
  );
  return found.rows[0] ?? null;
}

/** The subscription a token belongs to; null when there is none. */
export async function findByToken(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  hash: Buffer,
): Promise<SubscriptionRecord | null> {
  const found: { rows: SubscriptionRecord[] } = await transaction.raw(
    `select ${COLUMNS} ${FROM} where s.kabupaten_code = ? and s.token_hash = ? for update of s`,
    [kabupatenCode, hash],
  );
  return found.rows[0] ?? null;
}

/** Subscriptions that fell due, the longest waiting first; those another process is at are left to it. */
export async function listDue(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  now: string,
  limit: number,
): Promise<SubscriptionRecord[]> {
  const found: { rows: SubscriptionRecord[] } = await transaction.raw(
    `select ${COLUMNS} ${FROM}
      where s.kabupaten_code = ? and s.ended_at is null and s.next_due <= ?
      order by s.next_due, s.id limit ? for update of s skip locked`,
    [kabupatenCode, now, limit],
  );
  return found.rows;
}

export interface NewSubscription {
  readonly userId: string;
  readonly postId: string;
  readonly report: string;
  readonly unit: string;
  readonly grain: 'month' | 'quarter';
  readonly which: 'running' | 'ended';
  readonly format: MailFormat;
  readonly schedule: AskedSchedule;
  /** ISO instant. */
  readonly nextDue: string;
  readonly now: string;
  /** Of its token, by its id. */
  readonly tokenHash: (id: string) => Buffer;
}

/** Keeps a subscription. @returns its id */
export async function insertSubscription(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  subscription: NewSubscription,
): Promise<string> {
  const id = newRecordId();
  const { schedule } = subscription;
  await transaction('subscriptions').insert({
    kabupaten_code: kabupatenCode,
    id,
    user_id: subscription.userId,
    post_id: subscription.postId,
    report: subscription.report,
    unit_code: subscription.unit,
    grain: subscription.grain,
    which: subscription.which,
    format: subscription.format,
    rhythm: schedule.rhythm,
    weekday: schedule.rhythm === 'weekly' ? schedule.weekday : null,
    month_day: schedule.rhythm === 'monthly' ? schedule.monthDay : null,
    hour: schedule.hour,
    next_due: subscription.nextDue,
    created_at: subscription.now,
    token_hash: subscription.tokenHash(id),
  });
  return id;
}

/** Sets when a subscription falls due next. */
export async function setNextDue(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
  nextDue: string,
): Promise<void> {
  await transaction('subscriptions')
    .where({ kabupaten_code: kabupatenCode, id })
    .update({ next_due: nextDue });
}

/** Ends a subscription, with the mails of it that have not left. @returns false when it had ended before */
export async function markEnded(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
  reason: EndedReason,
  now: string,
): Promise<boolean> {
  const ended = await transaction('subscriptions')
    .where({ kabupaten_code: kabupatenCode, id })
    .whereNull('ended_at')
    .update({ ended_at: now, ended_reason: reason, next_due: null });
  await transaction('deliveries')
    .where({ kabupaten_code: kabupatenCode, subscription_id: id, state: 'waiting' })
    .update({ state: 'dropped', problem: 'subscription-ended', updated_at: now });
  return ended > 0;
}

/** The working days of the kabupaten's own calendar around a day; days outside of it are none. */
export async function readWorkingDays(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  around: string,
): Promise<(day: string) => boolean> {
  const found: { rows: { day: string }[] } = await transaction.raw(
    `select d.day
       from units u
       join calendars k on k.kabupaten_code = u.kabupaten_code and k.code = u.calendar_code
       join calendar_days d on d.kabupaten_code = k.kabupaten_code and d.calendar_code = k.code and d.version = k.version
      where u.kabupaten_code = :code and u.code = :code and d.is_working
        and d.day between :around::date - 130 and :around::date + 130`,
    { code: kabupatenCode, around },
  );
  const days = new Set(found.rows.map(({ day }) => day));
  return (day) => days.has(day);
}
