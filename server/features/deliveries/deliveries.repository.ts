import type { Knex } from 'knex';
import type { DeliveryKind, DeliveryProblem } from '#contract/reports/subscriptions';
import { newRecordId } from '../../platform/database/record-id.ts';

export interface DeliveryRecord {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly user_id: string;
  readonly subscription_id: string | null;
  /** {@link NewDelivery.postId} */
  readonly post_id: string | null;
  readonly subject: string | null;
  readonly body: string | null;
  readonly due_at: Date;
  readonly state: 'waiting' | 'sent' | 'failed' | 'dropped';
  readonly attempts: number;
}

export interface NewDelivery {
  /** What keeps it from being made twice. */
  readonly dedupe: string;
  readonly kind: DeliveryKind;
  readonly userId: string;
  readonly subscriptionId: string | null;
  /** Post with whose rights a mail was written that is sent as it stands; null where it is computed when it is sent. */
  readonly postId: string | null;
  readonly subject: string | null;
  readonly body: string | null;
  /** ISO instants. */
  readonly dueAt: string;
  readonly sendAfter: string;
  readonly now: string;
}

/** Keeps a delivery. @returns its id; null when there is one of the same key already */
export async function insertDelivery(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  delivery: NewDelivery,
): Promise<string | null> {
  const id = newRecordId();
  const kept: { rows: unknown[] } = await transaction.raw(
    `insert into deliveries (kabupaten_code, id, dedupe, kind, user_id, subscription_id, post_id, subject, body, due_at,
                             send_after, state, told, updated_at)
     values (:kabupatenCode, :id, :dedupe, :kind, :userId, :subscriptionId, :postId, :subject, :body, :dueAt, :sendAfter,
             'waiting', :subject, :now)
     on conflict (kabupaten_code, dedupe) do nothing returning id`,
    { kabupatenCode, id, ...delivery },
  );
  return kept.rows.length > 0 ? id : null;
}

/** A delivery whose turn it is, counted as one more attempt; null when it is settled or not there. */
export async function takeUp(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
  now: string,
): Promise<DeliveryRecord | null> {
  const taken: { rows: DeliveryRecord[] } = await transaction.raw(
    `update deliveries set attempts = attempts + 1, updated_at = :now
      where kabupaten_code = :kabupatenCode and id = :id and state = 'waiting'
      returning id, kind, user_id, subscription_id, post_id, subject, body, due_at, state, attempts`,
    { kabupatenCode, id, now },
  );
  return taken.rows[0] ?? null;
}

/** Puts a waiting delivery off, without counting an attempt. */
export async function putOff(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
  sendAfter: string,
  now: string,
): Promise<void> {
  await transaction('deliveries')
    .where({ kabupaten_code: kabupatenCode, id, state: 'waiting' })
    .update({ send_after: sendAfter, updated_at: now });
}

export interface Outcome {
  readonly state: 'sent' | 'failed' | 'dropped' | 'waiting';
  readonly problem: DeliveryProblem | null;
  /** Masked. */
  readonly address?: string;
  readonly told?: string;
  readonly bytes?: number;
  readonly now: string;
}

/** Says what became of a delivery. @returns false when it was settled before */
export async function settleDelivery(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
  { state, problem, address, told, bytes, now }: Outcome,
): Promise<boolean> {
  const settled = await transaction('deliveries')
    .where({ kabupaten_code: kabupatenCode, id, state: 'waiting' })
    .update({
      state,
      problem,
      updated_at: now,
      ...(state === 'sent' ? { sent_at: now } : {}),
      ...(address === undefined ? {} : { address }),
      ...(told === undefined ? {} : { told }),
      ...(bytes === undefined ? {} : { bytes }),
    });
  return settled > 0;
}

/** Deliveries that have waited for a while beyond their time: their job may be lost, for instance after a restore. */
export async function listStranded(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  before: string,
): Promise<string[]> {
  return transaction('deliveries')
    .where({ kabupaten_code: kabupatenCode, state: 'waiting' })
    .where('send_after', '<', before)
    .where('updated_at', '<', before)
    .orderBy('send_after')
    .limit(100)
    .pluck<string[]>('id');
}
