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
import { COMPLAINT_ROLLUPS } from './complaint-rollups.ts';
import { listClassChanges, recordChanges, refuseProtected } from './protected-complaints.repository.ts';
import { REPORTER_COLUMNS, stageReporter, writeReporters } from './reporter-writes.repository.ts';

/** Statuses that go with a time of resolution. */
const RESOLUTION_ALLOWED = new Set([
  'selesai',
  'ditutup',
  'dibuka-kembali',
  'tidak-valid',
  'bukan-kewenangan',
]);

const FACT_COLUMNS = [
  'unit_code',
  'number',
  'area',
  'service_code',
  'channel',
  'class',
  'category',
  'body',
  'received_at',
  'received_on',
  'verified_at',
  'first_response_at',
  'resolved_at',
  'closed_at',
  'due_at',
  'due_source',
  'status',
  'reporter_satisfied',
  'followed_up',
  'reopened',
  'settled_at',
];

/** Fields a file may leave out without wiping what is already recorded. */
const OPTIONAL: Readonly<Record<string, string>> = {
  area: 'kecamatan',
  category: 'category',
  body: 'text',
  verified_at: 'verifiedAt',
  first_response_at: 'firstResponseAt',
  closed_at: 'closedAt',
  reporter_satisfied: 'reporterSatisfied',
};

export const complaintLoader: DatasetLoader = {
  dataset: 'complaints',
  columns: [
    { name: 'number', type: 'text' },
    { name: 'unit_code', type: 'text' },
    { name: 'area', type: 'text' },
    { name: 'service_code', type: 'text' },
    { name: 'channel', type: 'text' },
    { name: 'class', type: 'text' },
    { name: 'category', type: 'text' },
    { name: 'body', type: 'text' },
    { name: 'received_at', type: 'timestamptz' },
    { name: 'verified_at', type: 'timestamptz' },
    { name: 'first_response_at', type: 'timestamptz' },
    { name: 'resolved_at', type: 'timestamptz' },
    { name: 'closed_at', type: 'timestamptz' },
    { name: 'own_due_at', type: 'timestamptz' },
    { name: 'own_due_is_day', type: 'boolean' },
    { name: 'status', type: 'text' },
    { name: 'reporter_satisfied', type: 'boolean' },
    ...REPORTER_COLUMNS,
  ],
  key: ['unit_code', 'number'],
  stage: stageComplaint,
  refuse: refuseProtected,
  load: loadComplaints,
};

function stageComplaint(row: RowReader, names: NameLookups) {
  const faults: RowFault[] = [];
  const unit = foundCode(names.unit(row.text('unit') ?? ''), faults);
  const service = foundCode(names.service(row.text('service') ?? 'umum'), faults);
  const channel = foundCode(names.channel(row.text('channel') ?? 'tidak-dicatat'), faults);
  const receivedAt = row.text('receivedAt') ?? '';
  const moments = {
    verifiedAt: 'diverifikasi',
    firstResponseAt: 'ditanggapi',
    resolvedAt: 'selesai',
    closedAt: 'ditutup',
  } as const;
  for (const [field, column] of Object.entries(moments)) {
    const at = row.text(field);
    if (
      at !== null &&
      isBefore(at, receivedAt) &&
      !(row.isDateOnly(field) && Date.parse(receivedAt) - Date.parse(at) < 86_400_000)
    ) {
      faults.push({
        column,
        code: `${column}-before-received`,
        message: `${column} tercatat sebelum diterima; periksa kedua tanggalnya.`,
      });
    }
  }
  const resolvedAt = row.text('resolvedAt');
  const closedAt = row.text('closedAt');
  const status =
    row.text('status') ??
    (resolvedAt !== null
      ? 'selesai'
      : closedAt !== null
        ? 'ditutup'
        : row.text('verifiedAt') !== null
          ? 'diverifikasi'
          : 'diterima');
  if (status === 'selesai' && resolvedAt === null) {
    faults.push({
      column: 'selesai',
      code: 'resolution-missing',
      message: 'status “selesai” memerlukan tanggal selesai.',
    });
  }
  if (resolvedAt !== null && !RESOLUTION_ALLOWED.has(status)) {
    faults.push({
      column: 'status',
      code: 'resolution-unexpected',
      message: `tanggal selesai terisi, tetapi statusnya “${status}”.`,
    });
  }
  const reporter = stageReporter(row, faults);
  if (faults.length > 0) return faults;
  const notBefore = (at: string | null) => (at !== null && isBefore(at, receivedAt) ? receivedAt : at);
  const area = row.text('kecamatan');
  return [
    row.text('number'),
    unit,
    area === null ? null : (names.area(area) ?? area),
    service,
    channel,
    row.text('class') ?? 'tidak-disebut',
    row.text('category'),
    row.text('text'),
    receivedAt,
    notBefore(row.text('verifiedAt')),
    notBefore(row.text('firstResponseAt')),
    notBefore(resolvedAt),
    notBefore(closedAt),
    row.text('dueAt'),
    row.isDateOnly('dueAt'),
    status,
    row.flag('reporterSatisfied'),
    ...reporter,
  ];
}

