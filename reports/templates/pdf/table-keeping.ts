/** What of a table stays together on one page. What is kept must fit on one: pdfmake leaves out what does not. */
import type { ReportCell, ReportTable } from '#contract/reports/report-document';
import { SIZE } from './paper-style.ts';
import { heightOfText, LINE } from './text-height.ts';

/** Tables with more rows are set closer, so that the units of a kabupaten stand on one page. */
const MANY_ROWS = 18;
/** Tables of at most so many rows stay on one page where they fit on one. */
const SHORT = 17;
/** So many of the first rows stay with the header, and so many of the last together: no total stands alone. */
const KEPT = 3;
/** Room between the lines of a row, in points, and the part of a page that rows kept together may take. */
const AROUND_ROW = 5;
const PART = 1 / 3;
/** A table that takes more than this part of a page goes on to the next one, rather than leave so much of a page empty. */
const LARGE = 0.5;
/** Points that the legend of the signs takes. */
const LEGEND = 16;

export interface Keeping {
  /** All of it. */
  readonly whole: boolean;
  /** Each of its rows. */
  readonly rows: boolean;
  /** How many of the first rows with the header, and how many of the last. */
  readonly head: number;
  readonly tail: number;
  /** Points that the header takes with the rows that stay with it; reckoned, and rather too many. */
  readonly first: number;
  /** Points of all that cannot be broken, from the caption on. */
  readonly opening: number;
}

/** By the heights of its rows in columns of these widths, on pages of this height. */
export function keepingOf(
  { columns, rows, caption, note = '' }: ReportTable,
  widths: readonly number[],
  height: number,
): Keeping {
  const size = isDense({ rows }) ? SIZE.dense : SIZE.table;
  const heightOfRow = (texts: readonly string[]): number =>
    AROUND_ROW +
    Math.max(...texts.map((text, index) => heightOfText(text, size, widths[index] ?? 0, LINE.table)));
  const heights = rows.map(({ cells }) => heightOfRow(columns.map((_, index) => wordsIn(cells[index]))));
  const width = sumOf(widths);
  const header = heightOfRow(columns.map(({ label }) => label));
  const around =
    heightOfText(caption, SIZE.heading, width, LINE.title) +
    (note === '' ? 0 : heightOfText(note, SIZE.note, width, LINE.body) + 5) +
    (rows.some(({ cells }) => cells.some(hasSign)) ? LEGEND : 0);
  const areFew = (some: readonly number[]): boolean => header + sumOf(some) <= height * PART;
  const all = around + header + sumOf(heights);
  const whole = rows.length <= SHORT && all <= height * LARGE;
  const unbroken = Math.max(0, ...heights) <= height / 2;
  const head = unbroken && areFew(heights.slice(0, KEPT)) ? Math.min(KEPT, rows.length) : 0;
  const first = header + sumOf(heights.slice(0, head));
  return {
    whole,
    rows: unbroken,
    head,
    tail: !whole && unbroken && rows.length > 2 * KEPT && areFew(heights.slice(-KEPT)) ? KEPT : 0,
    first,
    opening: whole ? all : around + first,
  };
}

/** True for long tables: they are set closer, and their signs are told by the legend alone. */
export function isDense({ rows }: { readonly rows: readonly unknown[] }): boolean {
  return rows.length > MANY_ROWS;
}

function hasSign(cell: ReportCell): boolean {
  return cell !== null && typeof cell !== 'string' && cell.variation !== undefined;
}

/** The words of a cell, and a second line for a judgement below its number. */
function wordsIn(cell: ReportCell | undefined): string {
  if (cell === undefined || cell === null) return '';
  if (typeof cell === 'string') return cell;
  return cell.variation === undefined ? cell.text : `${cell.text}\n${cell.variation}`;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
