import { OVERSIGHT_CLASS } from '#domain/complaints/visibility';
import type { Clock } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { ListPlace } from '../../platform/http/list-cursor.ts';
import { conditionOf, workingDaysSql, type ComplaintFilter } from './complaint-conditions.queries.ts';

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
  readonly due_at_end_of_day: boolean | null;
  readonly escalates_at: Date | null;
  readonly escalates_top_at: Date | null;
  readonly status: string;
  /** From receipt to the resolution, or to today. */
  readonly working_days: number | null;
}

/** A line with its place in the list, to the microsecond. */
export interface ListedComplaint extends ComplaintRecord {
  readonly place: string | null;
}

/** A complaint with what its deadline came from. */
export interface WholeComplaint extends ComplaintRecord {
  readonly received_on: string;
  readonly due_on: string | null;
  readonly due_source: string | null;
  readonly calendar_version: number | null;
  readonly calendar_code: string;
  readonly calendar_name: string;
  readonly response_seconds: number | null;
  readonly resolution_seconds: number | null;
}

export type ComplaintOrder = 'newest' | 'oldest' | 'due';

const ORDERS: Readonly<Record<ComplaintOrder, { column: string; after: string; by: string }>> = {
  newest: { column: 'c.received_at', after: '<', by: 'c.received_at desc, c.id desc' },
  oldest: { column: 'c.received_at', after: '>', by: 'c.received_at, c.id' },
  due: { column: 'c.due_at', after: '>', by: 'c.due_at nulls last, c.id' },
};

/** The columns of a line; `zone` and `today` stand for the kabupaten's zone and its present day. */
function columnsOf(zone: string, today: string): string {
  const until = `case when c.resolved_at is not null and c.status <> 'dibuka-kembali'
    then (c.resolved_at at time zone ${zone})::date else ${today} end`;
  return `c.id, c.number, c.unit_code, c.area, c.service_code, c.channel, c.class, c.category, c.body,
    c.received_at, c.first_response_at, c.resolved_at, c.closed_at, c.due_at,
    ((c.due_at + interval '1 microsecond') at time zone ${zone})::time = time '00:00' as due_at_end_of_day,
    c.escalates_at, c.escalates_top_at, c.status,
    ${workingDaysSql('c.received_on', until)} as working_days`;
}

/** A page of the register in the order asked for; `after` is the last line of the page before. */
export async function listComplaintRecords(
  transaction: ReadTransaction,
  filter: ComplaintFilter,
  clock: Clock,
  page: { readonly order: ComplaintOrder; readonly limit: number; readonly after: ListPlace | null },
): Promise<ListedComplaint[]> {
  const { order, limit, after } = page;
  const { column, by } = ORDERS[order];
  const { name, where, values } = conditionOf(transaction.kabupatenCode, filter, clock);
  const columns = columnsOf(values.add(clock.zone, 'text'), values.add(clock.today, 'date'));
  const shape = after === null ? 'first' : after.at === null ? 'without' : 'after';
  let further = 'true';
  if (after !== null) {
    const id = values.add(after.id, 'uuid');
    // Complaints without a deadline come after all that have one.
    if (after.at === null) further = `${column} is null and c.id ${ORDERS[order].after} ${id}`;
    else {
      const beyond = `(${column}, c.id) ${ORDERS[order].after} (${values.add(after.at, 'timestamptz')}, ${id})`;
      further = order === 'due' ? `(${beyond} or ${column} is null)` : beyond;
    }
  }
  // The page is picked out first: what is counted for a line is counted for those shown alone.
  return transaction.rows<ListedComplaint & Record<string, unknown>>(
    `complaint-register ${name} ${order} ${shape}`,
    `select ${columns}, ${column}::text as place
       from (select c.* from complaints c
              where c.kabupaten_code = $1 and ${where} and ${further}
              order by ${by} limit ${values.add(limit, 'integer')}) c
      order by ${by}`,
    values.list,
  );
}

/** Number of complaints in the register. */
export async function countComplaintRecords(
  transaction: ReadTransaction,
  filter: ComplaintFilter,
  clock: Clock,
): Promise<number> {
  const { name, where, values } = conditionOf(transaction.kabupatenCode, filter, clock);
  const rows = await transaction.rows<{ count: number }>(
    `complaint-register-count ${name}`,
    `select count(*) as count from complaints c where c.kabupaten_code = $1 and ${where}`,
    values.list,
  );
  return rows[0]?.count ?? 0;
}

/** The ids of the complaints in alphabetical order, at most so many. */
export async function selectComplaintIds(
  transaction: ReadTransaction,
  filter: ComplaintFilter,
  clock: Clock,
  most: number,
): Promise<string[]> {
  const { name, where, values } = conditionOf(transaction.kabupatenCode, filter, clock);
  const rows = await transaction.rows<{ id: string }>(
    `complaint-ids ${name}`,
    `select c.id from complaints c where c.kabupaten_code = $1 and ${where}
      order by c.id limit ${values.add(most, 'integer')}`,
    values.list,
  );
  return rows.map(({ id }) => id);
}

/** One complaint among the visible ones; null when there is none, or it is not for the person who asks. */
export async function findComplaintRecord(
  transaction: ReadTransaction,
  id: string,
  unitCodes: readonly string[],
  withOversight: boolean,
  clock: Clock,
): Promise<WholeComplaint | null> {
  const rows = await transaction.rows<WholeComplaint & Record<string, unknown>>(
    'complaint-record',
    `select ${columnsOf('$5::text', '$6::date')}, c.received_on, (c.due_at at time zone $5::text)::date as due_on, c.due_source,
            c.calendar_version, c.response_seconds, c.resolution_seconds, u.calendar_code, k.name as calendar_name
       from complaints c
       join units u on u.kabupaten_code = c.kabupaten_code and u.code = c.unit_code
       join calendars k on k.kabupaten_code = c.kabupaten_code and k.code = u.calendar_code
      where c.kabupaten_code = $1 and c.id = $2::uuid and c.unit_code = any($3::text[])
        and ($4::boolean or c.class <> '${OVERSIGHT_CLASS}')`,
    [transaction.kabupatenCode, id, unitCodes, withOversight, clock.zone, clock.today],
  );
  return rows[0] ?? null;
}
