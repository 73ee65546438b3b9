import type { Knex } from 'knex';
import type { DatasetName, ImportResult } from '#contract/imports';
import type { ProblemError } from '#contract/problem';
import { commandActor, type AuditActor } from '../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import { announce, setKabupatenSql } from '../../platform/database/scoped.ts';

/** A job as it is kept: everything needed to run it, or to run it again. */
export interface ImportJob {
  readonly id: string;
  readonly kabupatenCode: string;
  readonly dataset: DatasetName;
  readonly fileName: string;
  readonly storedFile: string;
  readonly mapping: unknown;
  /** Unit of rows that name none, and root of what the person may write to. */
  readonly defaultUnit: string | null;
  readonly dryRun: boolean;
  readonly startedBy: string;
  /** Under whom the import stands in the audit trail, and whose role says what it may change. */
  readonly actor: AuditActor;
}

export interface RejectedRowRecord {
  readonly row: number;
  readonly values: readonly string[];
  readonly errors: readonly ProblemError[];
}

/** Outcome of a finished run. */
export interface ImportOutcome {
  readonly rowsRead: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly errors: readonly ProblemError[];
  readonly warnings: readonly string[];
  readonly created: ImportResult['created'];
}

/** Runs `work` in its own short transaction of the kabupaten, apart from the one that loads. */
export async function inKabupaten<T>(
  database: Knex,
  kabupatenCode: string,
  work: (transaction: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return database.transaction(async (transaction) => {
    await transaction.raw(setKabupatenSql(kabupatenCode));
    return work(transaction);
  });
}

export async function insertImport(database: Knex, job: ImportJob, format: string): Promise<void> {
  await inKabupaten(database, job.kabupatenCode, async (transaction) => {
    await transaction('imports').insert({
      kabupaten_code: job.kabupatenCode,
      id: job.id,
      dataset: job.dataset,
      file_name: job.fileName,
      file_format: format,
      stored_file: job.storedFile,
      mapping: job.mapping === null ? null : JSON.stringify(job.mapping),
      default_unit: job.defaultUnit,
      dry_run: job.dryRun,
      status: 'queued',
      started_by: job.startedBy,
      post_id: job.actor.postId,
      audit_actor: JSON.stringify(job.actor),
    });
  });
}

/** Marks the job as running and forgets what an interrupted attempt left behind. */
export async function beginAttempt(database: Knex, job: ImportJob): Promise<void> {
  await inKabupaten(database, job.kabupatenCode, async (transaction) => {
    const where = { kabupaten_code: job.kabupatenCode, id: job.id };
    await transaction('import_rejections')
      .where({ kabupaten_code: job.kabupatenCode, import_id: job.id })
      .delete();
    await transaction('imports')
      .where(where)
      .update({
        status: 'running',
        rows_read: 0,
        rows_rejected: 0,
        errors: '[]',
        failure: null,
        attempts: transaction.raw('attempts + 1'),
      });
  });
}

export async function saveFileShape(
  database: Knex,
  job: ImportJob,
  shape: { format: string; header: readonly string[]; delimiter: string | null },
): Promise<void> {
  await inKabupaten(database, job.kabupatenCode, async (transaction) => {
    await transaction('imports')
      .where({ kabupaten_code: job.kabupatenCode, id: job.id })
      .update({
        file_format: shape.format,
        header: [...shape.header],
        delimiter: shape.delimiter,
      });
  });
}

/** Tells whoever started the import; one of the command line tells nobody. */
async function announceProgress(
  transaction: Knex.Transaction,
  job: ImportJob,
  rowsRead: number,
): Promise<void> {
  const { username } = job.actor;
  if (username === null) return;
  await announce(transaction, job.kabupatenCode, 'import-progress', { id: job.id, rowsRead }, username);
}

/** Keeps progress and tells whoever started the import. */
export async function saveProgress(database: Knex, job: ImportJob, rowsRead: number): Promise<void> {
  await inKabupaten(database, job.kabupatenCode, async (transaction) => {
    await transaction('imports')
      .where({ kabupaten_code: job.kabupatenCode, id: job.id })
      .update({ rows_read: rowsRead });
    await announceProgress(transaction, job, rowsRead);
  });
}

export async function saveRejections(
  database: Knex,
  job: ImportJob,
  rows: readonly RejectedRowRecord[],
): Promise<void> {
  if (rows.length === 0) return;
  await inKabupaten(database, job.kabupatenCode, async (transaction) => {
    await transaction('import_rejections').insert(
      rows.map((row) => ({
        kabupaten_code: job.kabupatenCode,
        import_id: job.id,
        row_number: row.row,
        row_values: row.values.map(storable),
        errors: JSON.stringify(row.errors),
      })),
    );
  });
}

/** PostgreSQL stores no NUL character; a rejected row is kept all the same. */
function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}

