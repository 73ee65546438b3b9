import type { CaseCount, ServiceCaseLine } from '#contract/service-cases';
import type { Period } from '#domain/period/period';
import { SqlValues } from '../../platform/database/sql-values.ts';
import { unitDaysSql, type UnitDays } from '../../platform/database/unit-days.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { Clock } from '../../platform/database/rollups/selection.ts';
import type { ListPlace } from '../../platform/http/list-cursor.ts';
import { CASE_CONDITIONS } from './case-counts.ts';

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
  const { name, where, values } = await conditionOf(transaction, filter, clock);
  const zone = values.add(clock.zone, 'text');
  const further = after === null ? 'true' : afterSql(order, after, values);
  const shape = after === null ? 'first' : after.at === null ? 'without' : 'after';
  return transaction.rows<ListedCase & Record<string, unknown>>(
    `case-list ${name} ${order} ${shape}`,
    `select ${lineColumns(zone)}, ${column}::text as place from service_cases c
      where c.kabupaten_code = $1 and ${where} and ${further}
      order by ${by} limit ${values.add(limit, 'integer')}`,
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

/** Cases without a deadline come after all that have one. */
function afterSql(order: CaseOrder, { at, id }: ListPlace, values: SqlValues): string {
  const { column, after } = ORDERS[order];
  if (at === null) return `${column} is null and c.id ${after} ${values.add(id, 'uuid')}`;
  const beyond = `(${column}, c.id) ${after} (${values.add(at, 'timestamptz')}, ${values.add(id, 'uuid')})`;
  return order === 'due' ? `(${beyond} or ${column} is null)` : beyond;
}

interface Condition {
  /** The same for the same text; short, because PostgreSQL keeps 63 characters of it. */
  readonly name: string;
  readonly where: string;
  readonly values: SqlValues;
}

async function conditionOf(
  transaction: ReadTransaction,
  filter: CaseFilter,
  clock: Clock,
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
  if (part === 'soon') own('n', await soonSql(transaction, unitDays.codes, clock.today, values));
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
  return { name: `${count} ${flags.join('')}`, where: parts.join('\n and '), values };
}

/** Due by the end of the second working day after today, by the calendar of each unit. */
async function soonSql(
  transaction: ReadTransaction,
  codes: readonly string[],
  today: string,
  values: SqlValues,
): Promise<string> {
  const rows = await transaction.rows<{ code: string; day: string }>(
    'service-case-soon',
    `select u.code, next.day
       from units u
       join calendars c on c.kabupaten_code = u.kabupaten_code and c.code = u.calendar_code
       join calendar_days today on today.kabupaten_code = u.kabupaten_code and today.calendar_code = c.code
        and today.version = c.version and today.day = $3::date
       join calendar_days next on next.kabupaten_code = u.kabupaten_code and next.calendar_code = c.code
        and next.version = c.version and next.is_working and next.working_day_number = today.working_day_number + 2
      where u.kabupaten_code = $1 and u.code = any($2::text[])`,
    [transaction.kabupatenCode, codes, today],
  );
  const days = rows.map(({ day }) => day);
  const furthest = values.add(
    days.reduce((latest, day) => (day > latest ? day : latest), today),
    'date',
  );
  const units = values.add(
    rows.map(({ code }) => code),
    'text[]',
  );
  return `c.due_on >= ${values.add(today, 'date')} and c.due_on <= ${furthest} and exists (
    select from unnest(${units}, ${values.add(days, 'date[]')}) as soon (code, day)
     where soon.code = c.unit_code and c.due_on <= soon.day)`;
}
