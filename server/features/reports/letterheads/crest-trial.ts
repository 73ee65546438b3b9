import type { ReportDocument } from '#contract/reports/report-document';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { PdfThread } from '../files/pdf-file.ts';
import type { CrestFile } from './crest-file.ts';
import { dataAddress } from './letterhead-of.ts';

/** Of its own: whoever prints a report meanwhile does not wait for a crest that takes its thread down. */
const trial = new PdfThread({ longestMs: 20_000, idleMs: 5_000 });

/** A sheet with nothing on it but its letterhead. */
const SHEET: ReportDocument = {
  report: 'lambang',
  language: 'id',
  title: 'Lambang',
  unit: '',
  unitName: '',
  period: { from: '2026-01-01', to: '2026-01-31', name: '' },
  letterhead: { lines: [], address: '', crest: null },
  cover: false,
  figures: {
    state: 'sementara',
    sentence: '',
    code: null,
    link: null,
    dataVersion: 0,
    definitionsVersion: '',
  },
  madeAt: '2026-01-31T00:00:00Z',
  madeAtText: '',
  demo: false,
  sections: [],
};

/**
 * Draws a crest once before it is kept: one that cannot be drawn would stop every paper of its kabupaten.
 *
 * @throws ProblemException 400 for a crest with too much in it, or with something in it that no paper takes
 */
export async function requireDrawable({ type, content }: CrestFile): Promise<void> {
  const crest = dataAddress(type, content);
  try {
    await trial.draw({ ...SHEET, letterhead: { ...SHEET.letterhead, crest } });
  } catch {
    throw new ProblemException(400, 'crest-undrawable');
  }
}
