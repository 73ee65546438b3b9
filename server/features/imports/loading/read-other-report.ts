import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import { v7 as uuidv7 } from 'uuid';
import type { ImportMapping } from '#contract/import-mapping';
import type { ReportPreview } from '#contract/oversight/reconciliations';
import type { OtherReport, ReportRow, ReportValue } from '../../../platform/files/other-report.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { receiveFile } from '../../../platform/http/receive-file.ts';
import { ImportFileError } from '../files/import-file-error.ts';
import { openSourceFile } from '../files/open-source-file.ts';
import { comparedDefinition } from '../recognition/datasets/compared-columns.ts';
import { columnLabel, fieldIndex, type DatasetDefinition } from '../recognition/dataset-columns.ts';
import { compileMapping, readMapping } from '../recognition/mapping.ts';
import { compileRowParser, wasDateOnly, type FaultyRow, type ParsedRow } from '../recognition/parse-row.ts';
import { findColumn, findDatasetDefinition, headerScore } from '../recognition/recognise-columns.ts';
import { NameDirectory, type KnownName } from './name-directory.ts';
import { previewFile } from './preview-file.ts';

export interface ReportReading {
  readonly uploadDir: string;
  readonly dataset: 'service-cases' | 'complaints';
  /** IANA zone of times in the file where its mapping names none. */
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly units: readonly KnownName[];
  readonly services: readonly KnownName[];
  readonly channels: readonly KnownName[];
}

/** A list of another register is held against ours at once, while the person waits. */
const MEGABYTES = 32;
export const MOST_COMPARED_ROWS = 50_000;

/**
 * Reads the file of a multipart request (`file`, and a `mapping` as for an import) by the columns an import knows,
 * without loading anything. Names of units, services and channels that are not known here are left out: what they mean
 * cannot be compared.
 * @throws ProblemException 400 for a file or mapping that cannot be read, or too many rows; 413, 415 as an upload
 */
export async function readOtherReport(request: Request, reading: ReportReading): Promise<OtherReport> {
  return withReceived(request, reading.uploadDir, async ({ path, fileName, mapping }) => {
    const rows = await readRows(path, mapping, reading);
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    return { fileName, fileHash: hash.digest('hex'), rows };
  });
}

/**
 * The columns of the file of a multipart request, what they are recognised as, and the fields that can be compared;
 * nothing is kept.
 * @throws ProblemException 400 for a file that cannot be read; 413, 415 as an upload
 */
export async function previewOtherReport(
  request: Request,
  { uploadDir, dataset }: Pick<ReportReading, 'uploadDir' | 'dataset'>,
): Promise<ReportPreview> {
  const definition = comparedOf(dataset);
  return withReceived(request, uploadDir, async ({ path, fileName }) => ({
    ...(await previewFile(definition, { path, fileName }, null)),
    fields: definition.columns.map((column) => ({
      name: columnLabel(column),
      english: column.field,
      required: column.required,
      explanation: column.explanation,
    })),
  }));
}

interface ReceivedReport {
  readonly path: string;
  readonly fileName: string;
  /** As it was sent; empty without one. */
  readonly mapping: string;
}

/** Receives the file, gives it to `read`, and removes it whatever comes of it. */
async function withReceived<T>(
  request: Request,
  uploadDir: string,
  read: (report: ReceivedReport) => Promise<T>,
): Promise<T> {
  await mkdir(uploadDir, { recursive: true, mode: 0o700 });
  const path = join(uploadDir, `selisih-${uuidv7()}`);
  try {
    const { fileName, fields } = await receiveFile(
      request,
      { megabytes: MEGABYTES, tooLarge: 'file-too-large' },
      () => createWriteStream(path, { mode: 0o600 }),
    );
    return await read({
      path,
      fileName: basename(fileName.replaceAll('\\', '/')).slice(0, 200) || 'berkas',
      mapping: fields.get('mapping') ?? '',
    });
  } catch (error) {
    throw error instanceof ImportFileError
      ? new ProblemException(400, 'file-unreadable', { reason: error.message }, [
          { path: 'file', code: error.code, message: error.message },
        ])
      : error;
  } finally {
    await rm(path, { force: true });
  }
}

