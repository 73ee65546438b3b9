import { ImportFileError } from './import-file-error.ts';
import {
  HEADER_SEARCH_ROWS,
  isBlankRow,
  isTotalRow,
  totalRowNote,
  type SourceFile,
  type SourceFileOptions,
  type SourceRow,
} from './source-file.ts';
import { findXlsxHeader } from './xlsx-header.ts';
import { damaged, openXlsxPackage, XLSX_LIMITS, type XlsxLimits, type XlsxPackage } from './xlsx-package.ts';
import { NO_SHARED_STRINGS, readSharedStrings } from './xlsx-shared-strings.ts';
import { readMergedCells, readSheetRows } from './xlsx-sheet.ts';
import { readWorkbook, type XlsxWorkbook } from './xlsx-workbook.ts';

/**
 * Opens an XLSX file and reads up to the header of one sheet; the rest is read as the rows are asked for.
 *
 * Cells are given as text: numbers with a decimal point and without thousands marks, cells in a date
 * format as ISO dates, TRUE or FALSE, errors as Excel writes them (`#N/A`), formulas by the value that was
 * saved with them.
 * @throws ImportFileError for other kinds of files, damaged or locked ones, beyond the limits, without
 *   the named sheet, or without a header
 */
export async function openXlsx(
  path: string,
  options: SourceFileOptions = {},
  limits: XlsxLimits = XLSX_LIMITS,
): Promise<SourceFile> {
  const parts = await openXlsxPackage(path, limits);
  try {
    const workbook = await readWorkbook(parts);
    const sheet = chooseSheet(workbook, options.sheet);
    const searchedRows = Math.max(HEADER_SEARCH_ROWS, options.headerRow ?? 0) + 1;
    const merges = await readMergedCells(await parts.read(sheet.path), searchedRows);
    const strings =
      workbook.sharedStringsPath === null
        ? NO_SHARED_STRINGS
        : await readSharedStrings(parts, workbook.sharedStringsPath, limits.sharedTextBytes);
    const batches = readSheetRows(await parts.read(sheet.path), workbook, strings, limits);

    const first: SourceRow[] = [];
    while ((first[first.length - 1]?.row ?? 0) < searchedRows) {
      const next = await batches.next();
      if (next.done === true) break;
      first.push(...next.value);
    }
    const searched = first.filter(({ row }) => row <= searchedRows);
    const header = findXlsxHeader(searched, merges, options.recognise, options.headerRow);
    if (header === null) {
      await batches.return(undefined);
      throw headerMissing(sheet.name, options.headerRow);
    }
    const notes: string[] = [];
    const rest = first.filter(({ row }) => row > header.row);
    return {
      format: 'xlsx',
      header: header.names,
      headerRow: header.row,
      delimiter: null,
      sheet: sheet.name,
      sheets: workbook.sheets.map(({ name }) => name),
      notes,
      rows: dataRows(rest, batches, header.names.length, notes, parts),
      close: async () => {
        await batches.return(undefined);
        parts.close();
      },
    };
  } catch (error) {
    parts.close();
    throw error;
  }
}

function chooseSheet(workbook: XlsxWorkbook, wanted: string | undefined): XlsxWorkbook['sheets'][number] {
  const { sheets } = workbook;
  if (wanted === undefined) {
    const sheet = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
    if (sheet === undefined) throw damaged();
    return sheet;
  }
  const same = (name: string): string => name.trim().toLowerCase();
  const sheet =
    sheets.find(({ name }) => name === wanted) ?? sheets.find(({ name }) => same(name) === same(wanted));
  if (sheet !== undefined) return sheet;
  const names = sheets.map(({ name }) => `“${name}”`).join(', ');
  throw new ImportFileError(
    'sheet-missing',
    `Lembar “${wanted}” tidak ada dalam berkas ini; yang ada: ${names}.`,
  );
}

function headerMissing(sheet: string, headerRow: number | undefined): ImportFileError {
  return new ImportFileError(
    'header-missing',
    headerRow === undefined
      ? `Lembar “${sheet}” tidak berisi judul kolom; tulis nama kolom pada baris pertama atau pilih lembar lain.`
      : `Baris ${headerRow} yang ditunjuk sebagai judul kolom kosong atau tidak ada; perbaiki “headerRow” pada pemetaan.`,
  );
}

async function* dataRows(
  first: readonly SourceRow[],
  batches: AsyncGenerator<SourceRow[]>,
  width: number,
  notes: string[],
  parts: XlsxPackage,
): AsyncGenerator<SourceRow> {
  try {
    yield* dataOf(first, width, notes);
    for await (const batch of batches) yield* dataOf(batch, width, notes);
  } finally {
    await batches.return(undefined);
    parts.close();
  }
}

function* dataOf(rows: readonly SourceRow[], width: number, notes: string[]): Generator<SourceRow> {
  for (const row of rows) {
    const { values } = row;
    // What stands to the right of the last named column is remarks, not data.
    if (values.length > width) values.length = width;
    while (values.length < width) values.push('');
    if (isBlankRow(values)) continue;
    if (isTotalRow(values)) notes.push(totalRowNote(row.row, values));
    else yield row;
  }
}
