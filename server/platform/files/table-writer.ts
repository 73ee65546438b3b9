import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { csvLine } from './csv-cells.ts';
import type { TableCell, TableSheet } from './table-sheet.ts';
import { sheetPieces, xlsxFrame } from './xlsx-markup.ts';

/**
 * Writes a CSV file (UTF-8 with byte order mark, so that Excel reads it rightly; lines end in CR LF) and
 * ends the stream. Waits for the receiver: memory does not grow with the rows.
 * @param delimiter `;` opens in columns in an Indonesian Excel
 */
export async function writeCsv(
  out: Writable,
  sheet: Pick<TableSheet, 'header' | 'rows'>,
  delimiter: string,
): Promise<void> {
  await pipeline(Readable.from(csvPieces(sheet, delimiter), { objectMode: false }), out);
}

async function* csvPieces(
  sheet: Pick<TableSheet, 'header' | 'rows'>,
  delimiter: string,
): AsyncGenerator<string> {
  let piece = `\ufeff${csvLine(sheet.header, delimiter)}`;
  for await (const row of sheet.rows) {
    piece += csvLine(
      row.map((cell) => (cell === null ? '' : csvText(cell))),
      delimiter,
    );
    if (piece.length > 65_536) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

function csvText(cell: Exclude<TableCell, null>): string {
  if (typeof cell === 'boolean') return cell ? 'ya' : 'tidak';
  return String(cell);
}

/**
 * Writes an XLSX file and ends the stream. Texts are text cells, never formulas; numbers are numbers.
 * Sheets are written one after the other, row by row: memory does not grow with the rows.
 * @throws RangeError when a sheet would have more rows than Excel opens
 */
export async function writeXlsx(out: Writable, sheets: readonly TableSheet[]): Promise<void> {
  const zip = new ZipFile();
  for (const [path, xml] of xlsxFrame(sheets.map(({ name }) => name))) zip.addBuffer(Buffer.from(xml), path);
  const contents = sheets.map((sheet) => Readable.from(sheetPieces(sheet), { objectMode: false }));
  // yazl hears no error of a stream it reads: without this a failing source of rows would never end.
  const failed = new Promise<never>((_resolve, reject) => {
    for (const content of contents) content.on('error', reject);
  });
  contents.forEach((content, index) => {
    zip.addReadStream(content, `xl/worksheets/sheet${index + 1}.xml`);
  });
  zip.end();
  const written = pipeline(zip.outputStream, out);
  try {
    await Promise.race([written, failed]);
  } catch (error) {
    for (const content of contents) content.destroy();
    out.destroy();
    await written.catch(() => undefined);
    throw error;
  }
}
