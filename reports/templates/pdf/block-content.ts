/** The blocks of a report on paper. */
import type { Column, Content } from 'pdfmake/interfaces.js';
import type { ReportBlock } from '#contract/reports/report-document';
import { chartContent } from './chart-content.ts';
import { COLOUR, KEEP_WITH_NEXT, SIZE } from './paper-style.ts';
import type { Paper } from './paper.ts';
import { paperWords } from './paper-words.ts';
import { printable } from './printable.ts';
import { spansContent } from './spans-content.ts';
import { tableContent } from './table-content.ts';

export function blockContent(block: ReportBlock, paper: Paper): Content {
  switch (block.kind) {
    case 'heading':
      return {
        text: printable(block.text),
        bold: true,
        fontSize: SIZE.heading,
        headlineLevel: KEEP_WITH_NEXT,
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
      return factsContent(block);
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

function factsContent({ items }: Extract<ReportBlock, { kind: 'facts' }>): Content {
  if (items.length === 0) return '';
  return {
    table: {
      widths: ['27%', '*'],
      dontBreakRows: true,
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
    fontSize: SIZE.table + 0.4,
    margin: [0, 2, 0, 0],
  };
}

/** Room between two lines to be written on by hand, in points. */
const WRITING = 22;

function linesContent({ label, count }: Extract<ReportBlock, { kind: 'lines' }>, { width }: Paper): Content {
  return {
    unbreakable: true,
    stack: [
      { text: printable(label), bold: true },
      {
        canvas: Array.from({ length: count }, (_, index) => ({
          type: 'line' as const,
          x1: 0,
          y1: (index + 1) * WRITING,
          x2: width,
          y2: (index + 1) * WRITING,
          lineWidth: 0.5,
          lineColor: COLOUR.hair,
        })),
      },
    ],
    margin: [0, 10, 0, 0],
  };
}

function signaturesContent(
  { titles }: Extract<ReportBlock, { kind: 'signatures' }>,
  { language }: Paper,
): Content {
  const place: Content = {
    text: '........................, ........................',
    alignment: 'center',
    margin: [0, 5, 0, 0],
  };
  const one = (title: string, isLast: boolean): Column => ({
    width: '*',
    stack: [
      ...(isLast ? [place] : [{ text: ' ', margin: [0, 0, 0, 8] as [number, number, number, number] }]),
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
