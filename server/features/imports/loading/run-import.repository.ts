import type { Knex } from 'knex';
import { DURATION_EDGES } from '#domain/statistics/duration-buckets';
import { can, ROLES, type Permission, type Role } from '#domain/permissions';
import type { DatasetName } from '#contract/imports';
import type { ProblemError } from '#contract/problem';
import {
  isFaultList,
  type DatasetLoader,
  type FieldValue,
  type LoadContext,
  type LoadCounts,
  type RowFault,
  type RowReader,
} from '../../../platform/database/dataset-loader.ts';
import type { AuditActor, AuditEvent } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { rebuildFamily } from '../../../platform/database/rollups/rollup-writer.repository.ts';
import type { RollupFamily } from '../../../platform/database/rollups/rollup-family.ts';
import { lockDataVersion, raiseDataVersion, setKabupatenSql } from '../../../platform/database/scoped.ts';
import { openSourceFile } from '../files/open-source-file.ts';
import type { SourceFile } from '../files/source-file.ts';
import {
  beginAttempt,
  saveFileShape,
  saveOutcome,
  saveProgress,
  saveRejections,
  type ImportJob,
  type ImportOutcome,
  type RejectedRowRecord,
} from '../import-records.repository.ts';
import { compileRowParser, wasDateOnly, type ParsedRow } from '../recognition/parse-row.ts';
import { planImport } from './import-plan.ts';
import { ImportRefused } from './import-refused.ts';
import { NameDirectory } from './name-directory.ts';
import { createStage, StageWriter } from './stage-rows.repository.ts';
import { createNamed, hasUnitsBelow, readDirectory, readKabupaten } from './structure-writes.repository.ts';

/** Rows a file may have; more belongs into several files. */
export const MAXIMUM_ROWS = 5_000_000;

/** Thrown to roll a dry run back after everything was tried. */
class DryRunEnd extends Error {}

export interface ImportTools {
  /** Connections for progress and rejected rows, which are kept even when nothing is loaded. */
  readonly database: Knex;
  readonly audit: AuditLog;
  readonly loaders: readonly DatasetLoader[];
  /** Families of roll-ups, rebuilt when units change. */
  readonly families: readonly RollupFamily[];
  /** Epoch milliseconds: dates far ahead of it are not plausible. */
  readonly now: number;
  /** Called about four times a second. */
  readonly onProgress?: (rowsRead: number) => void;
}

/**
 * Loads one file: parse → stage by COPY → check in bulk → write → roll up, all facts in one transaction. A crash at
 * any point leaves all of it or nothing.
 */
export async function runImport(job: ImportJob, tools: ImportTools): Promise<ImportOutcome> {
  const loader = tools.loaders.find((candidate) => candidate.dataset === job.dataset);
  if (!loader) throw new ImportRefused(`Himpunan data “${job.dataset}” belum dapat dimuat.`);
  await beginAttempt(tools.database, job);
  let outcome: ImportOutcome | null = null;
  try {
    outcome = await tools.database.transaction((transaction) => loadFile(transaction, job, loader, tools));
  } catch (error) {
    if (!(error instanceof DryRunEnd)) throw error;
    outcome = error.cause as ImportOutcome;
    await tools.database.transaction(async (transaction) => {
      await transaction.raw(setKabupatenSql(job.kabupatenCode));
      await saveOutcome(transaction, job, error.cause as ImportOutcome);
      // Nothing was stored, but something was learned.
      await recordInAudit(transaction, tools.audit, job, error.cause as ImportOutcome);
    });
  }
  return outcome;
}

