import type { Knex } from 'knex';
import { DURATION_EDGES } from '#domain/statistics/duration-buckets';
import {
  foundCode,
  type DatasetLoader,
  type LoadContext,
  type LoadCounts,
  type NameLookups,
  type RowFault,
  type RowReader,
} from '../../platform/database/dataset-loader.ts';
import { applyDecidedRows } from '../../platform/database/fact-upsert.repository.ts';
import { isBefore } from '../../platform/database/instant-order.ts';
import { recomputeTouched } from '../../platform/database/rollups/rollup-writer.repository.ts';
import { SERVICE_ROLLUPS } from './service-rollups.ts';

/** Statuses in which a case is over, with a time of completion. */
const COMPLETED = new Set(['selesai', 'ditolak']);

/** Columns of service_cases that an import writes: from the file, and derived from it. */
const FACT_COLUMNS = [
  'unit_code',
  'number',
  'service_code',
  'channel',
  'service_point',
  'received_at',
  'received_on',
  'recorded_at',
  'completed_at',
  'completed_on',
  'due_at',
  'due_on',
  'due_source',
  'standard_from',
  'calendar_version',
  'status',
  'staff',
  'visits',
  'prepared_online',
  'fee',
  'citizen_seconds',
  'official_seconds',
];

/** Fields a file may leave out without wiping what is already recorded. */
const OPTIONAL: Readonly<Record<string, string>> = {
  service_point: 'servicePoint',
  recorded_at: 'recordedAt',
  staff: 'staff',
  visits: 'visits',
  prepared_online: 'preparedOnline',
  fee: 'fee',
};

export const serviceCaseLoader: DatasetLoader = {
  dataset: 'service-cases',
  columns: [
    { name: 'number', type: 'text' },
    { name: 'unit_code', type: 'text' },
    { name: 'service_code', type: 'text' },
    { name: 'channel', type: 'text' },
    { name: 'service_point', type: 'text' },
    { name: 'received_at', type: 'timestamptz' },
    { name: 'recorded_at', type: 'timestamptz' },
    { name: 'completed_at', type: 'timestamptz' },
    { name: 'own_due_at', type: 'timestamptz' },
    { name: 'own_due_is_day', type: 'boolean' },
    { name: 'status', type: 'text' },
    { name: 'staff', type: 'text' },
    { name: 'visits', type: 'integer' },
    { name: 'prepared_online', type: 'boolean' },
    { name: 'fee', type: 'numeric' },
  ],
  key: ['unit_code', 'number'],
  stage: stageCase,
  load: loadCases,
};

function stageCase(row: RowReader, names: NameLookups) {
  const faults: RowFault[] = [];
  const unit = foundCode(names.unit(row.text('unit') ?? ''), faults);
  const service = foundCode(names.service(row.text('service') ?? ''), faults);
  const channel = foundCode(names.channel(row.text('channel') ?? 'tidak-dicatat'), faults);
  const receivedAt = row.text('receivedAt');
  const completedAt = row.text('completedAt');
  const status = row.text('status') ?? (completedAt === null ? 'diterima' : 'selesai');
  if (
    completedAt !== null &&
    receivedAt !== null &&
    isBefore(completedAt, receivedAt) &&
    !sameDay(row, receivedAt, completedAt)
  ) {
    faults.push({
      column: 'selesai',
      code: 'completed-before-received',
      message: 'selesai tercatat sebelum diterima; periksa kedua tanggalnya.',
    });
  }
  if (COMPLETED.has(status) && completedAt === null) {
    faults.push({
      column: 'selesai',
      code: 'completion-missing',
      message: `status “${status}” memerlukan tanggal selesai.`,
    });
  }
  if (!COMPLETED.has(status) && completedAt !== null) {
    faults.push({
      column: 'status',
      code: 'completion-unexpected',
      message: `tanggal selesai terisi, tetapi statusnya “${status}”.`,
    });
  }
  if (faults.length > 0) return faults;
  return [
    row.text('number'),
    unit,
    service,
    channel,
    row.text('servicePoint'),
    receivedAt,
    row.text('recordedAt'),
    // A day without a time cannot be earlier than the receipt on that day.
    completedAt !== null && receivedAt !== null && isBefore(completedAt, receivedAt)
      ? receivedAt
      : completedAt,
    row.text('dueAt'),
    row.isDateOnly('dueAt'),
    status,
    row.text('staff'),
    row.number('visits'),
    row.flag('preparedOnline'),
    row.number('fee'),
  ];
}

/** Completed "on the day" of receipt, given without a time: not before the receipt. */
function sameDay(row: RowReader, receivedAt: string, completedAt: string): boolean {
  return row.isDateOnly('completedAt') && Date.parse(receivedAt) - Date.parse(completedAt) < 86_400_000;
}

