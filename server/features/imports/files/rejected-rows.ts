import type { Writable } from 'node:stream';
import { writeCsv, writeXlsx } from '../../../platform/files/table-writer.ts';

/** Name of the column that says why a row was rejected. */
const REJECTION_COLUMN = 'Kesalahan';

/** A row as it stood in the file, and what is wrong with it. */
export interface RejectedRow {
  readonly row: number;
  readonly values: readonly string[];
  readonly messages: readonly string[];
}

/** What has to be known of the file the rows came from. */
export interface RejectedFile {
  readonly format: 'csv' | 'xlsx';
  readonly header: readonly string[];
  /** separator of the CSV file; not used for XLSX */
  readonly delimiter: string | null;
  readonly rows: AsyncIterable<RejectedRow> | Iterable<RejectedRow>;
}

/**
 * Writes the rejected rows as the same kind of file with the original columns and, behind them,
 * `Kesalahan`: a person corrects the rows there and uploads the file again. A `Kesalahan` column of an
 * earlier round is replaced. Values beyond the last named column follow behind it, so that nothing is lost.
 */
export async function writeRejectedRows(out: Writable, file: RejectedFile): Promise<void> {
  const old = file.header.findIndex((name) => name.trim().toLowerCase() === REJECTION_COLUMN.toLowerCase());
  const columns = file.header.map((_name, index) => index).filter((index) => index !== old);
  const sheet = {
    name: 'Baris ditolak',
    header: [...columns.map((index) => file.header[index] ?? ''), REJECTION_COLUMN],
    rows: writtenRows(file, columns),
  };
  if (file.format === 'csv') await writeCsv(out, sheet, file.delimiter ?? ';');
  else await writeXlsx(out, [{ ...sheet, widths: [...columns.map(() => 18), 60] }]);
}

async function* writtenRows(file: RejectedFile, columns: readonly number[]): AsyncGenerator<string[]> {
  for await (const { row, values, messages } of file.rows as AsyncIterable<RejectedRow>) {
    const kept = columns.map((index) => values[index] ?? '');
    yield [...kept, `Baris ${row}: ${messages.join(' ')}`, ...values.slice(file.header.length)];
  }
}
