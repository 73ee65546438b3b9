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
import { COLOUR, KEEP_WITH_NEXT, SIZE } from './paper-style.ts';
import { paperWords } from './paper-words.ts';
import { printable } from './printable.ts';

type Row = ReportTable['rows'][number];
type Column = ReportTable['columns'][number];

/** Tables with more rows are set closer, so that the units of a kabupaten stand on one page. */
const MANY_ROWS = 18;
/** Tables of at most so many rows stay on one page. */
const SHORT = 17;
/** A column without a width of its own gets this part of what is left, against a number column's one. */
const WORDS_WEIGHT = 2.4;

/** How a table stands on its page. */
export interface TablePlace {
  /** Width of the text in points. */
  readonly width: number;
  readonly language: Language;
  /** False where the title of the section above says what the table tells. */
  readonly captioned: boolean;
}

/**
 * A table of the report. A short one is never broken and its note stands under it; of a long one the header comes again
 * on every page, and what is to be known beforehand stands above it, where it cannot be left alone on a page.
 */
export function tableContent(table: ReportTable, { width, language, captioned }: TablePlace): Content {
  const { caption, columns, rows, note = '' } = table;
  const dense = isDense(rows);
  const widths = widthsOf(columns, width);
  const used = new Set(
    rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (isFigure(cell) && cell.variation !== undefined ? [cell.variation] : [])),
    ),
  );
  const marked = columns.map((_, index) => rows.some(({ cells }) => hasMark(cells[index] ?? null)));
  const reading: Content[] = [
    ...(used.size === 0 ? [] : [legendOf(used, language)]),
    ...(note === '' ? [] : [noteContent(note, dense)]),
  ];
  const title: Content[] = captioned ? [captionContent(caption)] : [];
  const drawn: ContentTable = {
    table: {
      headerRows: 1,
      keepWithHeaderRows: Math.min(3, rows.length),
      dontBreakRows: true,
      widths,
      body: [
        columns.map((column, index) => headerCell(column, widths[index] ?? 0, marked[index] === true, dense)),
        ...rows.map((row) => bodyRow(row, columns, { marked, dense, language })),
      ],
    },
    layout: ruled(rows, columns.length),
    fontSize: dense ? SIZE.dense : SIZE.table,
    lineHeight: 1.15,
    margin: [0, captioned || dense ? 4 : 0, 0, 0],
  };
  return {
    stack: dense ? [...title, ...reading, drawn] : [...title, drawn, ...reading],
    ...(rows.length <= SHORT ? { unbreakable: true } : {}),
    margin: [0, captioned ? 12 : 4, 0, 0],
  };
}

function captionContent(caption: string): Content {
  return {
    text: printable(caption),
    bold: true,
    fontSize: SIZE.heading,
    lineHeight: 1.1,
    headlineLevel: KEEP_WITH_NEXT,
  };
}

function noteContent(note: string, above: boolean): Content {
  return {
    text: printable(note),
    fontSize: SIZE.note,
    color: COLOUR.muted,
    margin: [0, above ? 3 : 5, 0, 0],
    ...(above ? { headlineLevel: KEEP_WITH_NEXT } : {}),
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
function ruled(rows: readonly Row[], columns: number): CustomTableLayout {
  const gap = isDense(rows) ? 1 : 1.9;
  const first = rows.findIndex(({ kind }) => kind === 'total');
  const total = first === -1 ? null : first + 1;
  return {
    hLineWidth: (line) => (line === 0 ? 0 : line === 1 || line === total ? 0.9 : 0.4),
    vLineWidth: () => 0,
    hLineColor: (line) => (line === 1 || line === total ? COLOUR.ink : COLOUR.hair),
    paddingLeft: (column) => (column === 0 ? 0 : PADDING),
    paddingRight: (column) => (column === columns - 1 ? 0 : PADDING),
    paddingTop: (line) => (line === 0 ? 0 : gap),
    paddingBottom: () => gap,
  };
}

/** True for long tables: their signs are told by the legend alone. */
function isDense(rows: readonly Row[]): boolean {
  return rows.length > MANY_ROWS;
}

function isFigure(cell: ReportCell): cell is Figure {
  return typeof cell === 'object' && cell !== null;
}

function hasMark(cell: ReportCell): boolean {
  return isFigure(cell) && cell.variation !== undefined;
}
