import type { DeliveryKind, DeliveryProblem } from '#contract/reports/subscriptions';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { ListPlace } from '../../platform/http/list-cursor.ts';

export interface DeliveryLine {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly told: string | null;
  readonly due_at: Date;
  readonly state: 'waiting' | 'sent' | 'failed' | 'dropped';
  readonly attempts: number;
  readonly problem: DeliveryProblem | null;
  readonly address: string | null;
  readonly bytes: number | null;
  readonly sent_at: Date | null;
  readonly username: string | null;
  /** Place in the list, to the microsecond. */
  readonly place: string;
}

/** Whose deliveries: a user's own, or all of the kabupaten; of one state or of any. */
export interface AskedDeliveries {
  readonly user: string | null;
  readonly state: DeliveryLine['state'] | null;
  readonly limit: number;
}

/** A page of the delivery log, newest first. */
export async function listDeliveryLines(
  transaction: ReadTransaction,
  asked: AskedDeliveries,
  after: ListPlace | null,
): Promise<DeliveryLine[]> {
  return transaction.rows<DeliveryLine & Record<string, unknown>>(
    'delivery-log',
    `select d.id, d.kind, d.told, d.due_at, d.state, d.attempts, d.problem, d.address, d.bytes, d.sent_at, u.username,
            d.due_at::text as place
       from deliveries d left join users u on u.id = d.user_id
      where d.kabupaten_code = $1 and ($2::uuid is null or d.user_id = $2::uuid)
        and ($3::text is null or d.state = $3::text)
        and ($4::timestamptz is null or (d.due_at, d.id) < ($4::timestamptz, $5::uuid))
      order by d.due_at desc, d.id desc
      limit $6`,
    [transaction.kabupatenCode, asked.user, asked.state, after?.at ?? null, after?.id ?? null, asked.limit],
  );
}

/** How many lines the log has of those asked for. */
export async function countLines(
  transaction: ReadTransaction,
  { user, state }: Pick<AskedDeliveries, 'user' | 'state'>,
): Promise<number> {
  const rows = await transaction.rows<{ count: number }>(
    'delivery-log-count',
    `select count(*)::int as count from deliveries d
      where d.kabupaten_code = $1 and ($2::uuid is null or d.user_id = $2::uuid)
        and ($3::text is null or d.state = $3::text)`,
    [transaction.kabupatenCode, user, state],
  );
  return rows[0]?.count ?? 0;
}

/** How many mails of the kabupaten wait, and how many failed since an instant. */
export async function countDeliveries(
  transaction: ReadTransaction,
  since: string,
): Promise<{ waiting: number; failedLately: number }> {
  const rows = await transaction.rows<{ waiting: number; failedLately: number }>(
    'delivery-counts',
    `select count(*) filter (where d.state = 'waiting')::int as waiting,
            count(*) filter (where d.state = 'failed' and d.due_at > $2::timestamptz)::int as "failedLately"
       from deliveries d where d.kabupaten_code = $1 and d.state in ('waiting', 'failed')`,
    [transaction.kabupatenCode, since],
  );
  return rows[0] ?? { waiting: 0, failedLately: 0 };
}
