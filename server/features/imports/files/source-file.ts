/** One row of a file, as text; the values stand in the order of the header. */
export interface SourceRow {
  /** 1-based: the line of a CSV file on which the record begins, the row number that Excel shows. */
  readonly row: number;
  /** At least as many values as the header has columns for XLSX, as many as were written for CSV. */
  readonly values: string[];
  /**
   * Columns whose text is a number with a decimal point and three decimals, from a number cell: `1.234`
   * is then one and a bit, while in a text it would be one thousand two hundred and thirty-four.
   */
  readonly plainNumbers?: readonly number[];
}

/** A file that was opened and whose header was read; its rows are read once, in order. */
export interface SourceFile {
  readonly format: 'csv' | 'xlsx';
  /**
   * Header texts, trimmed, `''` for a column without one. Two header rows are joined by a newline, the
   * upper text first (`Waktu\nDiterima`).
   */
  readonly header: readonly string[];
  /** 1-based row of the header, the lower one of two. */
  readonly headerRow: number;
  /** Separator of a CSV file; null for XLSX. */
  readonly delimiter: string | null;
  /** Name of the sheet that is read; null for CSV. */
  readonly sheet: string | null;
  /** Names of all sheets; empty for CSV. */
  readonly sheets: readonly string[];
  /** Indonesian sentences about rows that were passed over; grows while the rows are read. */
  readonly notes: readonly string[];
  /**
   * The rows below the header without blank rows and without total rows. To be iterated once; breaking
   * off releases the file. Only as much of the file is in memory as one read brings.
   * @throws ImportFileError while iterating, when the file turns out to be damaged or too large
   */
  readonly rows: AsyncIterable<SourceRow>;
  /** Releases the file when the rows were not read to their end. May be called twice. */
  close(): Promise<void>;
}

export interface SourceFileOptions {
  /** 1-based row of the header (the lower one of two); found when not given. */
  readonly headerRow?: number;
  /** Name of the sheet; the first visible one when not given. CSV files have none. */
  readonly sheet?: string;
  /**
   * How many of these header texts are known columns. With it, the first row among the first
   * {@link HEADER_SEARCH_ROWS} that has the most is the header; without it the first row that is not blank.
   */
  readonly recognise?: (header: readonly string[]) => number;
}

/** How far down a header is looked for. */
export const HEADER_SEARCH_ROWS = 20;

/** True when no value has anything but blanks. */
export function isBlankRow(values: readonly string[]): boolean {
  for (const value of values) if (value !== '' && value.trim() !== '') return false;
  return true;
}

const TOTAL =
  /^(?:grand\s*total|sub\s*-?\s*total|jumlah|total)(?:\s+(?:keseluruhan|seluruhnya|semua|akhir|umum))?\s*[:=]?$/i;

/** True for the row that adds up the others: its first text is `Jumlah`, `Total`, `Grand Total` and the like. */
export function isTotalRow(values: readonly string[]): boolean {
  for (const value of values) {
    if (value === '') continue;
    const first = value.charCodeAt(0) | 32;
    // g, j, s, t or a blank: all other rows are told apart without a regular expression.
    if (first !== 103 && first !== 106 && first !== 115 && first !== 116 && first !== 32) return false;
    const text = value.trim();
    if (text !== '') return TOTAL.test(text);
  }
  return false;
}

/** The note about a total row that was passed over. */
export function totalRowNote(row: number, values: readonly string[]): string {
  const label = values.find((value) => value.trim() !== '')?.trim() ?? '';
  return `Baris ${row} dilewati karena berisi jumlah (“${label}”), bukan data.`;
}

/** Number of columns up to the last that is not blank. */
export function usedWidth(values: readonly string[]): number {
  let width = values.length;
  while (width > 0 && (values[width - 1] ?? '').trim() === '') width--;
  return width;
}

/**
 * Index of the header among the first rows of a file: the row that `recognise` knows most of, the earlier
 * of two equals; without any known column the first row that is not blank. -1 when all are blank.
 */
export function findHeader(
  rows: readonly (readonly string[])[],
  recognise: ((header: readonly string[]) => number) | undefined,
): number {
  let best = rows.findIndex((values) => !isBlankRow(values));
  if (recognise === undefined || best < 0) return best;
  // One known word may stand in a row of data as well (“selesai”); a header has at least two.
  let bestScore = Math.max(1, recognise(rows[best] ?? []));
  rows.forEach((values, index) => {
    const score = recognise(values);
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  });
  return best;
}