async function readRows(path: string, mappingText: string, reading: ReportReading): Promise<ReportRow[]> {
  const definition = comparedOf(reading.dataset);
  const mapping = mappingOf(mappingText, definition);
  const file = await openSourceFile(path, {
    ...(mapping?.headerRow === undefined ? {} : { headerRow: mapping.headerRow }),
    ...(mapping?.sheet === undefined ? {} : { sheet: mapping.sheet }),
    recognise: headerScore(definition, Object.values(mapping?.columns ?? {})),
  });
  try {
    const plan = compileMapping(definition, file.header, mapping);
    if (!plan.ok) throw refused(plan.errors);
    const present = plan.value.sources.map(({ column, constant }) => column >= 0 || constant !== null);
    const numberAt = plan.value.sources[fieldIndex(definition, 'number')]?.column ?? -1;
    const parse = compileRowParser(definition, plan.value, reading);
    const names = new NameDirectory({
      ...reading,
      areas: [],
      writableUnits: null,
      createMissing: new Set(),
    });
    const rows: ReportRow[] = [];
    for await (const { row, values, plainNumbers } of file.rows) {
      const parsed = parse(values, plainNumbers);
      if (parsed === null) continue;
      if (rows.length >= MOST_COMPARED_ROWS)
        throw new ProblemException(400, 'report-too-long', { rows: MOST_COMPARED_ROWS });
      rows.push(reportRow(row, (values[numberAt] ?? '').trim(), parsed, { definition, present, names }));
    }
    return rows;
  } finally {
    await file.close();
  }
}

interface RowContext {
  readonly definition: DatasetDefinition;
  /** By column of the definition: the file, or its mapping, says something of it. */
  readonly present: readonly boolean[];
  readonly names: NameDirectory;
}

function reportRow(
  row: number,
  number: string,
  parsed: ParsedRow | FaultyRow,
  { definition, present, names }: RowContext,
): ReportRow {
  if (!parsed.ok)
    return {
      row,
      number,
      fault: parsed.errors.map(({ message }) => message).join(' '),
      values: new Map(),
    };
  const values = new Map<string, ReportValue>();
  definition.columns.forEach(({ field, kind }, index) => {
    if (field === 'number' || present[index] !== true) return;
    const value = parsed.fields[index] ?? null;
    if (kind === 'instant')
      values.set(field, {
        kind: 'instant',
        at: value === null ? null : String(value),
        dateOnly: wasDateOnly(parsed, index),
      });
    else if (typeof value === 'number') values.set(field, { kind: 'number', value });
    else {
      const code = codeOf(field, value === null ? null : String(value), names);
      if (code !== undefined) values.set(field, { kind: 'code', value: code });
    }
  });
  const own = parsed.fields[fieldIndex(definition, 'number')];
  return { row, number: own === null || own === undefined ? number : String(own), fault: null, values };
}

/** The code a name stands for here; undefined when it is not known here. */
function codeOf(field: string, text: string | null, names: NameDirectory): string | null | undefined {
  if (text === null) return null;
  const found =
    field === 'unit'
      ? names.anyUnit(text)
      : field === 'service'
        ? names.service(text)
        : field === 'channel'
          ? names.channel(text)
          : text;
  return typeof found === 'string' ? found : undefined;
}

function comparedOf(dataset: ReportReading['dataset']): DatasetDefinition {
  const known = findDatasetDefinition(dataset);
  if (known === null) throw new ProblemException(404, 'dataset-not-found', { dataset });
  return comparedDefinition(known);
}

/** The mapping without what a comparison does not read. */
function mappingOf(text: string, definition: DatasetDefinition): ImportMapping | null {
  if (text.trim() === '') return null;
  const read = readMapping(text);
  if (!read.ok) throw refused(read.errors);
  const kept = <T>(entries: Readonly<Record<string, T>> | undefined): Record<string, T> =>
    Object.fromEntries(
      Object.entries(entries ?? {}).filter(([name]) => findColumn(definition, name) !== null),
    );
  const { columns, constants, values } = read.value;
  return { ...read.value, columns: kept(columns), constants: kept(constants), values: kept(values) };
}

function refused(errors: readonly { path: string; code: string; message: string }[]): ProblemException {
  return new ProblemException(
    400,
    'mapping-invalid',
    { reason: errors.map(({ message }) => message).join(' ') },
    errors.map((error) => ({ ...error })),
  );
}
