import { createReadStream } from 'node:fs';
import { pipeline, Transform } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { plainCsvText } from '../../../platform/files/csv-cells.ts';
import { csvShapeOf, type CsvShape } from './csv-delimiter.ts';
import { decodeWindows1252, readCsvText, type CsvText } from './csv-encoding.ts';
import { ImportFileError } from './import-file-error.ts';
import {
  findHeader,
  HEADER_SEARCH_ROWS,
  isBlankRow,
  isTotalRow,
  totalRowNote,
  usedWidth,
  type SourceFile,
  type SourceFileOptions,
  type SourceRow,
} from './source-file.ts';

/** A record longer than this (bytes) is a quotation mark that was never closed. */
const MAX_RECORD_BYTES = 1_000_000;
const MAX_COLUMNS = 1_024;

/**
 * Opens a CSV file: UTF-8 (with or without byte order mark) or Windows-1252, separated by comma,
 * semicolon or tab, quoted fields with line ends in them. Reads up to the header; the rest is read as
 * the rows are asked for.
 *
 * Values that were made safe by a leading apostrophe (see `csv-cells.ts`) are given without it.
 * @throws ImportFileError when the file is empty, is no CSV, or has no header
 */
export async function openCsv(path: string, options: SourceFileOptions = {}): Promise<SourceFile> {
  const text = await readCsvText(path);
  const shape = csvShapeOf(text.beginning, options.headerRow);
  const records = readRecords(path, text, shape);
  const notes: string[] = [];
  try {
    const first: SourceRow[] = [];
    let header: SourceRow | undefined;
    while (header === undefined) {
      const next = await records.next();
      const record = next.done === true ? undefined : next.value;
      if (options.headerRow !== undefined) {
        if (record === undefined || record.row > options.headerRow) break;
        if (record.row === options.headerRow) header = record;
        continue;
      }
      if (record !== undefined) first.push(record);
      if (record === undefined || first.length === HEADER_SEARCH_ROWS) {
        const index = findHeader(
          first.map((row) => row.values),
          options.recognise,
        );
        header = first[index];
        first.splice(0, index + 1);
        break;
      }
    }
    if (header === undefined || isBlankRow(header.values)) throw headerMissing(options.headerRow);
    const names = header.values.map((name) => name.trim());
    names.length = usedWidth(names);
    return {
      format: 'csv',
      header: names,
      headerRow: header.row,
      delimiter: shape.delimiter,
      sheet: null,
      sheets: [],
      notes,
      rows: dataRows(first, records, names.length, notes),
      close: async () => {
        await records.return(undefined);
      },
    };
  } catch (error) {
    await records.return(undefined);
    throw error;
  }
}

function headerMissing(headerRow: number | undefined): ImportFileError {
  return new ImportFileError(
    'header-missing',
    headerRow === undefined
      ? 'Berkas ini tidak berisi judul kolom; tulis nama kolom pada baris pertama.'
      : `Baris ${headerRow} yang ditunjuk sebagai judul kolom kosong atau tidak ada; perbaiki “headerRow” pada pemetaan.`,
  );
}

async function* dataRows(
  first: readonly SourceRow[],
  records: AsyncGenerator<SourceRow>,
  width: number,
  notes: string[],
): AsyncGenerator<SourceRow> {
  try {
    for (const record of first) if (isData(record, width, notes)) yield record;
    for await (const record of records) if (isData(record, width, notes)) yield record;
  } finally {
    await records.return(undefined);
  }
}

function isData(record: SourceRow, width: number, notes: string[]): boolean {
  const { values } = record;
  // Empty columns behind the last named one (`;;;;` at the end of every line) are not values.
  while (values.length > width && (values[values.length - 1] ?? '').trim() === '') values.pop();
  if (isBlankRow(values)) return false;
  if (!isTotalRow(values)) return true;
  notes.push(totalRowNote(record.row, values));
  return false;
}

/** All records of the file with the line on which each begins, blank lines among them. */
async function* readRecords(path: string, text: CsvText, shape: CsvShape): AsyncGenerator<SourceRow> {
  const parser = parse({
    bom: true,
    delimiter: shape.delimiter,
    record_delimiter: [...shape.lineEnds],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD_BYTES,
  });
  const file = createReadStream(path, { highWaterMark: 1 << 17 });
  const done = (): undefined => undefined;
  if (text.encoding === 'utf-8') pipeline(file, parser, done);
  else pipeline(file, windows1252(), parser, done);

  let line = 1;
  let row = 1;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row = line;
      line += 1 + lineEndsWithin(record);
      if (row === 1 && shape.hasSeparatorLine) continue;
      if (record.length > MAX_COLUMNS) {
        throw new ImportFileError(
          'file-too-large',
          `Baris ${row} punya lebih dari ${MAX_COLUMNS} kolom; periksa pemisah kolomnya.`,
        );
      }
      yield { row, values: record };
    }
  } catch (error) {
    throw error instanceof CsvError ? readableError(error, line) : error;
  } finally {
    file.destroy();
    parser.destroy();
  }
}

/** Line ends inside the values of one record; also takes off the apostrophe of values made safe. */
function lineEndsWithin(record: string[]): number {
  let count = 0;
  for (let index = 0; index < record.length; index++) {
    const value = record[index] ?? '';
    if (value.charCodeAt(0) === 39) record[index] = plainCsvText(value);
    if (value.length < 2 && value !== '\n') continue;
    for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) count++;
  }
  return count;
}

function windows1252(): Transform {
  return new Transform({
    transform(bytes: Buffer, _encoding, done) {
      done(null, Buffer.from(decodeWindows1252(bytes), 'utf8'));
    },
  });
}

function readableError(error: CsvError, line: number): ImportFileError {
  if (error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new ImportFileError(
      'quote-not-closed',
      `Tanda kutip (") yang dibuka pada atau sesudah baris ${line} tidak ditutup; tutup tanda kutipnya, lalu unggah lagi.`,
      error,
    );
  }
  return new ImportFileError(
    'file-not-readable',
    `Berkas CSV tidak terbaca mulai baris ${line}; simpan ulang sebagai CSV UTF-8.`,
    error,
  );
}
