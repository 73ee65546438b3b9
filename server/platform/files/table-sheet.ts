/** A value of a written table; null is an empty cell. */
export type TableCell = string | number | boolean | null;

/** One sheet to be written. The first row is the header: bold, and it stays in sight. */
export interface TableSheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly TableCell[]> | Iterable<readonly TableCell[]>;
  /** Widths in characters, 4–100; 16 where none is given. */
  readonly widths?: readonly number[];
}