async function loadComplaints(transaction: Knex.Transaction, context: LoadContext): Promise<LoadCounts> {
  await transaction.raw(decideSql(context), { kabupaten: context.kabupatenCode, zone: context.timeZone });
  const classChanges = await listClassChanges(transaction, context);
  const counts = await applyDecidedRows(transaction, 'complaints', 'complaints', FACT_COLUMNS, context);
  if (context.keep && counts.inserted + counts.updated > 0) {
    await transaction.raw(`
      create temporary table changed_cells on commit drop as
      select unit_code, service_code, channel, class, received_on as day from decided_rows where decision <> 'u'
      union
      select unit_code, old_service_code, old_channel, old_class, old_received_on from decided_rows where decision = 'c'`);
    await recomputeTouched(transaction, COMPLAINT_ROLLUPS, {
      kabupaten: context.kabupatenCode,
      zone: context.timeZone,
      edges: DURATION_EDGES,
    });
  }
  const reporters = await writeReporters(transaction, context);
  await transaction.raw('drop table decided_rows');
  recordChanges(context, classChanges, reporters.secrecyChanges);
  return { ...counts, uncounted: reporters.told };
}

/**
 * Deadline by class, what was ever reached, and when the complaint's part in the figures is settled. Days and targets
 * are computed in a step of their own: row-level security keeps conditions that call functions out of an index.
 */
function decideSql(context: LoadContext): string {
  const optional = Object.keys(OPTIONAL);
  const kept = (column: string) =>
    context.presentFields.has(OPTIONAL[column] ?? '') ? `s.${column}` : `f.${column}`;
  const has = (field: string) => context.presentFields.has(field);
  const known = (column: string, field: string) =>
    has(field) ? `s.${column}` : `coalesce(f.${column}, s.${column})`;
  const ownDue = has('dueAt') ? 's.own_due_at' : `case when f.due_source = 'own' then f.due_at end`;
  // A file that tells neither status nor resolution leaves both.
  const resolvedAt =
    has('resolvedAt') || has('status')
      ? 's.resolved_at'
      : 'case when f.resolved_at >= s.received_at then f.resolved_at end';
  const status = has('status')
    ? 's.status'
    : `case
         when f.id is null or (f.resolved_at is null) <> (${resolvedAt} is null) then s.status
         when f.status in ('diterima', 'diverifikasi') and s.status <> 'diterima' then s.status
         else f.status
       end`;
  const resolved = `(resolved_at is not null and status <> 'dibuka-kembali')`;
  return `
    create temporary table decided_rows on commit drop as
    with placed as materialized (
      select s.id, s.number, s.unit_code, ${known('service_code', 'service')} as service_code, ${known('channel', 'channel')} as channel,
             ${known('class', 'class')} as class, s.received_at, ${resolvedAt} as resolved_at, ${status} as status,
             ${optional.map((column) => `${kept(column)} as ${column}`).join(', ')},
             case when s.own_due_is_day
                  then (((s.own_due_at at time zone :zone)::date + 1)::timestamp at time zone :zone) - interval '1 microsecond'
                  else ${ownDue} end as own_due_at,
             (s.received_at at time zone :zone)::date as received_on, u.calendar_code, cal.version as calendar_version,
             f.id as existing_id, f.service_code as old_service_code, f.channel as old_channel, f.class as old_class,
             f.received_at as old_received_at, f.received_on as old_received_on, f.resolved_at as old_resolved_at, f.status as old_status,
             case when f.due_source = 'own' then f.due_at end as old_own_due_at,
             ${optional.map((column) => `f.${column} as old_${column}`).join(', ')},
             coalesce(f.followed_up, false) as was_followed_up, coalesce(f.reopened, false) as was_reopened
        from stage_rows s
        join units u on u.kabupaten_code = :kabupaten and u.code = s.unit_code
        join calendars cal on cal.kabupaten_code = :kabupaten and cal.code = u.calendar_code
        left join complaints f on f.kabupaten_code = :kabupaten and f.unit_code = s.unit_code and f.number = s.number
    ),
    counted as materialized (
      select p.*, receipt_day.working_day_number + promise.working_days as target_day
        from placed p
        left join complaint_deadlines promise on promise.kabupaten_code = :kabupaten and promise.class = p.class and p.own_due_at is null
        left join calendar_days receipt_day on receipt_day.kabupaten_code = :kabupaten
         and receipt_day.calendar_code = p.calendar_code and receipt_day.version = p.calendar_version and receipt_day.day = p.received_on
    ),
    judged as (
      select p.*,
             coalesce(p.own_due_at, ((last_day.day + 1)::timestamp at time zone :zone) - interval '1 microsecond') as due_at,
             case when p.own_due_at is not null then 'own' when last_day.day is not null then 'class' end as due_source,
             p.was_followed_up or p.resolved_at is not null or p.status in ('ditindaklanjuti', 'selesai', 'dibuka-kembali') as followed_up,
             p.was_reopened or p.status = 'dibuka-kembali' as reopened
        from counted p
        left join calendar_days last_day on last_day.kabupaten_code = :kabupaten
         and last_day.calendar_code = p.calendar_code and last_day.version = p.calendar_version and last_day.is_working and last_day.working_day_number = p.target_day
    )
    select id, existing_id, unit_code, number, service_code, channel, class, ${optional.join(', ')}, received_at, received_on, resolved_at,
           due_at, due_source, status, followed_up, reopened,
           greatest(received_at, least(first_response_at, resolved_at), case when ${resolved} then resolved_at else due_at end) as settled_at,
           old_service_code, old_channel, old_class, old_received_on,
           case
             when existing_id is null then 'i'
             when (service_code, channel, class, received_at, resolved_at, status, own_due_at, ${optional.join(', ')}) is not distinct from
                  (old_service_code, old_channel, old_class, old_received_at, old_resolved_at, old_status, old_own_due_at, ${optional.map((column) => `old_${column}`).join(', ')})
             then 'u' else 'c'
           end as decision
      from judged`;
}
