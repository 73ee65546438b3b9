import { parse } from 'csv-parse/sync';

/** One application for a service, as a row of a file. Instants are `YYYY-MM-DD HH:mm` in the kabupaten's zone. */
export interface CaseRow {
  readonly number: string;
  readonly unit: string;
  readonly receivedAt: string;
  /** Empty while it is not completed. */
  readonly completedAt: string;
  /** A day: it may be completed until its end. */
  readonly dueOn: string;
  readonly status: string;
}

const SEPARATOR = ';';
const HEADER = ['nomor', 'unit', 'layanan', 'kanal', 'diterima', 'selesai', 'tenggat', 'status'];

/** A CSV as Excel writes it in Indonesia: separated by semicolons. All rows are for a KK, asked for at the counter. */
export function caseFile(rows: readonly CaseRow[]): string {
  const lines = rows.map((row) =>
    [row.number, row.unit, 'kk', 'tatap-muka', row.receivedAt, row.completedAt, row.dueOn, row.status].join(
      SEPARATOR,
    ),
  );
  return [HEADER.join(SEPARATOR), ...lines, ''].join('\r\n');
}

/** The cells of such a file, the header first. */
export function cellsOf(file: string): readonly (readonly string[])[] {
  return parse(file, { bom: true, delimiter: SEPARATOR });
}
