import type { CaseCount, ServiceCaseLine } from '#contract/service-cases';
import type { Period } from '#domain/period/period';
import { dueSoonSql, readDueHorizons } from '../../platform/database/due-soon.queries.ts';
import { SqlValues } from '../../platform/database/sql-values.ts';
import { unitDaysSql, type UnitDays } from '../../platform/database/unit-days.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { Clock } from '../../platform/database/rollups/selection.ts';
import type { ListPlace } from '../../platform/http/list-cursor.ts';
import { CASE_CONDITIONS, type CaseCondition, type CaseDay } from './case-counts.ts';

/** A case as a line of a list. */
export interface CaseRecord {
  readonly id: string;
  readonly number: string;
  readonly unit_code: string;
  readonly service_code: string;
  readonly channel: string;
  readonly service_point: string | null;
  readonly status: ServiceCaseLine['status'];
  readonly received_at: Date;
  readonly completed_at: Date | null;
  readonly due_at: Date | null;
  readonly due_at_end_of_day: boolean | null;
  readonly citizen_seconds: number | null;
  readonly official_seconds: number | null;
  readonly visits: number | null;
  readonly late_entry: boolean;
}

/** A line with its place in the list, to the microsecond. */
export interface ListedCase extends CaseRecord {
  readonly place: string | null;
}

/** Which cases are asked for; `unitDays` never reaches beyond the scope. */
export interface CaseFilter {
  readonly unitDays: UnitDays;
  readonly service: string | null;
  readonly channel: string | null;
  /** Null: whenever received. */
  readonly period: Period | null;
  readonly count: CaseCount | null;
  /** Number of the case, or its beginning; capitals or not. */
  readonly search: string | null;
}

export type CaseOrder = 'newest' | 'oldest' | 'due';

const ORDERS: Readonly<Record<CaseOrder, { column: string; after: string; by: string }>> = {
  newest: { column: 'c.received_at', after: '<', by: 'c.received_at desc, c.id desc' },
  oldest: { column: 'c.received_at', after: '>', by: 'c.received_at, c.id' },
  due: { column: 'c.due_at', after: '>', by: 'c.due_at nulls last, c.id' },
};

/** The columns of a line over `c` (service_cases); `zone` stands for the kabupaten's zone. */
export function lineColumns(zone: string): string {
  return `c.id, c.number, c.unit_code, c.service_code, c.channel, c.service_point, c.status, c.received_at,
    c.completed_at, c.due_at, ((c.due_at + interval '1 microsecond') at time zone ${zone})::time = time '00:00' as due_at_end_of_day,
    c.citizen_seconds, c.official_seconds, c.visits, c.late_entry`;
}

/** A page of cases in the order asked for; `after` is the last line of the page before. */
export async function listCases(
  transaction: ReadTransaction,
  filter: CaseFilter,
  clock: Clock,
  page: { readonly order: CaseOrder; readonly limit: number; readonly after: ListPlace | null },
): Promise<ListedCase[]> {
  const { order, limit, after } = page;
  const { column, by } = ORDERS[order];
  const { name, where, values, walk } = await conditionOf(transaction, filter, clock, order);
  const zone = values.add(clock.zone, 'text');
  const further = after === null ? 'true' : afterSql(order, after, values);
  const shape = after === null ? 'first' : after.at === null ? 'without' : 'after';
  const most = values.add(limit, 'integer');
  if (walk === null || (after !== null && after.at === null))
    return transaction.rows<ListedCase & Record<string, unknown>>(
      `case-list ${name} ${order} ${shape}`,
      `select ${lineColumns(zone)}, ${column}::text as place from service_cases c
        where c.kabupaten_code = $1 and ${where} and ${further}
        order by ${by} limit ${most}`,
      values.list,
    );
  const from =
    after === null
      ? 'true'
      : `c.${walk.day} ${walk.ahead} (${values.add(after.at, 'timestamptz')} at time zone ${zone})::date`;
  const bound = walk.until === null ? 'true' : `c.received_on <= ${values.add(walk.until, 'date')}`;
  const line = `select c.* from service_cases c
    where c.kabupaten_code = $1 and ${where} and ${further} and ${from} and ${bound}`;
  const inOrder = `c.${walk.day} ${walk.descending ? 'desc' : 'asc'}, ${by}`;
  // Each unit's index is followed from its end until the page is full, instead of sorting all that is counted.
  const found =
    walk.day === 'due_on'
      ? `${line} order by ${inOrder} limit ${most}`
      : `select c.* from unnest(${values.add(filter.unitDays.codes, 'text[]')}) as of_unit (code)
          cross join lateral (${line} and c.unit_code = of_unit.code order by ${inOrder} limit ${most}) c`;
  return transaction.rows<ListedCase & Record<string, unknown>>(
    `case-walk ${name} ${order} ${shape}`,
    `select ${lineColumns(zone)}, ${column}::text as place from (${found}) c order by ${by} limit ${most}`,
    values.list,
  );
}

