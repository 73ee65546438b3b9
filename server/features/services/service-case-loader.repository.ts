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
import { momentFrom } from '../../platform/database/instant-order.ts';
import { recomputeTouched } from '../../platform/database/rollups/rollup-writer.repository.ts';
import { finishDerivation, prepareDerivation } from './derive-cases.repository.ts';
import { derivationSql, lateDaySql, type Derivation } from './derive-cases.queries.ts';
import { followService, noteMovedServices } from './follow-service.repository.ts';
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
  'paused_seconds',
  'extra_visits',
  'late_entry',
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
  const { at: completedAt, early } = momentFrom(row, 'completedAt', receivedAt ?? '');
  const status = row.text('status') ?? (completedAt === null ? 'diterima' : 'selesai');
  if (early) {
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
    completedAt,
    row.text('dueAt'),
    row.isDateOnly('dueAt'),
    status,
    row.text('staff'),
    row.number('visits'),
    row.flag('preparedOnline'),
    row.number('fee'),
  ];
}

async function loadCases(transaction: Knex.Transaction, context: LoadContext): Promise<LoadCounts> {
  const bindings = { kabupaten: context.kabupatenCode, zone: context.timeZone, import_id: context.importId };
  const known = await prepareDerivation(transaction, context, 'stage_rows');
  await transaction.raw(
    `create temporary table decided_rows on commit drop as ${casesSql(context, 'known', known)}`,
    bindings,
  );
  const applied = await applyDecidedRows(
    transaction,
    'service_cases',
    'service-cases',
    FACT_COLUMNS,
    context,
  );
  await transaction.raw(`create temporary table changed_cells on commit drop as ${CHANGED_CELLS}`);
  const written: { rows: { count: number }[] } = await transaction.raw(
    insertNewSql(context, known),
    bindings,
  );
  const counts = { ...applied, inserted: written.rows[0]?.count ?? 0 };
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
  await noteMovedServices(transaction);
  await transaction.raw('drop table decided_rows');
  await finishDerivation(transaction);
  await followService(transaction, context);
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
function insertNewSql(context: LoadContext, known: Derivation): string {
  const cells = DAYS.map(
    (day) =>
      `select unit_code, service_code, channel, ${day} from inserted where ${day} is not null group by 1, 2, 3, 4`,
  );
  return `
    with inserted as (
      insert into service_cases (kabupaten_code, id, ${FACT_COLUMNS.join(', ')}, import_id)
      select :kabupaten, id, ${FACT_COLUMNS.join(', ')}, :import_id from (${casesSql(context, 'new', newCases(context, known))}) judged
      returning unit_code, service_code, channel, ${DAYS.join(', ')}
    ),
    cells as (insert into changed_cells ${cells.join(' union all ')})
    select count(*) as count from inserted`;
}

/** A pause is of a known case, and nothing was judged before: what is new is derived from less. */
function newCases(context: LoadContext, { sessions }: Derivation): Derivation {
  return {
    pauses: false,
    sessions,
    judgedBefore: false,
    recorded: context.presentFields.has('recordedAt'),
  };
}

/**
 * Deadline, both clocks and the local days of the staged cases that are new, or that are known already (then with
 * what they were, and whether they changed). The standard in force at receipt and the working calendar of the unit give
 * the deadline where the file has none; a case that did not change keeps the verdict it got, whatever the calendar says
 * by now, and a completed one that changed is judged by the calendar version and the standard it was judged by.
 */
function casesSql(context: LoadContext, which: 'known' | 'new', known: Derivation): string {
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
  const judged = `f.completed_at is not null and ${completed} is not null`;
  return `
    with placed as (
      select s.id, s.number, s.unit_code, s.service_code, ${channel} as channel, s.received_at, ${completed} as completed_at, ${status} as status,
             ${optional.map((column) => `${kept(column)} as ${column}`).join(', ')},
             case when s.own_due_is_day
                  then (((s.own_due_at at time zone :zone)::date + 1)::timestamp at time zone :zone) - interval '1 microsecond'
                  else ${ownDue} end as own_due_at,
             s.received_at at time zone :zone as received_local, ${completed} at time zone :zone as completed_local,
             (s.received_at at time zone :zone)::date as received_on, (${completed} at time zone :zone)::date as completed_on,
             ${lateDaySql(kept('recorded_at'), 's.received_at')} as late_day, u.calendar_code,
             ${which === 'known' ? `case when ${judged} then coalesce(old_calendar.version, c.version) else c.version end` : 'c.version'} as calendar_version,
             ${
               which === 'known'
                 ? `${judged} and f.due_source is distinct from 'own' and f.service_code = s.service_code
                      and (f.standard_from is null or old_standard.valid_from is not null) as keeps_standard,
                    f.standard_from as judged_standard,`
                 : ''
             }
             ${known.pauses ? 'tp.pauses, coalesce(tp.extra_visits, 0::smallint) as extra_visits,' : ''}
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
            ? `join service_cases f on f.kabupaten_code = :kabupaten and f.unit_code = s.unit_code and f.number = s.number
        left join calendar_versions old_calendar on old_calendar.kabupaten_code = :kabupaten
         and old_calendar.calendar_code = u.calendar_code and old_calendar.version = f.calendar_version
        left join service_standards old_standard on old_standard.kabupaten_code = :kabupaten
         and old_standard.service_code = f.service_code and old_standard.valid_from = f.standard_from
        ${known.pauses ? 'left join told_pauses tp on tp.unit_code = s.unit_code and tp.number = s.number' : ''}`
            : `left join service_cases f on f.kabupaten_code = :kabupaten and false where not exists (select from decided_rows d where d.id = s.id)`
        }
      offset 0
    ),
    ${derivationSql(known)}
    select id, existing_id, unit_code, number, service_code, channel, ${optional.join(', ')}, received_at, received_on,
           completed_at, completed_on, due_at, (due_at at time zone :zone)::date as due_on, due_source,
           standard_from, calendar_version, status, citizen_seconds, official_seconds,
           paused_seconds, extra_visits, late_entry,
           old_service_code, old_channel, old_received_on, old_completed_on, old_due_on,
           case
             when (service_code, channel, received_at, completed_at, status, own_due_at, ${optional.join(', ')}) is not distinct from
                  (old_service_code, old_channel, old_received_at, old_completed_at, old_status, old_own_due_at, ${optional.map((column) => `old_${column}`).join(', ')})
             then 'u' else 'c'
           end as decision
      from judged`;
}