async function loadFile(
  transaction: Knex.Transaction,
  job: ImportJob,
  loader: DatasetLoader,
  tools: ImportTools,
): Promise<ImportOutcome> {
  // Held to the end: whoever finds the job unfinished can tell a living run from a dead one.
  await transaction.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [job.id]);
  await transaction.raw(
    `${setKabupatenSql(job.kabupatenCode)}; set local work_mem = '128MB'; set local jit = off`,
  );
  const kabupaten = await readKabupaten(transaction, job.kabupatenCode);
  const plan = planImport(job);
  const file = await openSourceFile(job.storedFile, plan.fileOptions);
  try {
    await saveFileShape(tools.database, job, file);
    const columns = plan.columnsOf(file.header);
    const directory = new NameDirectory({
      ...(await readDirectory(transaction, job)),
      createMissing: columns.createMissing,
    });
    const parse = compileRowParser(columns.definition, columns, {
      timeZone: kabupaten.timeZone,
      now: tools.now,
    });
    const rejections = new Rejections(tools.database, job);
    await createStage(transaction, loader);
    const fieldIndexes = new Map(columns.definition.columns.map((column, index) => [column.field, index]));
    const rowsRead = await stage(await StageWriter.open(transaction, loader), file, {
      parse,
      toStage: (row) => loader.stage(reader(row, fieldIndexes), directory),
      rejections,
      onProgress: async (count) => {
        tools.onProgress?.(count);
        await saveProgress(tools.database, job, count);
      },
    });
    await transaction.raw('analyze stage_rows');
    await rejectRepeatedKeys(transaction, loader, job, plan.fileOptions, rejections);
    await rejections.flush();

    await lockDataVersion(transaction, job.kabupatenCode);
    const rebuildRollups = async () => {
      const context = { kabupaten: job.kabupatenCode, zone: kabupaten.timeZone, edges: DURATION_EDGES };
      for (const family of tools.families) await rebuildFamily(transaction, family, context);
    };
    const hadUnits = await hasUnitsBelow(transaction, job.kabupatenCode);
    const unitsAdded = await createNamed(transaction, job, directory.created);
    // The first unit below the kabupaten moves the kabupaten's own records to a key of their own.
    if (unitsAdded && !hadUnits && !job.dryRun) await rebuildRollups();
    const role = roleOf(job.actor);
    const events: AuditEvent[] = [];
    const context: LoadContext = {
      kabupatenCode: job.kabupatenCode,
      timeZone: kabupaten.timeZone,
      importId: job.id,
      // A person by id: what changed stays readable, and is without a name once the person was erased.
      actor: job.actor.userId ?? job.startedBy,
      role,
      presentFields: new Set(
        columns.definition.columns
          .filter((_, index) => isPresent(columns.sources[index]))
          .map(({ field }) => field),
      ),
      keep: !job.dryRun,
      rebuildRollups,
      record: (event) => events.push(event),
    };
    const refused = await loader.refuse?.(transaction, context);
    if (refused) await rejectStaged(job, plan.fileOptions, refused, rejections);
    await rejections.flush();
    const counts = await loader.load(transaction, context);
    const told = toldCounts(counts, job.dataset, role);
    const outcome: ImportOutcome = {
      rowsRead,
      inserted: told.inserted,
      updated: told.updated,
      unchanged: told.unchanged,
      rejected: rejections.count,
      errors: rejections.first,
      warnings: [...plan.warnings, ...columns.warnings, ...notCounted(counts), ...file.notes.slice(0, 20)],
      created: directory.created,
    };
    if (job.dryRun) throw new DryRunEnd('dry run', { cause: outcome });
    await saveOutcome(transaction, job, outcome);
    if (
      counts.inserted + counts.updated > 0 ||
      counts.uncounted === true ||
      directory.created.length > 0 ||
      counts.structureChanged
    ) {
      await raiseDataVersion(
        transaction,
        job.kabupatenCode,
        directory.created.length > 0 || counts.structureChanged,
      );
    }
    // Last of all: the end of the chain is locked until the commit, and sign-ins must not wait for a long import.
    await recordInAudit(transaction, tools.audit, job, outcome);
    for (const event of events) await tools.audit.record(transaction, job.kabupatenCode, job.actor, event);
    return outcome;
  } finally {
    await file.close();
  }
}

interface StageSteps {
  readonly parse: ReturnType<typeof compileRowParser>;
  readonly toStage: (row: ParsedRow) => readonly FieldValue[] | readonly RowFault[];
  readonly rejections: Rejections;
  readonly onProgress: (rowsRead: number) => Promise<void>;
}

const PROGRESS_MS = 250;

/** Reads the rows of the file into `stage_rows`, or into the rejections. Returns how many there were. */
async function stage(writer: StageWriter, file: SourceFile, steps: StageSteps): Promise<number> {
  let rowsRead = 0;
  let lastProgress = performance.now();
  try {
    for await (const { row, values, plainNumbers } of file.rows) {
      const parsed = steps.parse(values, plainNumbers);
      if (parsed === null) continue;
      rowsRead += 1;
      if (rowsRead > MAXIMUM_ROWS) {
        throw new ImportRefused(
          `Berkas berisi lebih dari ${MAXIMUM_ROWS.toLocaleString('id-ID')} baris; bagi menjadi beberapa berkas.`,
        );
      }
      const staged = parsed.ok ? steps.toStage(parsed) : parsed.errors;
      if (isFaultList(staged))
        await steps.rejections.add({
          row,
          values,
          errors: staged.map((fault) => ({ row, ...fault, message: namingColumn(fault) })),
        });
      else await writer.write(row, staged);
      if ((rowsRead & 1023) === 0 && performance.now() - lastProgress > PROGRESS_MS) {
        await steps.onProgress(rowsRead);
        lastProgress = performance.now();
      }
    }
    await writer.end();
  } catch (error) {
    writer.abort();
    throw error;
  }
  await steps.onProgress(rowsRead);
  return rowsRead;
}

function reader(row: ParsedRow, indexes: ReadonlyMap<string, number>): RowReader {
  const value = (field: string): FieldValue => {
    const index = indexes.get(field);
    return index === undefined ? null : (row.fields[index] ?? null);
  };
  return {
    text: (field) => {
      const found = value(field);
      return found === null ? null : String(found);
    },
    number: (field) => {
      const found = value(field);
      return typeof found === 'number' ? found : null;
    },
    flag: (field) => {
      const found = value(field);
      return typeof found === 'boolean' ? found : null;
    },
    isDateOnly: (field) => {
      const index = indexes.get(field);
      return index !== undefined && wasDateOnly(row, index);
    },
  };
}

