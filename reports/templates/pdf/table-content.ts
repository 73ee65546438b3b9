/** Tables on paper: caption and header come again on every page, rows are not broken, numbers stand at the right. */
import type {
  Column as PdfColumn,
  Content,
  ContentTable,
  CustomTableLayout,
  Margins,
  TableCell,
} from 'pdfmake/interfaces.js';
import type { Figure, ReportCell, ReportTable } from '#contract/reports/report-document';
import { formatsIn } from '#domain/formats/formats';
import { type Language, NO_BREAK } from '#domain/language';
import { MARK_WIDTH, legendOf, markOf } from './marks.ts';
import { COLOUR, SIZE } from './paper-style.ts';
import { paperWords } from './paper-words.ts';
import { printable } from './printable.ts';
import { isDense, type Keeping, keepingOf } from './table-keeping.ts';

type Row = ReportTable['rows'][number];
type Column = ReportTable['columns'][number];

/** A column without a width of its own gets this part of what is left, against a number column's one. */
const WORDS_WEIGHT = 2.4;

/** How a table stands on its page. */
export interface TablePlace {
  /** Width and height of the text on a page, in points. */
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  /** False where the title of the section above says what the table tells. */
  readonly captioned: boolean;
}

/**
 * A table of the report. A short one is never broken and its note stands under it; of a long one the header comes again
 * on every page, its last rows stay together, and what is to be known beforehand stands above it. What is kept on one
 * page must fit on one: pdfmake leaves out what does not.
 */
export function tableContent(
  table: ReportTable,
  { width, height, language, captioned }: TablePlace,
): Content {
  const { caption, columns, rows, note = '' } = table;
  const dense = isDense(table);
  const widths = widthsOf(columns, width);
  const used = new Set(
    rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (isFigure(cell) && cell.variation !== undefined ? [cell.variation] : [])),
    ),
  );
  const marked = columns.map((_, index) => rows.some(({ cells }) => hasMark(cells[index] ?? null)));
  const style = { marked, dense, language };
  const keep = keepingOf(table, widths, height);
  const reading: Content[] = [
    ...(used.size === 0 ? [] : [legendOf(used, language)]),
    ...(note === '' ? [] : [noteContent(note, !keep.whole)]),
  ];
  const title: Content[] = captioned ? [captionContent(caption)] : [];
  const split = rows.length - keep.tail;
  const bodyOf = (some: readonly Row[]): TableCell[][] => some.map((row) => bodyRow(row, columns, style));
  const drawn: ContentTable = {
    table: {
      headerRows: 1,
      keepWithHeaderRows: keep.head,
      dontBreakRows: keep.rows,
      widths,
      body: [
        columns.map((column, index) => headerCell(column, widths[index] ?? 0, marked[index] === true, dense)),
        ...bodyOf(rows.slice(0, split)),
        ...(keep.tail === 0
          ? []
          : [
              tailRow(
                columns.length,
                { widths, body: bodyOf(rows.slice(split)) },
                ruledTail(rows, columns.length, split),
              ),
            ]),
      ],
    },
    layout: ruled(rows, columns.length, split),
    fontSize: dense ? SIZE.dense : SIZE.table,
    lineHeight: 1.15,
    margin: [0, captioned || dense ? 4 : 0, 0, 0],
  };
  return {
    stack: keep.whole ? [...title, drawn, ...reading] : [...keptAbove([...title, ...reading], keep), drawn],
    ...(keep.whole ? { unbreakable: true } : {}),
    margin: [0, captioned ? 12 : 4, 0, 0],
  };
}

/** The last rows of a table as one row of it, which is never broken. */
function tailRow(
  columns: number,
  table: { readonly widths: number[]; readonly body: TableCell[][] },
  layout: CustomTableLayout,
): TableCell[] {
  return [
    { colSpan: columns, table: { ...table, dontBreakRows: true }, layout },
    ...Array.from({ length: columns - 1 }, () => ({})),
  ];
}

/** Caption and notes stay with the header and the first rows. */
function keptAbove(above: Content[], { first }: Keeping): Content[] {
  if (above.length === 0) return [];
  return [
    { unbreakable: true, stack: [{ stack: above, margin: [0, 0, 0, first] }] },
    { stack: [], margin: [0, 0, 0, -first] },
  ];
}

function captionContent(caption: string): Content {
  return {
    text: printable(caption),
    bold: true,
    fontSize: SIZE.heading,
    lineHeight: 1.1,
  };
}

function noteContent(note: string, above: boolean): Content {
  return {
    text: printable(note),
    fontSize: SIZE.note,
    color: COLOUR.muted,
    margin: [0, above ? 3 : 5, 0, 0],
  };
}

/** Widths in points: declared shares first, the rest for the others by what they hold. */
export function widthsOf(columns: readonly Column[], width: number): number[] {
  const declared = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const weightOf = (column: Column): number =>
    column.kind === 'text' && columns.length < 4 ? WORDS_WEIGHT : 1;
  const weights = columns.reduce(
    (sum, column) => sum + (column.width === undefined ? weightOf(column) : 0),
    0,
  );
  const rest = Math.max(0, 1 - declared) / (weights === 0 ? 1 : weights);
  const scale = weights === 0 ? 1 / declared : 1;
  // pdfmake adds the padding of a cell to its width.
  return columns.map((column, index) => {
    const part = column.width === undefined ? rest * weightOf(column) : column.width * scale;
    const sides = (index === 0 ? 0 : 1) + (index === columns.length - 1 ? 0 : 1);
    return part * width - sides * PADDING;
  });
}

