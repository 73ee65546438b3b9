/** The cover: letterhead, title, unit, period, and how far the figures have come. */
import type { Content } from 'pdfmake/interfaces.js';
import type { ReportDocument } from '#contract/reports/report-document';
import { letterheadContent } from './letterhead-content.ts';
import { COLOUR, SIZE } from './paper-style.ts';
import { paperWords } from './paper-words.ts';
import { printable } from './printable.ts';
import { namesCode } from './running-lines.ts';

export function coverContent(document: ReportDocument): Content {
  const { title, unitName, period, figures, demo, language, letterhead, madeAtText } = document;
  const words = paperWords(language);
  return {
    stack: [
      letterheadContent(letterhead),
      {
        text: printable(title),
        fontSize: SIZE.cover,
        bold: true,
        lineHeight: 1.1,
        margin: [0, 150, 0, 14],
      },
      { text: printable(unitName), fontSize: SIZE.title + 2 },
      { text: printable(period.name), fontSize: SIZE.title + 2, bold: true, margin: [0, 2, 0, 26] },
      {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: 96, y2: 0, lineWidth: 2, lineColor: COLOUR.primary }],
        margin: [0, 0, 0, 18],
      },
      { text: printable(figures.sentence), fontSize: SIZE.finding, bold: true },
      ...(namesCode(figures)
        ? []
        : [
            {
              text: [{ text: `${words.code} ` }, { text: printable(figures.code ?? ''), bold: true }],
              fontSize: SIZE.finding,
            },
          ]),
      { text: printable(`${words.made} ${madeAtText}`), color: COLOUR.muted, margin: [0, 2, 0, 0] },
      ...(demo
        ? [
            {
              table: { body: [[{ text: words.demo, bold: true, fontSize: SIZE.finding }]] },
              layout: {
                hLineStyle: () => ({ dash: { length: 3, space: 2 } }),
                vLineStyle: () => ({ dash: { length: 3, space: 2 } }),
                paddingLeft: () => 10,
                paddingRight: () => 10,
                paddingTop: () => 6,
                paddingBottom: () => 6,
              },
              margin: [0, 30, 0, 0] as [number, number, number, number],
            },
          ]
        : []),
    ],
  };
}
