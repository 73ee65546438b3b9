/** Lays out a report as a PDF, in the thread that calls it; the product asks `pdf-file.ts`, which does it beside. */
import pdfmake from 'pdfmake';
import type { ReportDocument } from '#contract/reports/report-document';
import { describePdf } from '../../../../reports/templates/pdf/describe-pdf.ts';
import { FONT } from '../../../../reports/templates/pdf/paper-style.ts';
import { CHART_FONT, chartSvg } from './chart-svg.ts';
import { paperFont, paperFontFile } from './paper-font.ts';

declare module 'pdfmake' {
  /** Files in memory, which pdfmake reads before it looks for others; its types do not tell of them. */
  export const virtualfs: { writeFileSync(name: string, content: Buffer): void };
}

const REGULAR = 'paper-400.ttf';
const SEMIBOLD = 'paper-600.ttf';
pdfmake.virtualfs.writeFileSync(REGULAR, paperFont(400));
pdfmake.virtualfs.writeFileSync(SEMIBOLD, paperFont(600));
const chartFonts = [paperFontFile(400), paperFontFile(600)] as const;

pdfmake.addFonts({
  [FONT]: { normal: REGULAR, bold: SEMIBOLD, italics: REGULAR, bolditalics: SEMIBOLD },
  // Words in drawings are looked up by the path of a file.
  [CHART_FONT]: {
    normal: chartFonts[0],
    bold: chartFonts[1],
    italics: chartFonts[0],
    bolditalics: chartFonts[1],
  },
});
// A document can name no address and no file: only the two fonts are read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => chartFonts.includes(path));

/** Shorter than this a file holds no page. */
const SMALLEST = 1_000;

/**
 * The report as a PDF.
 *
 * @throws Error when the report cannot be laid out; there is never an empty file
 */
export async function drawPdf(document: ReportDocument): Promise<Buffer> {
  const description = describePdf(document, (chart, width) => chartSvg(chart, width, document.language));
  const file = await pdfmake.createPdf(description).getBuffer();
  if (file.length < SMALLEST || file.subarray(0, 5).toString('latin1') !== '%PDF-')
    throw new Error(`The report ${document.report} came out without a page.`);
  return file;
}
