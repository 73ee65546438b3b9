/** How a cell looks beside its number format. */
export type CellLook = 'plain' | 'strong' | 'title' | 'heading' | 'small' | 'head' | 'head-number' | 'mark';

/**
 * A cell of a laid-out workbook. Text is a text cell, never a formula, and a code keeps its leading zeros when somebody
 * edits it. `format` is a number format in the notation of the file (`#,##0.0`): an Indonesian Excel shows and offers it
 * as `#.##0,0`.
 */
export type WorkbookCell =
  | { readonly kind: 'text'; readonly text: string; readonly look?: CellLook; readonly wrap?: boolean }
  | { readonly kind: 'code'; readonly text: string; readonly look?: CellLook }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly format: string;
      readonly look?: CellLook;
      /** The cell is the sum of these rows of its own column, 1-based and both included; `value` is what it shows. */
      readonly sumOf?: { readonly from: number; readonly to: number };
      /** With it the cell is the mean of those rows, weighted by this column (0-based): a share of shares. */
      readonly weightedBy?: number;
    }
  /** An ISO day, from 1900-03-01. */
  | { readonly kind: 'day'; readonly day: string; readonly look?: CellLook };

/** A row; with `across` its first cell takes the width of the whole sheet and wraps. */
export interface WorkbookRow {
  readonly cells: readonly (WorkbookCell | null)[];
  readonly across?: boolean;
}

/** A sheet that is laid out for reading and printing on A4. */
export interface WorkbookSheet {
  readonly name: string;
  /** Widths of the columns in characters, 4–100. */
  readonly widths: readonly number[];
  readonly rows: readonly WorkbookRow[];
  readonly orientation: 'portrait' | 'landscape';
  /** The row (1-based) that stands on top of every printed page; null for none. */
  readonly repeated: number | null;
  /** What stays in sight while somebody scrolls: rows above, columns at the left. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** What stands at the foot of every printed page, left of the page numbers. */
  readonly footer: string;
}
