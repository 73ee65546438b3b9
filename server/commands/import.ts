import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { DATASETS, type DatasetName } from '#contract/imports';
import { finishJob } from '../features/imports/import-worker.ts';
import { readFinishedImport } from '../features/imports/import-result.repository.ts';
import { insertImport, type ImportJob } from '../features/imports/import-records.repository.ts';
import { readMapping } from '../features/imports/recognition/mapping.ts';
import { commandActor } from '../platform/audit/audit-entry.ts';
import type { AuditLog } from '../platform/audit/audit-log.repository.ts';
import type { Database } from '../platform/database/pool.ts';
import { OperatorError } from '../platform/operator-error.ts';
import { runCommand } from '../platform/startup/command.ts';
import { LOADERS, ROLLUP_FAMILIES } from './loaders.ts';
import { withPreparedDatabase } from './prepared-database.ts';
import { ProgressBar } from './progress-bar.ts';

const USAGE = `Pemakaian: npm run import -- <himpunan-data> <berkas> [--mapping pemetaan.json] [--kabupaten kode] [--dry-run]
Himpunan data: ${DATASETS.join(', ')}.`;

/** Rows were rejected: the rest is loaded, and the command says so to scripts. */
const EXIT_REJECTED = 3;

await runCommand(async () => {
  const { dataset, file, mapping, kabupaten, dryRun } = await readArguments();
  return withPreparedDatabase(async ({ application, audit }) =>
    load(application, audit, dataset, file, mapping, await chooseKabupaten(application, kabupaten), dryRun),
  );
});

async function load(
  database: Database,
  audit: AuditLog,
  dataset: DatasetName,
  file: string,
  mapping: unknown,
  kabupatenCode: string,
  dryRun: boolean,
): Promise<number> {
  const job: ImportJob = {
    id: uuidv7(),
    kabupatenCode,
    dataset,
    fileName: basename(file),
    storedFile: file,
    mapping,
    defaultUnit: kabupatenCode,
    dryRun,
    startedBy: 'baris perintah',
    actor: commandActor(),
  };
  await insertImport(database, job, file.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv');
  const bar = new ProgressBar(process.stderr, 'Membaca baris');
  const failure = await finishJob(
    job,
    {
      database,
      audit,
      loaders: LOADERS,
      families: ROLLUP_FAMILIES,
      now: Date.now(),
      onProgress: (rowsRead) => bar.show(rowsRead),
    },
    (error) => {
      if (process.env['PANDU_DEBUG'] === '1') console.error(error);
    },
  );
  bar.end();
  if (failure !== null) throw new OperatorError(failure);
  const result = await readFinishedImport(database, kabupatenCode, job.id);
  for (const warning of result.warnings) console.log(`Perhatikan: ${warning}`);
  for (const { kind, code, name } of result.created.slice(0, 20))
    console.log(`Dibuat: ${kind} ${code} (${name})`);
  if (result.created.length > 20) console.log(`Dibuat: ${result.created.length - 20} lainnya`);
  for (const { message } of result.errors.slice(0, 10)) console.error(message);
  if (result.rowsRejected > 10)
    console.error(`… dan ${result.rowsRejected - 10} baris lain; seluruhnya dapat diunduh di halaman Data.`);
  if (dryRun) console.log('Uji coba: tidak ada yang disimpan.');
  console.log(
    `read ${result.rowsRead} inserted ${result.rowsInserted} updated ${result.rowsUpdated} unchanged ${result.rowsUnchanged} rejected ${result.rowsRejected}`,
  );
  return result.rowsRejected > 0 ? EXIT_REJECTED : 0;
}

async function readArguments() {
  const { values, positionals } = parse();
  const [dataset, file, ...rest] = positionals;
  const known = DATASETS.find((name) => name === dataset);
  if (!known || file === undefined || rest.length > 0) throw new OperatorError(USAGE);
  const path = resolve(file);
  if (!(await stat(path).catch(() => null))?.isFile())
    throw new OperatorError(`Berkas ${file} tidak ada atau bukan berkas.`);
  return {
    dataset: known,
    file: path,
    mapping: await readMappingFile(values.mapping),
    kabupaten: values.kabupaten ?? null,
    dryRun: values['dry-run'] === true,
  };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { mapping: { type: 'string' }, kabupaten: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    });
  } catch {
    throw new OperatorError(USAGE);
  }
}

async function readMappingFile(path: string | undefined): Promise<unknown> {
  if (path === undefined) return null;
  const text = await readFile(path, 'utf8').catch(() => {
    throw new OperatorError(`Berkas pemetaan ${path} tidak dapat dibaca.`);
  });
  const mapping = readMapping(text);
  if (!mapping.ok)
    throw new OperatorError(
      `Pemetaan ${path} belum benar: ${mapping.errors.map((error) => error.message).join(' ')}`,
    );
  return mapping.value;
}

/** The named kabupaten; without a name the only one there is. */
async function chooseKabupaten(database: Database, wanted: string | null): Promise<string> {
  const known = await database<{ code: string; name: string }>('kabupaten')
    .select('code', 'name')
    .orderBy('code');
  const list = known.map(({ code, name }) => `${code} (${name})`).join(', ');
  if (wanted !== null) {
    if (known.some(({ code }) => code === wanted)) return wanted;
    throw new OperatorError(
      `Kabupaten “${wanted}” belum ada. ${list === '' ? 'Tambahkan dengan npm run kabupaten -- add.' : `Yang ada: ${list}.`}`,
    );
  }
  const [only, ...others] = known;
  if (!only)
    throw new OperatorError(
      'Belum ada kabupaten. Tambahkan dengan npm run kabupaten -- add <kode> <nama> --time-zone <zona>.',
    );
  if (others.length > 0)
    throw new OperatorError(`Ada beberapa kabupaten; sebutkan dengan --kabupaten. Yang ada: ${list}.`);
  return only.code;
}
