/**
 * What fits on one sheet of A4. Heights are reckoned in points from the sizes of the paper, with fewer characters a line
 * than usually fit, so that no sheet runs over to a second page. What does not fit is left out in numbers that are told,
 * never silently.
 */
import type { Figure, Letterhead, ReportBlock, ReportTable, Span } from '#contract/reports/report-document';
import type { Language } from '#domain/language';
import { countFigure } from '../build/figure.ts';
import { A4, PAGE, SIZE, textWidth } from '../templates/pdf/paper-style.ts';
import { heightOfText, LINE } from '../templates/pdf/text-height.ts';

const WIDTH = textWidth('portrait');
const CREST = 57;
/** Column of the labels of facts, and the padding of a cell. */
const LABELS = 0.27;
const PADDING = 8;
/** Kept free below everything: letters are not measured one by one. */
const RESERVE = 10;

/** Points for the text of a portrait sheet below its letterhead, its title with unit and period, and its section's title. */
export function roomBelow(letterhead: Letterhead, title: string, below: string, demo: boolean): number {
  // Beside a crest, which has as much room on the other side.
  const width = letterhead.crest === null ? WIDTH : WIDTH - 2 * (CREST + 8);
  const names = letterhead.lines.reduce(
    (height, line) => height + heightOfText(line, SIZE.finding + 2, width, LINE.table),
    letterhead.address === '' ? 0 : heightOfText(letterhead.address, SIZE.table, width, LINE.body),
  );
  const head = Math.max(letterhead.crest === null ? 0 : CREST, names) + 8 + 3 + 16;
  const opening =
    heightOfText(title, SIZE.title + 2, WIDTH, LINE.title) +
    heightOfText(below, SIZE.finding, WIDTH, LINE.body) +
    (demo ? SIZE.body * LINE.body : 0) +
    14;
  const section = SIZE.title * LINE.title + 2;
  return A4.long - PAGE.top - PAGE.bottom - head - opening - section - RESERVE;
}

/** Points that blocks take on a portrait sheet, with the air below them. */
export function heightOf(blocks: readonly ReportBlock[]): number {
  return blocks.reduce((height, block) => height + heightOfBlock(block), 0);
}

/**
 * How many of each list fit: in turn one more of each, in the order of the lists, until none fits any more.
 *
 * @param wanted how many each list has to show
 * @param build the blocks with so many of each
 * @param room in points
 */
export function fitCounts(
  wanted: readonly number[],
  build: (counts: readonly number[]) => readonly ReportBlock[],
  room: number,
): number[] {
  let counts = wanted.map(() => 0);
  const full = new Set<number>();
  while (full.size < wanted.length) {
    for (const [index, most] of wanted.entries()) {
      if (full.has(index)) continue;
      const more = counts.with(index, (counts[index] ?? 0) + 1);
      if ((counts[index] ?? 0) >= most || heightOf(build(more)) > room) full.add(index);
      else counts = more;
    }
  }
  return counts;
}

/** "dan 7 lainnya"; nothing where all are shown. */
export function othersSpans(id: string, left: number, language: Language): Span[] {
  if (left <= 0) return [];
  const others: Figure = countFigure(id, left, language);
  return language === 'en'
    ? [{ text: 'and ' }, others, { text: ' more' }]
    : [{ text: 'dan ' }, others, { text: ' lainnya' }];
}

/** A text that takes no more than so many characters: cut between words, with "…". */
export function cutText(text: string, most: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > most / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:]+$/, '')}…`;
}

/** A definition that takes no more than so many characters: its first clauses, as a sentence that is whole. */
export function cutClause(text: string, most: number): string {
  if (text.length <= most) return text;
  const ends = [...text.slice(0, most).matchAll(/ \(|[;,] /g)].map(({ index }) => index);
  const end = ends.findLast((at) => {
    const cut = text.slice(0, at);
    return cut.split('(').length === cut.split(')').length;
  });
  return end === undefined ? cutText(text, most) : `${text.slice(0, end)}.`;
}

/** The words of spans. */
export function textOf(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('');
}

function heightOfBlock(block: ReportBlock): number {
  switch (block.kind) {
    case 'heading':
      return heightOfText(block.text, SIZE.heading, WIDTH, LINE.body) + 12;
    case 'paragraph':
      return (
        heightOfText(
          textOf(block.spans),
          block.small === true ? SIZE.note + 0.4 : SIZE.body,
          WIDTH,
          LINE.body,
        ) + 8
      );
    case 'list':
      return block.items.reduce(
        (height, item) => height + heightOfText(textOf(item), SIZE.body, WIDTH - 16, LINE.body) + 5,
        4,
      );
    case 'number':
      return SIZE.number * LINE.title + 2 * SIZE.body * LINE.body + 16;
    case 'facts':
      return block.items.reduce((height, { label, spans }) => height + heightOfFact(label, textOf(spans)), 3);
    case 'table':
      return heightOfTable(block);
    case 'chart':
      return 230;
    case 'lines':
      return SIZE.body * LINE.body + block.count * 22 + 12;
    case 'signatures':
      return 150;
  }
}

function heightOfFact(label: string, text: string): number {
  const size = SIZE.table + 0.4;
  return (
    4.6 +
    Math.max(
      heightOfText(label, size, WIDTH * LABELS - PADDING, LINE.body),
      heightOfText(text, size, WIDTH * (1 - LABELS) - PADDING, LINE.body),
    )
  );
}

function heightOfTable({ columns, rows, caption, note }: ReportTable): number {
  const whole = columns.reduce((sum, { width }) => sum + (width ?? 0), 0);
  const heightOfRow = (texts: readonly string[]): number =>
    4.8 +
    Math.max(
      ...columns.map(({ width }, index) =>
        heightOfText(texts[index] ?? '', SIZE.table, ((width ?? 0) / whole) * WIDTH - PADDING, LINE.table),
      ),
    );
  const textsOf = (cells: ReportTable['rows'][number]['cells']): string[] =>
    cells.map((cell) => (cell === null ? '' : typeof cell === 'string' ? cell : cell.text));
  return (
    heightOfText(caption, SIZE.heading, WIDTH, LINE.title) +
    heightOfRow(columns.map(({ label }) => label)) +
    rows.reduce((height, { cells }) => height + heightOfRow(textsOf(cells)), 0) +
    (note === undefined ? 0 : heightOfText(note, SIZE.note, WIDTH, LINE.body) + 5) +
    14
  );
}