/** Writes the outcome; within the loading transaction, so that facts and result appear together. */
export async function saveOutcome(
  transaction: Knex.Transaction,
  job: ImportJob,
  outcome: ImportOutcome,
): Promise<void> {
  await transaction('imports')
    .where({ kabupaten_code: job.kabupatenCode, id: job.id })
    .update({
      status: 'succeeded',
      finished_at: transaction.raw('clock_timestamp()'),
      rows_read: outcome.rowsRead,
      rows_inserted: outcome.inserted,
      rows_updated: outcome.updated,
      rows_unchanged: outcome.unchanged,
      rows_rejected: outcome.rejected,
      errors: JSON.stringify(outcome.errors),
      warnings: JSON.stringify(outcome.warnings),
      created: JSON.stringify(outcome.created),
      failure: null,
      audit_actor: null,
    });
  await announceProgress(transaction, job, outcome.rowsRead);
}

/** Keeps why nothing was loaded, and puts it on record. */
export async function saveFailure(
  database: Knex,
  audit: AuditLog,
  job: ImportJob,
  failure: string,
  errors: readonly ProblemError[] = [],
): Promise<void> {
  await inKabupaten(database, job.kabupatenCode, async (transaction) => {
    await transaction('imports')
      .where({ kabupaten_code: job.kabupatenCode, id: job.id })
      .update({
        status: 'failed',
        finished_at: transaction.raw('clock_timestamp()'),
        failure,
        errors: JSON.stringify(errors.slice(0, 100)),
        rows_inserted: 0,
        rows_updated: 0,
        rows_unchanged: 0,
        audit_actor: null,
      });
    await announceProgress(transaction, job, 0);
    await audit.record(transaction, job.kabupatenCode, job.actor, {
      action: job.dryRun ? 'import-check-failed' : 'import-failed',
      subject: `imports/${job.dataset}/${job.id}`,
      details: { dataset: job.dataset, fileName: job.fileName },
    });
  });
}

interface UnfinishedRow {
  id: string;
  kabupaten_code: string;
  dataset: DatasetName;
  file_name: string;
  stored_file: string | null;
  mapping: unknown;
  default_unit: string | null;
  dry_run: boolean;
  status: string;
  started_at: Date;
  started_by: string;
  audit_actor: AuditActor | null;
  attempts: number;
}

/** Jobs that were queued or running: after a crash they are still that. */
export async function listUnfinished(database: Knex): Promise<(ImportJob & { attempts: number })[]> {
  const kabupaten = await database<{ code: string }>('kabupaten').select('code');
  const jobs: (ImportJob & { attempts: number })[] = [];
  for (const { code } of kabupaten) {
    const rows = await inKabupaten(database, code, (transaction) =>
      transaction<UnfinishedRow>('imports')
        .where({ kabupaten_code: code })
        .whereIn('status', ['queued', 'running'])
        .orderBy('started_at')
        .select('*'),
    );
    for (const row of rows) {
      jobs.push({
        id: row.id,
        kabupatenCode: code,
        dataset: row.dataset,
        fileName: row.file_name,
        storedFile: row.stored_file ?? '',
        mapping: row.mapping,
        defaultUnit: row.default_unit,
        dryRun: row.dry_run,
        startedBy: row.started_by,
        // Queued by an earlier version, which did not keep whose right it was: none beyond those of everyone.
        actor: row.audit_actor ?? { ...commandActor(row.started_by), role: 'publik' },
        attempts: row.attempts,
      });
    }
  }
  return jobs;
}

/** True when nobody runs the job any more: its advisory lock is free. */
export async function claimDeadJob(
  database: Knex,
  job: Pick<ImportJob, 'id' | 'kabupatenCode'>,
): Promise<boolean> {
  return inKabupaten(database, job.kabupatenCode, async (transaction) => {
    const locked: { rows: { free: boolean }[] } = await transaction.raw(
      'select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as free',
      [job.id],
    );
    return locked.rows[0]?.free === true;
  });
}
