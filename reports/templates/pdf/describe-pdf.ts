/** A report as a description of paper: A4, a running head, and a foot that says which figures these are. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { ReportChart, ReportDocument, ReportSection } from '#contract/reports/report-document';
import { coverContent } from './cover-content.ts';
import { headed } from './keep-with-next.ts';
import { letterheadContent, openingContent } from './letterhead-content.ts';
import { COLOUR, FONT, FONT_FEATURES, PAGE, SIZE, textHeight, textWidth } from './paper-style.ts';
import { footContent, headContent } from './running-lines.ts';
import { printable } from './printable.ts';

/** How charts are drawn: as SVG, `width` points wide. */
export type DrawChart = (chart: ReportChart, width: number) => string;

/** The description that pdfmake lays out. Nothing in it is counted or formatted: it stands in the document. */
export function describePdf(document: ReportDocument, drawChart: DrawChart): TDocumentDefinitions {
  const { cover, letterhead, sections } = document;
  return {
    pageSize: 'A4',
    pageOrientation: cover ? 'portrait' : (sections[0]?.orientation ?? 'portrait'),
    pageMargins: [PAGE.left, PAGE.top, PAGE.right, PAGE.bottom],
    info: {
      title: printable(`${document.title} – ${document.unitName} – ${document.period.name}`),
      author: printable(letterhead.lines.join(', ')),
      subject: printable(document.figures.sentence),
      creator: 'PANDU',
      producer: 'PANDU',
      creationDate: new Date(document.madeAt),
    },
    language: document.language,
    displayTitle: true,
    defaultStyle: {
      font: FONT,
      fontSize: SIZE.body,
      lineHeight: 1.25,
      color: COLOUR.ink,
      fontFeatures: FONT_FEATURES,
    },
    header: (page, _pages, size) => (page === 1 ? null : headContent(document, size.width)),
    footer: (page, pages, size) => footContent(document, page, pages, size.width),
    content: [
      ...(cover ? [coverContent(document)] : [letterheadContent(letterhead), openingContent(document)]),
      ...sections.flatMap((section, index) =>
        sectionContent(section, document, drawChart, sections[index - 1] ?? null),
      ),
    ],
  };
}

function sectionContent(
  { title, orientation, newPage, blocks }: ReportSection,
  { language, cover }: ReportDocument,
  drawChart: DrawChart,
  before: ReportSection | null,
): Content[] {
  const paper = {
    width: textWidth(orientation),
    height: textHeight(orientation),
    language,
    captioned: blocks.length > 1,
    chart: drawChart,
  };
  const turns = before !== null && before.orientation !== orientation;
  // After the cover, and where the paper is turned, there is always a new page.
  const breaks = turns || (before === null ? cover : newPage);
  const heading: Content = {
    text: printable(title),
    fontSize: SIZE.title,
    bold: true,
    lineHeight: 1.1,
    outline: true,
    margin: [0, breaks || before === null ? 0 : 22, 0, 2],
  };
  const [first, ...rest] = headed(heading, blocks, paper);
  if (first === undefined) return [];
  return breaks
    ? [{ stack: [first], pageBreak: 'before', pageOrientation: orientation }, ...rest]
    : [first, ...rest];
}