/** Rejects rows whose key stood in the file before. */
async function rejectRepeatedKeys(
  transaction: Knex.Transaction,
  loader: DatasetLoader,
  job: ImportJob,
  options: Parameters<typeof openSourceFile>[1],
  rejections: Rejections,
): Promise<void> {
  const key = loader.key.join(', ');
  const repeated: { rows: { row_number: number; first_row: number }[] } = await transaction.raw(`
    with repeated as (
      select ${key}, min(row_number) as first_row from stage_rows group by ${key} having count(*) > 1
    )
    delete from stage_rows s using repeated r
     where ${loader.key.map((column) => `s.${column} = r.${column}`).join(' and ')} and s.row_number > r.first_row
    returning s.row_number, r.first_row`);
  const column = loader.keyColumn ?? (loader.key.includes('number') ? 'nomor' : 'kode');
  const faults = repeated.rows.map(({ row_number, first_row }): [number, RowFault] => [
    row_number,
    {
      column,
      code: 'key-repeated',
      message: `baris dengan kunci yang sama sudah ada pada baris ${first_row}; hapus salah satu.`,
    },
  ]);
  await rejectStaged(job, options, new Map(faults), rejections);
}

/** Rejects rows that were staged already; their values are fetched by reading the file once more. */
async function rejectStaged(
  job: ImportJob,
  options: Parameters<typeof openSourceFile>[1],
  faults: ReadonlyMap<number, RowFault>,
  rejections: Rejections,
): Promise<void> {
  if (faults.size === 0) return;
  const file = await openSourceFile(job.storedFile, options);
  try {
    for await (const { row, values } of file.rows) {
      const fault = faults.get(row);
      if (fault) await rejections.add({ row, values, errors: [{ row, ...fault }] });
    }
  } finally {
    await file.close();
  }
}

/** Collects rejected rows: counts all, remembers the first 100 errors, keeps every row with its reason. */
class Rejections {
  count = 0;
  readonly first: ProblemError[] = [];
  readonly #database: Knex;
  readonly #job: ImportJob;
  #waiting: RejectedRowRecord[] = [];

  constructor(database: Knex, job: ImportJob) {
    this.#database = database;
    this.#job = job;
  }

  async add(row: RejectedRowRecord): Promise<void> {
    this.count += 1;
    for (const error of row.errors)
      if (this.first.length < 100) this.first.push({ ...error, message: sentence(row.row, error.message) });
    this.#waiting.push({ ...row, errors: row.errors.map((error) => ({ ...error })) });
    if (this.#waiting.length >= 500) await this.flush();
  }

  async flush(): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    await saveRejections(this.#database, this.#job, rows);
  }
}

function sentence(row: number, message: string): string {
  return `Baris ${row}: ${message}`;
}

/** A row has several dates and numbers: the sentence must say which is meant. */
function namingColumn({ column, message }: RowFault): string {
  return message.toLowerCase().includes(column.toLowerCase()) ? message : `kolom ${column}: ${message}`;
}

function isPresent(
  source: { readonly column: number; readonly constant: string | null } | undefined,
): boolean {
  return source !== undefined && (source.column >= 0 || source.constant !== null);
}

/** Whose right an import is: its post's; null for a command of the operator. What is not known has no right. */
function roleOf({ program, role }: AuditActor): Role | null {
  if (program !== null && role === null) return null;
  return ROLES.find((known) => known === role) ?? 'publik';
}

const DETAILS: Readonly<Partial<Record<DatasetName, Permission>>> = {
  'service-cases': 'details:services',
  'case-steps': 'details:services',
  pauses: 'details:services',
  complaints: 'details:complaints',
  'survey-responses': 'details:surveys',
};

/**
 * Whether a row that is there was the same would confirm what someone guessed about a single record: who may not see
 * such records is told one number of both.
 */
function toldCounts(counts: LoadCounts, dataset: DatasetName, role: Role | null): LoadCounts {
  const details = DETAILS[dataset];
  if (role === null || details === undefined || can(role, details)) return counts;
  return { ...counts, updated: counts.updated + counts.unchanged, unchanged: 0 };
}

function notCounted({ inserted, updated, uncounted }: LoadCounts): string[] {
  if (uncounted !== true || inserted + updated > 0) return [];
  return ['Kolom pelapor disimpan tersendiri; perubahannya tidak dihitung sebagai baris yang diperbarui.'];
}

async function recordInAudit(
  transaction: Knex.Transaction,
  audit: AuditLog,
  job: ImportJob,
  outcome: ImportOutcome,
): Promise<void> {
  await audit.record(transaction, job.kabupatenCode, job.actor, {
    action: job.dryRun ? 'import-checked' : 'import',
    subject: `imports/${job.dataset}/${job.id}`,
    details: {
      dataset: job.dataset,
      fileName: job.fileName,
      rowsRead: outcome.rowsRead,
      inserted: outcome.inserted,
      updated: outcome.updated,
      unchanged: outcome.unchanged,
      rejected: outcome.rejected,
      ...(outcome.created.length > 0 ? { created: outcome.created.length } : {}),
    },
  });
}
