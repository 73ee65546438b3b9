/** Runs beside the product's own thread: takes a report, answers with its PDF. */
import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { ReportDocument } from '#contract/reports/report-document';
import { drawPdf } from './draw-pdf.ts';

/** What is answered to a report. */
export type PdfAnswer = { readonly file: Uint8Array } | { readonly error: string };

parentPort?.on('message', (document: ReportDocument) => {
  // The thread is ended, it does not end of itself: what it compiled is written down at once.
  void answer(document).then(flushCompileCache);
});

async function answer(document: ReportDocument): Promise<void> {
  try {
    const file = new Uint8Array(await drawPdf(document));
    parentPort?.postMessage({ file } satisfies PdfAnswer, [file.buffer]);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ error: text } satisfies PdfAnswer);
  }
}