const PADDING = 3;
/** Between a number and its sign, in points. */
const MARK_GAP = 3;

/** Mean width of a semibold letter, as part of the size of the type; generous, so that no word is broken. */
const LETTER = 0.64;

/** The header of a column; over numbers with signs it stands over the numbers, unless a word would not fit there. */
function headerCell({ label, kind }: Column, width: number, marked: boolean, dense: boolean): TableCell {
  const longest = Math.max(...label.split(/\s/).map((word) => word.length));
  const room = width - (MARK_WIDTH + MARK_GAP);
  const besideMarks = marked && longest * LETTER * (dense ? SIZE.dense : SIZE.table) <= room;
  return {
    text: printable(label),
    bold: true,
    alignment: kind === 'figure' ? 'right' : 'left',
    verticalAlignment: 'bottom',
    ...(besideMarks ? { margin: [0, 0, MARK_WIDTH + MARK_GAP, 0] as Margins } : {}),
  };
}

function bodyRow(
  row: Row,
  columns: readonly Column[],
  {
    marked,
    dense,
    language,
  }: { readonly marked: readonly boolean[]; readonly dense: boolean; readonly language: Language },
): TableCell[] {
  return columns.map((column, index): TableCell => {
    const cell = row.cells[index] ?? null;
    const bold = row.kind === 'total' ? { bold: true } : {};
    if (isFigure(cell))
      return figureCell(
        cell,
        { marked: marked[index] === true, bold: row.kind === 'total', worded: !dense },
        language,
      );
    const text = cell === null ? '' : column.kind === 'date' ? formatsIn(language).date(cell) : cell;
    return {
      text: printable(text),
      ...bold,
      ...(column.kind === 'figure'
        ? {
            alignment: 'right' as const,
            margin: [0, 0, marked[index] === true ? MARK_WIDTH + MARK_GAP : 0, 0] as Margins,
          }
        : {}),
    };
  });
}

/** The number, and beside it the sign of its judgement; what is no steady course is told by a word as well. */
function figureCell(
  { text, value, variation }: Figure,
  { marked, bold, worded }: { readonly marked: boolean; readonly bold: boolean; readonly worded: boolean },
  language: Language,
): PdfColumn {
  const told =
    variation === undefined || !worded || QUIET.has(variation) ? null : paperWords(language).marks[variation];
  const words: Content[] = [
    { text: fitting(text), ...(value === null ? { color: COLOUR.muted } : { bold }) },
    ...(told === null ? [] : [{ text: told, fontSize: SIZE.note - 0.6 }]),
  ];
  if (!marked) return { stack: words, alignment: 'right' };
  return {
    columns: [
      { width: '*', stack: words, alignment: 'right' },
      variation === undefined ? { width: MARK_WIDTH, text: '' } : { width: MARK_WIDTH, ...markOf(variation) },
    ],
    columnGap: MARK_GAP,
  };
}

/** Longer than this (`17 working days`) a number may take a second line, rather than break within a word. */
const LONGEST = 12;

function fitting(text: string): string {
  const written = printable(text);
  return written.length > LONGEST ? written.replaceAll(NO_BREAK, ' ') : written;
}

/** Judgements of which the sign alone tells enough. */
const QUIET: ReadonlySet<Figure['variation']> = new Set(['stable', 'unknown'] as const);

/** Hairlines between the rows, a stronger one under the header and above the whole; no lines between columns. */
function ruled(rows: readonly Row[], columns: number, split: number): CustomTableLayout {
  const gap = gapOf(rows);
  // The header is row 0; the last rows, kept together, are one row with lines and room of their own.
  const tail = split + 1;
  return {
    ...sides(columns),
    hLineWidth: (line) => (line === 0 || line > tail ? 0 : thicknessAbove(rows, line - 1)),
    hLineColor: (line) => colourAbove(rows, line - 1),
    paddingTop: (row) => (row === 0 || row === tail ? 0 : gap),
    paddingBottom: (row) => (row === tail ? 0 : gap),
  };
}

/** The same for the last rows, in a table of their own; the line above them is the other's. */
function ruledTail(rows: readonly Row[], columns: number, split: number): CustomTableLayout {
  const gap = gapOf(rows);
  return {
    ...sides(columns),
    hLineWidth: (line) => (line === 0 ? 0 : thicknessAbove(rows, split + line)),
    hLineColor: (line) => colourAbove(rows, split + line),
    paddingTop: () => gap,
    paddingBottom: () => gap,
  };
}

function sides(columns: number): CustomTableLayout {
  return {
    vLineWidth: () => 0,
    paddingLeft: (column) => (column === 0 ? 0 : PADDING),
    paddingRight: (column) => (column === columns - 1 ? 0 : PADDING),
  };
}

function gapOf(rows: readonly Row[]): number {
  return isDense({ rows }) ? 1 : 1.9;
}

/** The line above a row, and below the last one. */
function thicknessAbove(rows: readonly Row[], row: number): number {
  return isStrong(rows, row) ? 0.9 : 0.4;
}

function colourAbove(rows: readonly Row[], row: number): string {
  return isStrong(rows, row) ? COLOUR.ink : COLOUR.hair;
}

function isStrong(rows: readonly Row[], row: number): boolean {
  return row === 0 || row === rows.findIndex(({ kind }) => kind === 'total');
}

function isFigure(cell: ReportCell): cell is Figure {
  return typeof cell === 'object' && cell !== null;
}

function hasMark(cell: ReportCell): boolean {
  return isFigure(cell) && cell.variation !== undefined;
}
