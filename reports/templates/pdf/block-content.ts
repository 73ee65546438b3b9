/** The blocks of a report on paper. */
import type { Column, Content, ContentText } from 'pdfmake/interfaces.js';
import type { ReportBlock } from '#contract/reports/report-document';
import { chartContent } from './chart-content.ts';
import { COLOUR, SIZE } from './paper-style.ts';
import type { Paper } from './paper.ts';
import { paperWords } from './paper-words.ts';
import { printable } from './printable.ts';
import { spansContent } from './spans-content.ts';
import { tableContent } from './table-content.ts';
import { heightOfText, LINE } from './text-height.ts';

export function blockContent(block: ReportBlock, paper: Paper): Content {
  switch (block.kind) {
    case 'heading':
      return {
        text: printable(block.text),
        bold: true,
        fontSize: SIZE.heading,
        margin: [0, 12, 0, 0],
      };
    case 'paragraph':
      return block.small === true
        ? {
            text: spansContent(block.spans),
            fontSize: SIZE.note + 0.4,
            color: COLOUR.muted,
            margin: [0, 5, 0, 0],
          }
        : { text: spansContent(block.spans), margin: [0, 5, 0, 0] };
    case 'list': {
      const items: Content[] = block.items.map((spans) => ({
        text: spansContent(spans),
        margin: [0, 5, 0, 0],
      }));
      return block.numbered === true
        ? { ol: items, margin: [0, 2, 0, 0] }
        : { ul: items, markerColor: COLOUR.primary, margin: [0, 2, 0, 0] };
    }
    case 'number':
      return numberContent(block);
    case 'facts':
      return factsContent(block, paper);
    case 'table':
      return tableContent(block, paper);
    case 'chart':
      return chartContent(block, paper);
    case 'lines':
      return linesContent(block, paper);
    case 'signatures':
      return signaturesContent(block, paper);
  }
}

function numberContent({ figure, label, note }: Extract<ReportBlock, { kind: 'number' }>): Content {
  return {
    unbreakable: true,
    stack: [
      { text: printable(label), color: COLOUR.muted },
      {
        text: printable(figure.text),
        fontSize: figure.value === null ? SIZE.title : SIZE.number,
        bold: true,
        lineHeight: 1.05,
      },
      { text: printable(note), bold: true },
    ],
    margin: [0, 6, 0, 0],
  };
}

/** Width of the labels of facts, as a part of the text. */
const LABELS = 0.27;

function factsContent({ items }: Extract<ReportBlock, { kind: 'facts' }>, { width, height }: Paper): Content {
  if (items.length === 0) return '';
  const size = SIZE.table + 0.4;
  // pdfmake leaves out a row that is kept on one page and does not fit on one.
  const isLong = items.some(
    ({ spans }) =>
      heightOfText(spans.map(({ text }) => text).join(''), size, width * (1 - LABELS) - 8, LINE.body) >
      height / 2,
  );
  return {
    table: {
      widths: [`${LABELS * 100}%`, '*'],
      dontBreakRows: !isLong,
      body: items.map(({ label, spans }) => [
        { text: printable(label), color: COLOUR.muted },
        { text: spansContent(spans) },
      ]),
    },
    layout: {
      hLineWidth: (line, { table }) => (line === 0 || line === table.body.length ? 0 : 0.4),
      vLineWidth: () => 0,
      hLineColor: () => COLOUR.hair,
      paddingLeft: () => 0,
      paddingRight: () => 8,
      paddingTop: () => 1.7,
      paddingBottom: () => 1.7,
    },
    fontSize: size,
    margin: [0, 2, 0, 0],
  };
}

/** Room between two lines to be written on by hand, in points. */
const WRITING = 22;

/** So many stay on one page; more go on to the next. */
const LINES_TOGETHER = 10;

function linesContent({ label, count }: Extract<ReportBlock, { kind: 'lines' }>, { width }: Paper): Content {
  const line: Content = {
    canvas: [
      { type: 'line', x1: 0, y1: WRITING, x2: width, y2: WRITING, lineWidth: 0.5, lineColor: COLOUR.hair },
    ],
  };
  return {
    ...(count <= LINES_TOGETHER ? { unbreakable: true } : {}),
    stack: [
      { text: printable(label), bold: true },
      ...Array.from({ length: count }, () => structuredClone(line)),
    ],
    margin: [0, 10, 0, 0],
  };
}

function signaturesContent(
  { titles }: Extract<ReportBlock, { kind: 'signatures' }>,
  { language }: Paper,
): Content {
  const place: ContentText = {
    text: '........................, ........................',
    alignment: 'center',
    margin: [0, 5, 0, 0],
  };
  const one = (title: string, isLast: boolean): Column => ({
    width: '*',
    stack: [
      // The titles stand side by side: the others have as much room above them as the place takes.
      isLast ? place : { ...place, text: ' ' },
      { text: printable(title), alignment: 'center' },
      {
        text: '(....................................................)',
        alignment: 'center',
        margin: [0, 52, 0, 2],
      },
      { text: `${paperWords(language).nip} ........................................`, alignment: 'center' },
    ],
  });
  const columns = titles.map((title, index) => one(title, index === titles.length - 1));
  return {
    unbreakable: true,
    columns: titles.length === 1 ? [{ width: '*', text: '' }, ...columns] : columns,
    columnGap: 16,
    margin: [0, 16, 0, 0],
  };
}
