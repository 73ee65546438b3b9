import type { DatasetName, ImportResult } from '#contract/imports';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { RejectedRow } from './files/rejected-rows.ts';

export interface ImportRow {
  [column: string]: unknown;
  id: string;
  dataset: DatasetName;
  file_name: string;
  dry_run: boolean;
  status: ImportResult['status'];
  started_at: Date;
  finished_at: Date | null;
  started_by: string;
  rows_read: number;
  rows_inserted: number;
  rows_updated: number;
  rows_unchanged: number;
  rows_rejected: number;
  errors: ImportResult['errors'];
  warnings: string[];
  created: ImportResult['created'];
  failure: string | null;
  file_format: 'csv' | 'xlsx';
  header: string[] | null;
  delimiter: string | null;
  /** The post it was started in; null for the command line. */
  post_id: string | null;
  rejections_deleted_at: Date | null;
}

/** Imports the person may see: everyone's for the whole kabupaten, else only the own ones (`startedBy`). */
export async function findImport(
  transaction: ReadTransaction,
  id: string,
  startedBy: string | null,
): Promise<ImportRow | null> {
  const rows = await transaction.rows<ImportRow>(
    'import-by-id',
    `select * from imports where kabupaten_code = $1 and id::text = $2 and ($3::text is null or started_by = $3)`,
    [transaction.kabupatenCode, id, startedBy],
  );
  return rows[0] ?? null;
}

/** Newest first; `before` is the id the page ends before (ids are in the order of time). */
export async function listImportRows(
  transaction: ReadTransaction,
  startedBy: string | null,
  before: string | null,
  limit: number,
): Promise<{ rows: ImportRow[]; total: number }> {
  const rows = await transaction.rows<ImportRow>(
    'imports-newest-first',
    `select * from imports
      where kabupaten_code = $1 and ($2::text is null or started_by = $2) and ($3::text is null or id::text < $3)
      order by id desc limit $4`,
    [transaction.kabupatenCode, startedBy, before, limit],
  );
  const counted = await transaction.rows<{ total: number }>(
    'imports-count',
    'select count(*) as total from imports where kabupaten_code = $1 and ($2::text is null or started_by = $2)',
    [transaction.kabupatenCode, startedBy],
  );
  return { rows, total: counted[0]?.total ?? 0 };
}

/** A page of rejected rows after row number `after`, in the order of the file. */
export async function readRejectedPage(
  transaction: ReadTransaction,
  importId: string,
  after: number,
  limit: number,
): Promise<RejectedRow[]> {
  const rows = await transaction.rows<{
    row_number: number;
    row_values: string[];
    errors: { message: string }[];
  }>(
    'import-rejections-page',
    `select row_number, row_values, errors from import_rejections
      where kabupaten_code = $1 and import_id = $2::uuid and row_number > $3 order by row_number limit $4`,
    [transaction.kabupatenCode, importId, after, limit],
  );
  return rows.map((row) => ({
    row: row.row_number,
    values: row.row_values,
    messages: row.errors.map((error) => error.message),
  }));
}

export function toImportResult(row: ImportRow): ImportResult {
  return {
    id: row.id,
    dataset: row.dataset,
    fileName: row.file_name,
    dryRun: row.dry_run,
    status: row.status,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    startedBy: row.started_by,
    rowsRead: row.rows_read,
    rowsInserted: row.rows_inserted,
    rowsUpdated: row.rows_updated,
    rowsUnchanged: row.rows_unchanged,
    rowsRejected: row.rows_rejected,
    rejectedRows: rejectedRowsOf(row),
    errors: row.errors,
    warnings: row.warnings,
    created: row.created,
    failure: row.failure,
  };
}

function rejectedRowsOf(row: ImportRow): ImportResult['rejectedRows'] {
  if (row.rows_rejected === 0) return 'none';
  return row.rejections_deleted_at === null ? 'available' : 'deleted';
}
