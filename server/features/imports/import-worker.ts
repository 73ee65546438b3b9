import type { MessagePort } from 'node:worker_threads';
import { ImportFileError } from './files/import-file-error.ts';
import { saveFailure, type ImportJob } from './import-records.repository.ts';
import { ImportRefused } from './loading/import-refused.ts';
import { runImport, type ImportTools } from './loading/run-import.repository.ts';

/** What the thread is started with. */
export interface ImportWorkerData {
  /** Address of the application's role. */
  readonly url: string;
  /** The installation's secret, for the audit trail. */
  readonly secret: string;
}

/** Answers every job that arrives on the port; a job that fails is kept with a sentence, never thrown away. */
export function serveImports(
  port: MessagePort,
  tools: () => ImportTools,
  report: (error: unknown) => void,
): void {
  port.on('message', (job: ImportJob) => {
    void finishJob(job, tools(), report).then(() => port.postMessage({ id: job.id }));
  });
}

/** Runs a job to its end and returns the sentence of its failure, or null. */
export async function finishJob(
  job: ImportJob,
  tools: ImportTools,
  report: (error: unknown) => void,
): Promise<string | null> {
  try {
    await runImport(job, tools);
    return null;
  } catch (error) {
    const expected = error instanceof ImportRefused || error instanceof ImportFileError;
    if (!expected) report(error);
    const sentence = expected ? error.message : failureSentence(error);
    await saveFailure(
      tools.database,
      tools.audit,
      job,
      sentence,
      error instanceof ImportRefused ? error.errors : [],
    ).catch(report);
    return sentence;
  }
}

function failureSentence(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === '53100' || code === 'ENOSPC')
    return 'Ruang penyimpanan server penuh; tidak ada baris yang masuk. Hubungi pengelola.';
  if (code === '22P05' || code === '22021')
    return 'Berkas memuat karakter yang tidak dapat disimpan (byte nol); simpan ulang berkasnya lalu muat lagi.';
  return 'Pemuatan gagal di pihak kami; tidak ada baris yang masuk. Coba lagi, dan hubungi pengelola bila berulang.';
}