/** How many cases there are. */
export async function countCases(
  transaction: ReadTransaction,
  filter: CaseFilter,
  clock: Clock,
): Promise<number> {
  const { name, where, values } = await conditionOf(transaction, filter, clock);
  const rows = await transaction.rows<{ count: number }>(
    `case-count ${name}`,
    `select count(*) as count from service_cases c where c.kabupaten_code = $1 and ${where}`,
    values.list,
  );
  return rows[0]?.count ?? 0;
}

/** The ids of the cases in alphabetical order, at most so many. */
export async function selectCaseIds(
  transaction: ReadTransaction,
  filter: CaseFilter,
  clock: Clock,
  most: number,
): Promise<string[]> {
  const { name, where, values } = await conditionOf(transaction, filter, clock);
  const rows = await transaction.rows<{ id: string }>(
    `case-ids ${name}`,
    `select c.id from service_cases c where c.kabupaten_code = $1 and ${where}
      order by c.id limit ${values.add(most, 'integer')}`,
    values.list,
  );
  return rows.map(({ id }) => id);
}

/** Cases without a deadline come after all that have one. */
function afterSql(order: CaseOrder, { at, id }: ListPlace, values: SqlValues): string {
  const { column, after } = ORDERS[order];
  if (at === null) return `${column} is null and c.id ${after} ${values.add(id, 'uuid')}`;
  const beyond = `(${column}, c.id) ${after} (${values.add(at, 'timestamptz')}, ${values.add(id, 'uuid')})`;
  return order === 'due' ? `(${beyond} or ${column} is null)` : beyond;
}

/** How a page is found without sorting everything: along the index of a local day, which the order follows. */
interface Walk {
  readonly day: CaseDay;
  readonly descending: boolean;
  /** What the days after the last line of the page before are, seen from it. */
  readonly ahead: '<=' | '>=';
  /** Nothing that was received later can belong to the count. */
  readonly until: string | null;
}

interface Condition {
  /** The same for the same text; short, because PostgreSQL keeps 63 characters of it. */
  readonly name: string;
  readonly where: string;
  readonly values: SqlValues;
  readonly walk: Walk | null;
}

async function conditionOf(
  transaction: ReadTransaction,
  filter: CaseFilter,
  clock: Clock,
  order: CaseOrder = 'newest',
): Promise<Condition> {
  const { unitDays, period, service, channel, search } = filter;
  const count = filter.count ?? 'volume.received';
  const { day, period: part, where } = CASE_CONDITIONS[count];
  const values = new SqlValues();
  values.add(transaction.kabupatenCode, 'text');
  const parts = [unitDaysSql('c', day, unitDays, values)];
  const flags = [unitDays.limited.length > 0 ? 'u' : ''];
  const own = (flag: string, sql: string): void => {
    flags.push(flag);
    parts.push(sql);
  };
  if (part === 'soon')
    own('n', dueSoonSql(await readDueHorizons(transaction, unitDays.codes, clock.today), values));
  else if (period !== null) {
    if (part === 'within') own('f', `c.${day} >= ${values.add(period.from, 'date')}`);
    own('t', `c.${day} <= ${values.add(period.to, 'date')}`);
  }
  if (where !== null)
    parts.push(
      where
        .replaceAll(':to', () => values.add(period?.to ?? clock.today, 'date'))
        .replaceAll(':now', () => values.add(clock.now, 'timestamptz')),
    );
  if (service !== null) own('s', `c.service_code = ${values.add(service, 'text')}`);
  if (channel !== null) own('c', `c.channel = ${values.add(channel, 'text')}`);
  if (search !== null) own('q', `starts_with(upper(c.number), upper(${values.add(search, 'text')}))`);
  const walk = search === null ? walkOf(order, { day, period: part, where }, period) : null;
  return { name: `${count} ${flags.join('')}`, where: parts.join('\n and '), values, walk };
}

/**
 * The way along the days, where the order follows the day that is counted by; null where all that is counted is sorted:
 * what is open, which is little, and orders that have nothing to do with the day.
 */
function walkOf(order: CaseOrder, count: CaseCondition, period: Period | null): Walk | null {
  if (count.period !== 'within') return null;
  if (order === 'due')
    // Every case with such a count has a deadline.
    return count.day === 'due_on' && period !== null
      ? { day: 'due_on', descending: false, ahead: '>=', until: null }
      : null;
  if (count.day === 'received_on')
    return order === 'newest'
      ? { day: 'received_on', descending: true, ahead: '<=', until: null }
      : { day: 'received_on', descending: false, ahead: '>=', until: null };
  // Nothing is completed before it was received.
  return order === 'newest' && count.day === 'completed_on' && period !== null
    ? { day: 'received_on', descending: true, ahead: '<=', until: period.to }
    : null;
}
