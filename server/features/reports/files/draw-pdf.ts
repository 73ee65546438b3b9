/** Lays out a report as a PDF, in the thread that calls it; the product asks `pdf-file.ts`, which does it beside. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import type { ReportDocument } from '#contract/reports/report-document';
import { describePdf } from '../../../../reports/templates/pdf/describe-pdf.ts';
import { FONT } from '../../../../reports/templates/pdf/paper-style.ts';
import { chartSvg } from './chart-svg.ts';

const FONTS = join(
  dirname(
    createRequire(import.meta.url).resolve(
      '@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-400-normal.woff',
    ),
  ),
);
const fontFile = (weight: 400 | 600): string => join(FONTS, `plus-jakarta-sans-latin-${weight}-normal.woff`);

pdfmake.addFonts({
  [FONT]: {
    normal: fontFile(400),
    bold: fontFile(600),
    italics: fontFile(400),
    bolditalics: fontFile(600),
  },
});
// A document can name no address and no file: only the two fonts are read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === fontFile(400) || path === fontFile(600));

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
