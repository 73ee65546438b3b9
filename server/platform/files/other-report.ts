/** What a cell of another's file says, as exactly as the file says it. */
export type ReportValue =
  | { readonly kind: 'code'; readonly value: string | null }
  | { readonly kind: 'number'; readonly value: number | null }
  /** ISO 8601 in UTC; with `dateOnly` the file gave the day alone, and `at` is its beginning. */
  | { readonly kind: 'instant'; readonly at: string | null; readonly dateOnly: boolean };

/** One row of another's file. */
export interface ReportRow {
  /** Row of the file, 1-based. */
  readonly row: number;
  /** As it stands in the file; empty when there is none. */
  readonly number: string;
  /** Why it cannot be read, as a sentence; null when it can. */
  readonly fault: string | null;
  /** By the field names of the dataset; columns the file does not have are absent. */
  readonly values: ReadonlyMap<string, ReportValue>;
}

/** A list that somebody else keeps about the same matters. */
export interface OtherReport {
  readonly fileName: string;
  /** SHA-256 of the file, in hexadecimal. */
  readonly fileHash: string;
  readonly rows: readonly ReportRow[];
}
