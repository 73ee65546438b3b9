import type { MarkKind } from './mark.ts';

/** One column of a table: how a row is shown in it, sorted by it and written into a file. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** Small second line of the header: of what, in which unit. */
  readonly sub?: string;
  /** Numbers stand at the right edge. */
  readonly numeric: boolean;
  /** True for long words that may take a second line where the place is narrow. */
  readonly wraps?: boolean;
  /** What is read on the screen; words such as "tidak ada data" where there is no value. */
  readonly text: (row: Row) => string;
  /** What is sorted by and written into a CSV; null where there is no value, which always sorts last. */
  readonly raw: (row: Row) => number | string | null;
  /** For a file, what stands in place of a value that is withheld; nothing stands where there are no data. */
  readonly withheld?: (row: Row) => string | null;
  /** For a file, where the raw value would not be what is read on the screen: a share as percent, a time in minutes. */
  readonly file?: { readonly unit: string; readonly value: (row: Row) => number | null };
  readonly mark?: (row: Row) => { readonly kind: MarkKind; readonly label: string } | null;
  /** The screen that a cell opens, with its query parameters; null for a cell that leads nowhere. */
  readonly link?: (
    row: Row,
  ) => { readonly screen: readonly string[]; readonly query: Readonly<Record<string, unknown>> } | null;
}

/** Rows ordered by a column; rows without a value come last either way, equal rows keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  column: Column<Row>,
  ascending: boolean,
  locale: string,
): Row[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  return rows.toSorted((a, b) => {
    const [left, right] = [column.raw(a), column.raw(b)];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : collator.compare(String(left), String(right));
    return ascending ? order : -order;
  });
}

/**
 * The rows as a CSV that a spreadsheet opens by a double click: a byte order mark, `;` between cells, and the decimal
 * sign of the locale. Text that a spreadsheet would run as a formula is written as text. `remark` fills a last column.
 */
export function toCsv<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  locale: string,
  remark: { header: string; text: string } | null,
): string {
  const decimal = new Intl.NumberFormat(locale).format(0.5).charAt(1);
  const cell = (value: number | string | null): string => {
    if (value === null) return '';
    if (typeof value === 'number') return String(value).replace('.', decimal);
    const text = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
    return /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const header = columns.map((column) => {
    const remarks = [column.sub, column.file?.unit].filter((part) => part !== undefined);
    return cell(remarks.length === 0 ? column.header : `${column.header} (${remarks.join(', ')})`);
  });
  const lines = rows.map((row) =>
    columns.map((column) =>
      cell(
        (column.file === undefined ? column.raw(row) : column.file.value(row)) ??
          column.withheld?.(row) ??
          null,
      ),
    ),
  );
  if (remark !== null) {
    header.push(cell(remark.header));
    lines.forEach((line) => line.push(cell(remark.text)));
  }
  return `\uFEFF${[header, ...lines].map((line) => line.join(';')).join('\r\n')}\r\n`;
}