async function loadCases(transaction: Knex.Transaction, context: LoadContext): Promise<LoadCounts> {
  const bindings = { kabupaten: context.kabupatenCode, zone: context.timeZone, import_id: context.importId };
  await transaction.raw(
    `create temporary table decided_rows on commit drop as ${casesSql(context, 'known')}`,
    bindings,
  );
  const known = await applyDecidedRows(transaction, 'service_cases', 'service-cases', FACT_COLUMNS, context);
  await transaction.raw(`create temporary table changed_cells on commit drop as ${CHANGED_CELLS}`);
  const written: { rows: { count: number }[] } = await transaction.raw(insertNewSql(context), bindings);
  const counts = { ...known, inserted: written.rows[0]?.count ?? 0 };
  if (counts.inserted > LARGE) await transaction.raw(`select refresh_statistics('service_cases')`);
  if (context.keep && counts.inserted + counts.updated > 0) {
    await recomputeTouched(transaction, SERVICE_ROLLUPS, {
      kabupaten: context.kabupatenCode,
      zone: context.timeZone,
      edges: DURATION_EDGES,
    });
  } else {
    await transaction.raw('drop table changed_cells');
  }
  await transaction.raw('drop table decided_rows');
  return counts;
}

/** So many new rows must be known to the planner before they are rolled up. */
const LARGE = 5_000;

const DAYS = ['received_on', 'completed_on', 'due_on'] as const;

/** Cells of changed cases, before and after. */
const CHANGED_CELLS = DAYS.flatMap((day) => [
  `select unit_code, service_code, channel, ${day} as day from decided_rows where decision = 'c' and ${day} is not null`,
  `select unit_code, old_service_code, old_channel, old_${day} from decided_rows where decision = 'c' and old_${day} is not null`,
]).join(' union ');

/** Writes the new cases straight from the stage: the common case, in which a detour over another table would cost most. */
function insertNewSql(context: LoadContext): string {
  const cells = DAYS.map(
    (day) =>
      `select unit_code, service_code, channel, ${day} from inserted where ${day} is not null group by 1, 2, 3, 4`,
  );
  return `
    with inserted as (
      insert into service_cases (kabupaten_code, id, ${FACT_COLUMNS.join(', ')}, import_id)
      select :kabupaten, id, ${FACT_COLUMNS.join(', ')}, :import_id from (${casesSql(context, 'new')}) judged
      returning unit_code, service_code, channel, ${DAYS.join(', ')}
    ),
    cells as (insert into changed_cells ${cells.join(' union all ')})
    select count(*) as count from inserted`;
}

/**
 * Deadline, both clocks and the local days of the staged cases that are new, or that are known already (then with
 * what they were, and whether they changed). The
 * standard in force at receipt and the working calendar of the unit give the deadline where the file has none; a case
 * that did not change keeps the verdict it got, whatever the calendar says by now.
 *
 * Days and targets are computed in a step of their own ("offset 0" keeps it one): row-level security keeps conditions
 * that call functions out of an index, and each look into the calendar would read all of its days.
 */
