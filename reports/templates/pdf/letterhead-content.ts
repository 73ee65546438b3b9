/** The letterhead (kop surat) and the opening of a report that has no cover. */
import type { Column, Content } from 'pdfmake/interfaces.js';
import type { Letterhead, ReportDocument } from '#contract/reports/report-document';
import { COLOUR, SIZE, textWidth } from './paper-style.ts';
import { paperWords } from './paper-words.ts';
import { printable } from './printable.ts';

/** Side of the crest in points: 20 mm. */
const CREST = 57;

/** Crest, the names of the offices from the top down, the address, and a double rule, as on official letters. */
export function letterheadContent({ lines, address, crest }: Letterhead): Content {
  const width = textWidth('portrait');
  const names: Column = {
    width: '*',
    alignment: 'center',
    stack: [
      ...lines.map((line, index) => ({
        text: printable(line),
        fontSize: index === 0 && lines.length > 1 ? SIZE.finding : SIZE.finding + 2,
        bold: index > 0 || lines.length === 1,
        lineHeight: 1.15,
      })),
      ...(address === '' ? [] : [{ text: printable(address), fontSize: SIZE.table, lineHeight: 1.2 }]),
    ],
  };
  return {
    stack: [
      crest === null
        ? names
        : { columns: [crestContent(crest), names, { width: CREST, text: '' }], columnGap: 8 },
      {
        canvas: [
          { type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 2, lineColor: COLOUR.ink },
          { type: 'line', x1: 0, y1: 2.6, x2: width, y2: 2.6, lineWidth: 0.6, lineColor: COLOUR.ink },
        ],
        margin: [0, 8, 0, 0],
      },
    ],
    margin: [0, 0, 0, 16],
  };
}

/** The crest out of its data address: SVG is drawn, PNG and JPEG are placed. */
function crestContent(crest: string): Column {
  const svg = /^data:image\/svg\+xml(?:;charset=utf-8)?(;base64)?,(.*)$/is.exec(crest);
  if (svg === null) return { width: CREST, image: crest, fit: [CREST, CREST] };
  const [, base64, body = ''] = svg;
  const markup =
    base64 === undefined
      ? decodeURIComponent(body)
      : new TextDecoder().decode(Uint8Array.from(atob(body), (sign) => sign.charCodeAt(0)));
  return { width: CREST, svg: markup, fit: [CREST, CREST] };
}

/** Title, unit and period over the text of a report without a cover. */
export function openingContent({ title, unitName, period, demo, language }: ReportDocument): Content {
  return {
    stack: [
      { text: printable(title), fontSize: SIZE.title + 2, bold: true, lineHeight: 1.1 },
      { text: printable(`${unitName} · ${period.name}`), fontSize: SIZE.finding, color: COLOUR.muted },
      ...(demo ? [{ text: paperWords(language).demo, bold: true }] : []),
    ],
    margin: [0, 0, 0, 14],
  };
}
