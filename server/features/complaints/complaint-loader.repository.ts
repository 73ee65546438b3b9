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
import { decideSql } from './complaint-decision.repository.ts';
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
  'calendar_version',
  'escalates_at',
  'escalates_top_at',
  'response_seconds',
  'resolution_seconds',
];

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
  const moment = (field: string, column: string): string | null => {
    const { at, early } = momentFrom(row, field, receivedAt);
    if (early)
      faults.push({
        column,
        code: `${column}-before-received`,
        message: `${column} tercatat sebelum diterima; periksa kedua tanggalnya.`,
      });
    return at;
  };
  const verifiedAt = moment('verifiedAt', 'diverifikasi');
  const firstResponseAt = moment('firstResponseAt', 'ditanggapi');
  const resolvedAt = moment('resolvedAt', 'selesai');
  const closedAt = moment('closedAt', 'ditutup');
  const status =
    row.text('status') ??
    (resolvedAt !== null
      ? 'selesai'
      : closedAt !== null
        ? 'ditutup'
        : verifiedAt !== null
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
    verifiedAt,
    firstResponseAt,
    resolvedAt,
    closedAt,
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
