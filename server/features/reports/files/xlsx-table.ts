import type { Figure, ReportCell, ReportTable } from '#contract/reports/report-document';
import type { Language } from '#domain/language';
import type { CellLook, WorkbookCell, WorkbookRow } from '../../../platform/files/workbook-sheet.ts';
import { figureCell, minutesCell } from './xlsx-figures.ts';
import { VARIATION_WORDS, XLSX_WORDS } from './xlsx-words.ts';

const NARROWEST = 9;
const WIDEST = 46;

type Row = ReportTable['rows'][number];

/** A column of the sheet; of one column of the report there may be several. */
interface SheetColumn {
  readonly label: string;
  readonly numeric: boolean;
  readonly cell: (row: Row, at: number) => WorkbookCell | null;
}

/** A table in rows of a sheet: `head` is the row of its header, counted from its first row. */
export interface TableRows {
  readonly rows: readonly WorkbookRow[];
  readonly head: number;
  readonly widths: readonly number[];
}

/**
 * A table as cells, from the row `start` (1-based) of its sheet on. A column of times has a second one in minutes; one
 * with judgements has a second one with the word of each. The total of a summed column is a formula, unless a number
 * above it is withheld or missing: then a formula would come to something else than the figure.
 */
export function tableRows(table: ReportTable, start: number, language: Language): TableRows {
  const above: WorkbookRow[] = [
    { cells: [{ kind: 'text', text: table.caption, look: 'heading' }], across: true },
  ];
  const head = above.length;
  const first = start + head + 1;
  const columns: SheetColumn[] = [];
  const places = new Map<string, number>();
  table.columns.forEach(({ id }, index) => {
    places.set(id, columns.length);
    columns.push(...sheetColumns(table, index, { first, places, language }));
  });
  const body = table.rows.map((row, at) => ({ cells: columns.map(({ cell }) => cell(row, at)) }));
  const below: WorkbookRow[] =
    table.note === undefined
      ? []
      : [{ cells: [{ kind: 'text', text: table.note, look: 'small' }], across: true }];
  return {
    rows: [
      ...above,
      {
        cells: columns.map(({ label, numeric }) => ({
          kind: 'text',
          text: label,
          look: numeric ? 'head-number' : 'head',
        })),
      },
      ...body,
      ...below,
    ],
    head,
    widths: columns.map(({ label }, index) =>
      widthOf(
        label,
        body.map(({ cells }) => cells[index] ?? null),
      ),
    ),
  };
}

/** Where the table stands: its first row, and the column of the sheet for each of its own. */
interface Place {
  readonly first: number;
  readonly places: ReadonlyMap<string, number>;
  readonly language: Language;
}

function sheetColumns(table: ReportTable, index: number, place: Place): readonly SheetColumn[] {
  const { first, places, language } = place;
  const column = table.columns[index];
  if (column === undefined) return [];
  const figures = table.rows.flatMap(({ cells }) => figureIn(cells[index]) ?? []);
  const inMinutes = figures.some(({ unit, value }) => unit === 'minutes' && value !== null);
  const judged = figures.some(({ variation }) => variation !== undefined && variation !== 'unknown');
  const summed = table.summed?.includes(column.id) === true;
  const weighted = table.weighted?.find((each) => each.column === column.id);
  const main: SheetColumn = {
    label: column.label,
    numeric: column.kind === 'figure',
    cell: (row, at) => {
      const look = lookOf(row);
      const cell = row.cells[index] ?? null;
      const figure = figureIn(cell);
      if (figure === null) return wordsCell(cell, column.kind, look);
      if (figure.unit === 'minutes') return { kind: 'text', text: figure.text, look };
      const written = figureCell(figure, language, look);
      if (written.kind !== 'number' || row.kind !== 'total') return written;
      const sum = summed ? sumAbove(table.rows, at, index, figure, first) : null;
      if (sum !== null) return { ...written, sumOf: sum };
      const by = weighted === undefined ? undefined : places.get(weighted.by);
      return by === undefined
        ? written
        : { ...written, sumOf: rowsAbove(table.rows, at, first), weightedBy: by };
    },
  };
  const more: SheetColumn[] = [];
  if (inMinutes)
    more.push({
      label: `${column.label} (${XLSX_WORDS.minutes[language]})`,
      numeric: true,
      cell: (row) => {
        const figure = figureIn(row.cells[index]);
        return figure === null ? null : minutesCell(figure, lookOf(row));
      },
    });
  if (judged)
    more.push({
      label: `${column.label}: ${XLSX_WORDS.mark[language]}`,
      numeric: false,
      cell: (row) => {
        const variation = figureIn(row.cells[index])?.variation;
        return variation === undefined
          ? null
          : { kind: 'text', text: VARIATION_WORDS[variation][language], look: lookOf(row) };
      },
    });
  return [main, ...more];
}

function lookOf(row: Row): CellLook {
  return row.kind === 'total' ? 'strong' : 'plain';
}

function figureIn(cell: ReportCell | undefined): Figure | null {
  return cell === null || cell === undefined || typeof cell === 'string' ? null : cell;
}

function wordsCell(
  cell: ReportCell,
  kind: ReportTable['columns'][number]['kind'],
  look: CellLook,
): WorkbookCell | null {
  if (typeof cell !== 'string' || cell === '') return null;
  if (kind === 'code') return { kind: 'code', text: cell, look };
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(cell)) return { kind: 'day', day: cell, look };
  return { kind: 'text', text: cell, look, wrap: cell.length > WIDEST || cell.includes('\n') };
}

/** The rows of a sheet that a total sums; null where they do not come to it. */
function sumAbove(
  rows: readonly Row[],
  at: number,
  index: number,
  total: Figure,
  first: number,
): { readonly from: number; readonly to: number } | null {
  const { from, to } = rowsAbove(rows, at, first);
  const parts = rows.slice(from - first, at).map(({ cells }) => figureIn(cells[index])?.value ?? null);
  if (parts.length === 0 || parts.some((part) => part === null)) return null;
  const sum = parts.reduce<number>((so, part) => so + (part ?? 0), 0);
  return total.value !== null && Math.abs(sum - total.value) < 1e-9 ? { from, to } : null;
}

/** The rows of the sheet between the total before and this one. */
function rowsAbove(rows: readonly Row[], at: number, first: number): { from: number; to: number } {
  let begin = at;
  while (begin > 0 && rows[begin - 1]?.kind !== 'total') begin--;
  return { from: first + begin, to: first + at - 1 };
}

/** Wide enough for the numbers and the words of a column; a long header wraps. */
function widthOf(label: string, cells: readonly (WorkbookCell | null)[]): number {
  const longestWord = Math.max(...label.split(' ').map(({ length }) => length));
  const longest = cells.reduce((most, cell) => Math.max(most, cell === null ? 0 : textLength(cell)), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, longestWord + 2, longest + 2));
}

function textLength(cell: WorkbookCell): number {
  if (cell.kind === 'text' || cell.kind === 'code') return cell.text.length;
  return cell.kind === 'day' ? 11 : String(Math.round(cell.value)).length + 4;
}
