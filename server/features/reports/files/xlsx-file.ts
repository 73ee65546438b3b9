import type { ReportDocument } from '#contract/reports/report-document';
import { workbookFile } from '../../../platform/files/workbook-writer.ts';
import { sheetsOf } from './xlsx-sheets.ts';

/**
 * A report as a workbook: one sheet for each section, its numbers as numbers in the formats of the report, its codes and
 * NIK as text, its days as days. Nothing is calculated; a formula stands only where a reader would check a sum.
 */
export async function writeWorkbook(document: ReportDocument): Promise<Buffer> {
  return await workbookFile(sheetsOf(document), {
    title: `${document.title} – ${document.unitName} – ${document.period.name}`,
    creator: document.letterhead.lines.join(', '),
  });
}
