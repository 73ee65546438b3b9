import type { Response } from 'express';
import type { Language } from '#contract/messages';
import type { Person } from '../auth/person.ts';
import type { TableCell } from '../files/table-sheet.ts';
import { writeCsv, writeXlsx } from '../files/table-writer.ts';
import { errorCode } from '../operator-error.ts';

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const REMARK: Readonly<Record<Language, { readonly header: string; readonly text: string }>> = {
  id: { header: 'Keterangan', text: 'DATA CONTOH – bukan kinerja sebenarnya' },
  en: { header: 'Remark', text: 'SAMPLE DATA – not actual performance' },
};

/** A table to be handed out as a file. */
export interface TableDownload {
  /** Name of the file without its ending. */
  readonly name: string;
  readonly format: keyof typeof MEDIA_TYPES;
  /** Name of the sheet. */
  readonly sheet: string;
  readonly header: readonly string[];
  readonly widths?: readonly number[];
  readonly rows: AsyncIterable<readonly TableCell[]>;
}

/**
 * Sends a table as a file while it is read: memory does not grow with the rows. Demonstration data say so in a last
 * column of every row. When a row fails the connection breaks off: half a table must not look like a whole one.
 */
export async function sendTable(
  response: Response,
  { person, language }: { readonly person: Person; readonly language: Language },
  table: TableDownload,
): Promise<void> {
  response.set({
    'Content-Type': MEDIA_TYPES[table.format],
    'Content-Disposition': `attachment; filename="${table.name}.${table.format}"`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  const remark = person.kabupaten?.demo === true ? REMARK[language] : null;
  const sheet = {
    name: table.sheet,
    header: remark === null ? table.header : [...table.header, remark.header],
    rows: remark === null ? table.rows : remarked(table.rows, remark.text),
    ...(table.widths ? { widths: [...table.widths, ...(remark === null ? [] : [40])] } : {}),
  };
  try {
    if (table.format === 'csv') await writeCsv(response, sheet, ';');
    else await writeXlsx(response, [sheet]);
  } catch (error) {
    response.destroy();
    // Who asked went away before the end: nobody's fault.
    if (errorCode(error) === 'ERR_STREAM_PREMATURE_CLOSE') return;
    throw error;
  }
}

async function* remarked(
  rows: AsyncIterable<readonly TableCell[]>,
  text: string,
): AsyncGenerator<readonly TableCell[]> {
  for await (const row of rows) yield [...row, text];
}
