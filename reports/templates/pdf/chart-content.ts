/** Charts on paper: the finding, the picture, how to read it, and the numbers that it draws. */
import type { CanvasElement, Column, Content } from 'pdfmake/interfaces.js';
import type { Figure, ReportChart } from '#contract/reports/report-document';
import type { Language } from '#domain/language';
import { signsOf } from './marks.ts';
import { COLOUR, SIZE } from './paper-style.ts';
import type { Paper } from './paper.ts';
import { paperWords } from './paper-words.ts';
import { printable } from './printable.ts';

/** Finding, picture and how to read it stay together on one page. */
export function chartContent(chart: ReportChart, { width, language, chart: draw }: Paper): Content {
  return {
    unbreakable: true,
    stack: [
      { text: printable(chart.title), fontSize: SIZE.finding, bold: true, margin: [0, 0, 0, 2] },
      { text: printable(chart.axis), fontSize: SIZE.note, color: COLOUR.muted, margin: [0, 0, 0, 2] },
      { svg: draw(chart, width), width },
      readingContent(chart, language),
      valuesContent(chart, width),
    ],
    margin: [0, 6, 0, 0],
  };
}

/** What band, lines, signs and hollow points of a chart mean, each beside a sample of itself. */
function readingContent(chart: ReportChart, language: Language): Content {
  const words = paperWords(language).chart;
  const sample = (canvas: CanvasElement[], text: string): Column[] => [
    { width: 16, canvas, margin: [0, 1.5, 0, 0] },
    { width: 'auto', text: printable(text), fontSize: SIZE.note, color: COLOUR.muted },
  ];
  return {
    columns: [
      ...(chart.limits.length === 0
        ? []
        : [
            ...sample([{ type: 'rect', x: 0, y: 0, w: 16, h: 6, color: COLOUR.band }], words.limits),
            ...sample([lineOf(COLOUR.muted, 0.6)], words.mean),
          ]),
      ...(chart.target === null
        ? []
        : sample(
            [{ ...lineOf(COLOUR.ink, 0.8), dash: { length: 3, space: 2 } }],
            `${words.target} ${chart.target.text}`,
          )),
      ...signsOf(signalsIn(chart), language),
      ...(chart.points.some(({ partial }) => partial === true)
        ? sample(
            [{ type: 'ellipse', x: 8, y: 3, r1: 2.4, r2: 2.4, lineWidth: 0.9, lineColor: COLOUR.ink }],
            words.partial,
          )
        : []),
    ],
    columnGap: 5,
    margin: [0, 2, 0, 0],
  };
}

function lineOf(lineColor: string, lineWidth: number): CanvasElement & { type: 'line' } {
  return { type: 'line', x1: 0, y1: 3, x2: 16, y2: 3, lineWidth, lineColor };
}

/** The judgements at the points that complete a signal: only these are marked. */
function signalsIn({ points }: ReportChart): Set<NonNullable<Figure['variation']>> {
  return new Set(
    points.flatMap(({ signal, figure }) =>
      signal === true && figure?.variation !== undefined ? [figure.variation] : [],
    ),
  );
}

/** Numbers under a chart stand in rows of so many. */
const PER_ROW = 12;

/** Every number that the chart draws, so that none has to be read off the picture. */
function valuesContent({ points }: ReportChart, width: number): Content {
  const rows = Math.ceil(points.length / PER_ROW);
  const columns = Math.min(PER_ROW, points.length);
  if (columns === 0) return '';
  const cells = (row: number, text: (point: ReportChart['points'][number]) => string, muted: boolean) =>
    Array.from({ length: columns }, (_, column) => {
      const point = points[row * PER_ROW + column];
      return {
        text: point === undefined ? '' : printable(text(point)),
        alignment: 'right' as const,
        ...(muted ? { color: COLOUR.muted } : {}),
      };
    });
  return {
    table: {
      widths: Array.from({ length: columns }, () => width / columns - 2),
      dontBreakRows: true,
      body: Array.from({ length: rows }, (_, row) => [
        cells(row, ({ label }) => label, true),
        cells(row, ({ figure }) => figure?.text ?? '', false),
      ]).flat(),
    },
    layout: {
      hLineWidth: (line) => (line % 2 === 0 ? 0.4 : 0),
      vLineWidth: () => 0,
      hLineColor: () => COLOUR.hair,
      paddingLeft: () => 1,
      paddingRight: () => 1,
      paddingTop: (line) => (line % 2 === 0 ? 1.6 : 0),
      paddingBottom: (line) => (line % 2 === 0 ? 0 : 1.6),
    },
    fontSize: SIZE.small,
    lineHeight: 1.1,
    margin: [0, 6, 0, 0],
  };
}
