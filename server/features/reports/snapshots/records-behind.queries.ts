import { zoneClock } from '#domain/civil-time/zone-clock';
import { OVERSIGHT_CLASS } from '#domain/complaints/visibility';
import { addDays } from '#domain/period/civil-date';
import type { Period } from '#domain/period/period';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { STORED_AS, type RecordKind, type RecordsBehind } from './record-kinds.ts';

/**
 * The records that figures of the period count: cases received, completed or due in it; complaints received or resolved
 * in it; survey forms answered in it.
 */
export async function readRecordsBehind(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  period: Period,
  timeZone: string,
): Promise<RecordsBehind> {
  const { kabupatenCode } = transaction;
  const days = [kabupatenCode, unitCodes, period.from, period.to];
  const ids = async (name: string, sql: string, values: readonly unknown[]): Promise<string[]> =>
    (await transaction.rows<{ ids: string[] | null }>(name, sql, values))[0]?.ids ?? [];
  const complaints = (name: string, condition: string) =>
    ids(
      name,
      `select array_agg(c.id order by c.id) as ids from complaints c
        where c.kabupaten_code = $1 and c.unit_code = any($2::text[]) and ${condition}
          and (c.received_on between $3::date and $4::date
            or c.resolved_at >= $5::timestamptz and c.resolved_at < $6::timestamptz)`,
      [...days, startOf(period.from, timeZone), startOf(addDays(period.to, 1), timeZone)],
    );
  return {
    'service-cases': await ids(
      'cases-behind',
      `select array_agg(c.id order by c.id) as ids from service_cases c
        where c.kabupaten_code = $1 and c.unit_code = any($2::text[])
          and (c.received_on between $3::date and $4::date or c.completed_on between $3::date and $4::date
            or c.due_on between $3::date and $4::date)`,
      days,
    ),
    complaints: await complaints('complaints-behind', `c.class <> '${OVERSIGHT_CLASS}'`),
    'oversight-complaints': await complaints('oversight-behind', `c.class = '${OVERSIGHT_CLASS}'`),
    'survey-responses': await ids(
      'forms-behind',
      `select array_agg(r.id order by r.id) as ids from survey_responses r
        where r.kabupaten_code = $1 and r.unit_code = any($2::text[])
          and r.responded_on between $3::date and $4::date`,
      days,
    ),
  };
}

/** The instant at which a day begins. */
function startOf(day: string, timeZone: string): string {
  return new Date(zoneClock(timeZone).toInstant(Date.parse(`${day}T00:00:00Z`))).toISOString();
}

/** How many records of each kind stood behind a snapshot. */
export async function countRecordsBehind(
  transaction: ReadTransaction,
  code: string,
): Promise<Readonly<Record<RecordKind, number>>> {
  const rows = await transaction.rows<{ dataset: RecordKind; count: number }>(
    'records-behind-count',
    `select r.dataset, cardinality(r.ids) as count from snapshot_records r
      where r.kabupaten_code = $1 and r.snapshot_code = $2`,
    [transaction.kabupatenCode, code],
  );
  const none = { 'service-cases': 0, complaints: 0, 'oversight-complaints': 0, 'survey-responses': 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ dataset, count }) => [dataset, count])) };
}

/** What became of the records of one kind behind a snapshot. */
export interface RecordsSince {
  readonly behind: number;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** First change or import of one of them after the figures were frozen; null when none is known. */
  readonly firstChange: Date | null;
  readonly examples: readonly {
    readonly id: string;
    readonly number: string | null;
    readonly how: 'added' | 'removed' | 'changed';
  }[];
}

const MOST_EXAMPLES = 50;

/**
 * The records behind a snapshot beside those that would stand behind it today.
 *
 * @param now ids that count today
 */
export async function readRecordsSince(
  transaction: ReadTransaction,
  code: string,
  kind: RecordKind,
  now: readonly string[],
): Promise<RecordsSince> {
  const { table, dataset } = STORED_AS[kind];
  const rows = await transaction.rows<{
    behind: number;
    added: number;
    removed: number;
    changed: number;
    first_change: Date | null;
    examples: RecordsSince['examples'] | null;
  }>(
    `records-since-${table}`,
    `with frozen as (
       select s.recorded_at, coalesce(r.ids, '{}') as ids from snapshots s
         left join snapshot_records r
           on r.kabupaten_code = s.kabupaten_code and r.snapshot_code = s.code and r.dataset = $4
        where s.kabupaten_code = $1 and s.code = $2
     ),
     was as (select unnest(ids) as id from frozen),
     today as (select unnest($3::uuid[]) as id),
     moved as (
       select c.record_id as id, min(c.changed_at) as at
         from was join record_changes c
           on c.kabupaten_code = $1 and c.dataset = $5 and c.record_id = was.id
        where c.changed_at > (select recorded_at from frozen)
        group by c.record_id
     ),
     found as (
       select id, 'added' as how from today where not exists (select from was where was.id = today.id)
       union all
       select id, 'removed' from was where not exists (select from today where today.id = was.id)
       union all
       select moved.id, 'changed' from moved where exists (select from today where today.id = moved.id)
     ),
     shown as (
       select f.id, t.number, f.how from found f
         left join ${table} t on t.kabupaten_code = $1 and t.id = f.id
        order by f.how, t.number, f.id limit ${MOST_EXAMPLES}
     )
     select (select cardinality(ids) from frozen) as behind,
            (select count(*) from found where how = 'added')::integer as added,
            (select count(*) from found where how = 'removed')::integer as removed,
            (select count(*) from found where how = 'changed')::integer as changed,
            (select min(at) from (
               select at from moved
               union all
               -- Of a record that came later: the end of the import that brought it.
               select i.finished_at from found f
                 join ${table} t on t.kabupaten_code = $1 and t.id = f.id
                 join imports i on i.kabupaten_code = $1 and i.id = t.import_id
                where f.how = 'added' and i.finished_at > (select recorded_at from frozen)
             ) since) as first_change,
            (select json_agg(json_build_object('id', id, 'number', number, 'how', how)) from shown) as examples`,
    [transaction.kabupatenCode, code, now, kind, dataset],
  );
  const row = rows[0];
  return {
    behind: row?.behind ?? 0,
    added: row?.added ?? 0,
    removed: row?.removed ?? 0,
    changed: row?.changed ?? 0,
    firstChange: row?.first_change ?? null,
    examples: row?.examples ?? [],
  };
}
