import { OVERSIGHT_CLASS } from '#domain/complaints/visibility';
import type { ReadTransaction } from '../../platform/database/scoped.ts';

/** A complaint as it is stored, without its reporter. */
export interface ComplaintRecord {
  readonly id: string;
  readonly number: string;
  readonly unit_code: string;
  readonly area: string | null;
  readonly service_code: string;
  readonly channel: string;
  readonly class: string;
  readonly category: string | null;
  readonly body: string | null;
  readonly received_at: Date;
  readonly first_response_at: Date | null;
  readonly resolved_at: Date | null;
  readonly closed_at: Date | null;
  readonly due_at: Date | null;
  readonly status: string;
}

/** Which complaints are asked for; `unitCodes` is the visible part of the tree and never wider than the scope. */
export interface ComplaintFilter {
  readonly unitCodes: readonly string[];
  /** False leaves out what goes to the Inspektorat only. */
  readonly withOversight: boolean;
  readonly service: string | null;
  readonly channel: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Place in a list that is sorted by an instant and an id, newest first. */
export interface ListPlace {
  readonly at: string;
  readonly id: string;
}

const COLUMNS = `c.id, c.number, c.unit_code, c.area, c.service_code, c.channel, c.class, c.category, c.body,
  c.received_at, c.first_response_at, c.resolved_at, c.closed_at, c.due_at, c.status`;

const FILTERED = `c.unit_code = any($2::text[])
  and ($3::boolean or c.class <> '${OVERSIGHT_CLASS}')
  and ($4::text is null or c.service_code = $4) and ($5::text is null or c.channel = $5)
  and ($6::date is null or c.received_on >= $6) and ($7::date is null or c.received_on <= $7)`;

/** A page of the register, newest first; `after` is the last line of the page before. */
export async function listComplaintRecords(
  transaction: ReadTransaction,
  filter: ComplaintFilter,
  limit: number,
  after: ListPlace | null,
): Promise<ComplaintRecord[]> {
  return transaction.rows<ComplaintRecord & Record<string, unknown>>(
    'complaint-register',
    `select ${COLUMNS} from complaints c
      where c.kabupaten_code = $1 and ${FILTERED}
        and ($8::timestamptz is null or (c.received_at, c.id) < ($8::timestamptz, $9::uuid))
      order by c.received_at desc, c.id desc
      limit $10`,
    [...valuesOf(transaction, filter), after?.at ?? null, after?.id ?? null, limit],
  );
}

/** Number of complaints in the register. */
export async function countComplaintRecords(
  transaction: ReadTransaction,
  filter: ComplaintFilter,
): Promise<number> {
  const rows = await transaction.rows<{ count: number }>(
    'complaint-register-count',
    `select count(*) as count from complaints c where c.kabupaten_code = $1 and ${FILTERED}`,
    valuesOf(transaction, filter),
  );
  return rows[0]?.count ?? 0;
}

/** One complaint among the visible ones; null when there is none, or it is not for the person who asks. */
export async function findComplaintRecord(
  transaction: ReadTransaction,
  id: string,
  unitCodes: readonly string[],
  withOversight: boolean,
): Promise<ComplaintRecord | null> {
  const rows = await transaction.rows<ComplaintRecord & Record<string, unknown>>(
    'complaint-record',
    `select ${COLUMNS} from complaints c
      where c.kabupaten_code = $1 and c.id = $2::uuid and c.unit_code = any($3::text[])
        and ($4::boolean or c.class <> '${OVERSIGHT_CLASS}')`,
    [transaction.kabupatenCode, id, unitCodes, withOversight],
  );
  return rows[0] ?? null;
}

function valuesOf(transaction: ReadTransaction, filter: ComplaintFilter): unknown[] {
  return [
    transaction.kabupatenCode,
    filter.unitCodes,
    filter.withOversight,
    filter.service,
    filter.channel,
    filter.from,
    filter.to,
  ];
}