function casesSql(context: LoadContext, which: 'known' | 'new'): string {
  const kept = (column: string) =>
    context.presentFields.has(OPTIONAL[column] ?? '') ? `s.${column}` : `f.${column}`;
  const optional = Object.keys(OPTIONAL);
  const has = (field: string) => context.presentFields.has(field);
  const channel = has('channel') ? 's.channel' : 'coalesce(f.channel, s.channel)';
  const ownDue = has('dueAt') ? 's.own_due_at' : `case when f.due_source = 'own' then f.due_at end`;
  // A file that tells neither status nor completion leaves both; one that tells only when keeps a refusal a refusal.
  const completed =
    has('completedAt') || has('status')
      ? 's.completed_at'
      : 'case when f.completed_at >= s.received_at then f.completed_at end';
  const status = has('status')
    ? 's.status'
    : `case when (f.completed_at is not null) = (${completed} is not null) then coalesce(f.status, s.status) else s.status end`;
  return `
    with standards as (
      select service_code, promise_unit, promise_amount, valid_from,
             coalesce(lead(valid_from) over (partition by service_code order by valid_from), date '9999-12-31') as valid_to
        from service_standards where kabupaten_code = :kabupaten
    ),
    placed as (
      select s.id, s.number, s.unit_code, s.service_code, ${channel} as channel, s.received_at, ${completed} as completed_at, ${status} as status,
             ${optional.map((column) => `${kept(column)} as ${column}`).join(', ')},
             case when s.own_due_is_day
                  then (((s.own_due_at at time zone :zone)::date + 1)::timestamp at time zone :zone) - interval '1 microsecond'
                  else ${ownDue} end as own_due_at,
             s.received_at at time zone :zone as received_local, ${completed} at time zone :zone as completed_local,
             (s.received_at at time zone :zone)::date as received_on, (${completed} at time zone :zone)::date as completed_on,
             u.calendar_code, c.version as calendar_version,
             f.id as existing_id, f.service_code as old_service_code, f.channel as old_channel, f.received_at as old_received_at,
             f.completed_at as old_completed_at, f.status as old_status,
             case when f.due_source = 'own' then f.due_at end as old_own_due_at,
             ${optional.map((column) => `f.${column} as old_${column}`).join(', ')},
             f.received_on as old_received_on, f.completed_on as old_completed_on, f.due_on as old_due_on
        from stage_rows s
        join units u on u.kabupaten_code = :kabupaten and u.code = s.unit_code
        join calendars c on c.kabupaten_code = :kabupaten and c.code = u.calendar_code
        ${
          which === 'known'
            ? `join service_cases f on f.kabupaten_code = :kabupaten and f.unit_code = s.unit_code and f.number = s.number`
            : `left join service_cases f on f.kabupaten_code = :kabupaten and false where not exists (select from decided_rows d where d.id = s.id)`
        }
      offset 0
    ),
    counted as (
      select p.*, case when p.own_due_at is null then st.valid_from end as standard_from, st.promise_unit,
             floor(extract(epoch from p.completed_at - p.received_at))::bigint as citizen_seconds,
             completion_day.working_seconds_before + open_seconds(completion_day.opens, second_of(p.completed_local))
               - receipt_day.working_seconds_before - open_seconds(receipt_day.opens, second_of(p.received_local)) as official_seconds,
             case when st.promise_unit = 'working-days' then receipt_day.working_day_number + st.promise_amount::integer end as target_day,
             case when st.promise_unit in ('minutes', 'working-hours') then
               receipt_day.working_seconds_before + open_seconds(receipt_day.opens, second_of(p.received_local))
                 + (st.promise_amount * case st.promise_unit when 'minutes' then 60 else 3600 end)::bigint
             end as target_second
        from placed p
        left join standards st on st.service_code = p.service_code
         and p.received_local >= st.valid_from and p.received_local < st.valid_to and p.own_due_at is null
        left join calendar_days receipt_day on receipt_day.kabupaten_code = :kabupaten
         and receipt_day.calendar_code = p.calendar_code and receipt_day.version = p.calendar_version and receipt_day.day = p.received_on
        left join calendar_days completion_day on completion_day.kabupaten_code = :kabupaten
         and completion_day.calendar_code = p.calendar_code and completion_day.version = p.calendar_version and completion_day.day = p.completed_on
      offset 0
    ),
    judged as (
      select c.*,
             case
               when c.own_due_at is not null then c.own_due_at
               when c.promise_unit = 'working-days' then ((last_day.day + 1)::timestamp at time zone :zone) - interval '1 microsecond'
               when c.promise_unit is not null then
                 (promised_day.day::timestamp + make_interval(secs => second_after_open(promised_day.opens,
                   (c.target_second - promised_day.working_seconds_before)::integer))) at time zone :zone
             end as due_at,
             case when c.own_due_at is not null then 'own' when c.promise_unit is not null then 'standard' end as due_source
        from counted c
        left join calendar_days last_day on last_day.kabupaten_code = :kabupaten
         and last_day.calendar_code = c.calendar_code and last_day.version = c.calendar_version and last_day.is_working and last_day.working_day_number = c.target_day
        left join lateral (
          select d.day, d.opens, d.working_seconds_before
            from calendar_days d
           where d.kabupaten_code = :kabupaten and d.calendar_code = c.calendar_code and d.version = c.calendar_version
             and d.working_seconds_before < c.target_second and d.is_working
           order by d.working_seconds_before desc limit 1
        ) promised_day on true
    )
    select id, existing_id, unit_code, number, service_code, channel, ${optional.join(', ')}, received_at, received_on,
           completed_at, completed_on, due_at, (due_at at time zone :zone)::date as due_on, due_source,
           standard_from, calendar_version, status, citizen_seconds, official_seconds,
           old_service_code, old_channel, old_received_on, old_completed_on, old_due_on,
           case
             when (service_code, channel, received_at, completed_at, status, own_due_at, ${optional.join(', ')}) is not distinct from
                  (old_service_code, old_channel, old_received_at, old_completed_at, old_status, old_own_due_at, ${optional.map((column) => `old_${column}`).join(', ')})
             then 'u' else 'c'
           end as decision
      from judged`;
}
