/** Head and foot of every page: which report, whose figures, how far they have come, and where they live. */
import type { Column, Content } from 'pdfmake/interfaces.js';
import type { ReportDocument } from '#contract/reports/report-document';
import { COLOUR, PAGE, SIZE } from './paper-style.ts';
import { paperWords } from './paper-words.ts';
import { printable } from './printable.ts';

/**
 * Side of the QR code at the foot, in points, by the longest address that it can hold with squares of a point: 15 and
 * 17 mm. A longer address would need finer squares than a printed page shows, and gets no code.
 */
const QR_SIDES = [
  { longest: 134, side: 43 },
  { longest: 192, side: 49 },
] as const;

/** Title, unit and period; invented figures are called so on every page. */
export function headContent(
  { title, unitName, period, demo, language }: ReportDocument,
  width: number,
): Content {
  return {
    stack: [
      {
        columns: [
          {
            width: '*',
            text: printable(`${title} · ${unitName} · ${period.name}`),
            color: COLOUR.muted,
          },
          ...(demo
            ? [{ width: 'auto', text: paperWords(language).demo, bold: true, alignment: 'right' as const }]
            : []),
        ],
        columnGap: 12,
        fontSize: SIZE.note + 0.4,
      },
      rule(width - PAGE.left - PAGE.right, COLOUR.hair),
    ],
    margin: [PAGE.left, 28, PAGE.right, 0],
  };
}

/** The state of the figures, the code of the snapshot, the number of the page, and the way to the live page. */
export function footContent(document: ReportDocument, page: number, pages: number, width: number): Content {
  const { figures, language, madeAtText } = document;
  const words = paperWords(language);
  const code = qrColumn(figures.link);
  return {
    stack: [
      rule(width - PAGE.left - PAGE.right, COLOUR.ink),
      {
        columns: [
          {
            width: '*',
            stack: [
              { text: printable(figures.sentence), bold: true },
              {
                text: printable(
                  [
                    ...(namesCode(figures) ? [] : [`${words.code} ${figures.code ?? ''}`]),
                    `${words.made} ${madeAtText}`,
                    ...(code.length === 0 ? [] : [words.live]),
                  ].join(' · '),
                ),
                color: COLOUR.muted,
              },
            ],
          },
          { width: 'auto', text: words.page(page, pages), alignment: 'right' },
          ...code,
        ],
        columnGap: 14,
        margin: [0, 5, 0, 0],
      },
    ],
    fontSize: SIZE.note,
    lineHeight: 1.3,
    margin: [PAGE.left, 8, PAGE.right, 0],
  };
}

function qrColumn(link: string | null): Column[] {
  const fitting = QR_SIDES.find(({ longest }) => link !== null && link.length <= longest);
  if (link === null || fitting === undefined) return [];
  const { side } = fitting;
  return [{ width: side, qr: link, fit: side, eccLevel: 'L', foreground: COLOUR.ink }];
}

/** True where there is no code, or the sentence says it already. */
export function namesCode({ code, sentence }: ReportDocument['figures']): boolean {
  return code === null || sentence.includes(code);
}

function rule(width: number, colour: string): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: colour }],
    margin: [0, 3, 0, 0],
  };
}
