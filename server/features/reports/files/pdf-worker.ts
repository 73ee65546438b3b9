/** Runs beside the product's own thread: takes reports, answers with their PDFs, one after another. */
import { parentPort } from 'node:worker_threads';
import type { ReportDocument } from '#contract/reports/report-document';
import { drawPdf } from './draw-pdf.ts';

/** What is asked of the worker, and what it answers. */
export interface PdfOrder {
  readonly id: number;
  readonly document: ReportDocument;
}
export type PdfAnswer =
  { readonly id: number; readonly file: Uint8Array } | { readonly id: number; readonly error: string };

parentPort?.on('message', (order: PdfOrder) => {
  void answer(order);
});

async function answer({ id, document }: PdfOrder): Promise<void> {
  try {
    const file = new Uint8Array(await drawPdf(document));
    parentPort?.postMessage({ id, file } satisfies PdfAnswer, [file.buffer]);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ id, error: text } satisfies PdfAnswer);
  }
}
