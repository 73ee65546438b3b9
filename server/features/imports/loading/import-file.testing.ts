import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { v7 as uuidv7 } from 'uuid';
import { ZipFile } from 'yazl';
import type { DatasetName, ImportResult } from '#contract/imports';
import { LOADERS, ROLLUP_FAMILIES } from '../../../commands/loaders.ts';
import { commandActor } from '../../../platform/audit/audit-entry.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';
import { insertImport, type ImportJob } from '../import-records.repository.ts';
import { readFinishedImport } from '../import-result.repository.ts';
import { finishJob } from '../import-worker.ts';

export interface FileImport {
  readonly kabupaten: string;
  readonly dataset: DatasetName;
  /** The lines of a CSV file, or the path of any file. */
  readonly lines?: readonly string[];
  readonly path?: string;
  readonly mapping?: unknown;
  /** Unit of the person; the kabupaten's root when left out. */
  readonly unit?: string;
  readonly dryRun?: boolean;
}

/** Dates in files may lie up to a year ahead of this. */
const NOW = Date.parse('2026-06-30T00:00:00Z');

/** Imports a file in this process, as the worker does, and answers its result. */
export async function importFile(
  product: TestProduct,
  { kabupaten, dataset, lines, path, mapping, unit, dryRun }: FileImport,
): Promise<ImportResult> {
  const storedFile = path ?? join(product.dataDir, `${uuidv7()}.csv`);
  if (lines) await writeFile(storedFile, lines.join('\n'));
  const job: ImportJob = {
    id: uuidv7(),
    kabupatenCode: kabupaten,
    dataset,
    fileName: 'berkas',
    storedFile,
    mapping: mapping ?? null,
    defaultUnit: unit ?? kabupaten,
    dryRun: dryRun ?? false,
    startedBy: 'uji',
    actor: commandActor('uji'),
  };
  const { application } = product.database;
  await insertImport(application, job, 'csv');
  await finishJob(
    job,
    { database: application, audit: product.audit, loaders: LOADERS, families: ROLLUP_FAMILIES, now: NOW },
    (error) => {
      throw error;
    },
  );
  return readFinishedImport(application, kabupaten, job.id);
}

/** The numbers of a result: read, inserted, updated, unchanged, rejected. */
export function countsOf(result: ImportResult): number[] {
  return [
    result.rowsRead,
    result.rowsInserted,
    result.rowsUpdated,
    result.rowsUnchanged,
    result.rowsRejected,
  ];
}

/** Writes a workbook of one sheet, with merged ranges such as `A1:D1`. */
export async function writeWorkbook(
  path: string,
  rows: readonly (readonly string[])[],
  merges: readonly string[] = [],
): Promise<void> {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const cell = (text: string, column: number, row: number) =>
    text === ''
      ? ''
      : `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const data = rows
    .map(
      (row, index) =>
        `<row r="${index + 1}">${row.map((text, column) => cell(text, column, index + 1)).join('')}</row>`,
    )
    .join('');
  const merged =
    merges.length === 0
      ? ''
      : `<mergeCells>${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
  await writeZip(path, {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="Data" r:id="s"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="s" Type="${office}/worksheet" Target="sheet.xml"/></Relationships>`,
    'xl/sheet.xml': `<worksheet ${main}><sheetData>${data}</sheetData>${merged}</worksheet>`,
  });
}

/** Writes a ZIP archive of these parts. */
export async function writeZip(
  path: string,
  parts: Readonly<Record<string, string | Buffer>>,
): Promise<void> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

/** A product for specs that load files: every spec has a kabupaten of its own, with two units. Call it in a `describe`. */
export function useImports() {
  let product: TestProduct;
  let kabupatenUsed = 0;
  let code: string;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-06-30T00:00:00Z' });
  });
  beforeEach(async () => {
    code = `contoh-muat-${(kabupatenUsed += 1)}`;
    await product.addKabupaten(code, 'Asia/Makassar');
    await load({
      dataset: 'units',
      lines: [
        'kode;nama;jenis;induk',
        `sebulu;Kecamatan Sebulu;kecamatan;${code}`,
        `dinas;Dinas Contoh;skpd;${code}`,
      ],
    });
  });
  afterAll(() => product.stop());

  const load = (file: Omit<FileImport, 'kabupaten'>) => importFile(product, { kabupaten: code, ...file });
  /** Rows of a query with one place for the kabupaten. */
  async function rows<T>(sql: string): Promise<T[]> {
    return (await product.database.owner.raw<{ rows: T[] }>(sql, [code])).rows;
  }
  async function dataVersion(): Promise<number> {
    return (
      (await rows<{ version: number }>('select version from data_versions where kabupaten_code = ?'))[0]
        ?.version ?? -1
    );
  }

  return { load, rows, dataVersion, product: () => product, kabupaten: () => code };
}

export const HEADER = 'nomor;unit;layanan;kanal;diterima;selesai;status;petugas;kunjungan';
/** Three cases of two units. */
export const CASES = [
  HEADER,
  '1;sebulu;kk;tatap-muka;2026-03-02 09:00;2026-03-02 10:00;selesai;P-1;1',
  '2;Kecamatan Sebulu;kk;Tatap muka (loket);02/03/2026 09.30;;diproses;P-2;2',
  '1;dinas;kk;;2026-03-03;2026-03-04;selesai;;',
];
