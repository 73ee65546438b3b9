import type { FileFormat } from '#contract/reports/documents';
import type { ReportDocument } from '#contract/reports/report-document';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { writePdf } from '../files/pdf-file.ts';
import { briefOf } from '../files/text-file.ts';
import { writeWorkbook } from '../files/xlsx-file.ts';
import { requireReport } from './make-document.ts';

/** A report as it is saved, mailed or kept. */
export interface ReportFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

const FILES: Readonly<
  Record<
    FileFormat,
    {
      readonly ending: string;
      readonly type: string;
      readonly write: (document: ReportDocument) => Promise<Buffer>;
    }
  >
> = {
  pdf: { ending: 'pdf', type: 'application/pdf', write: writePdf },
  xlsx: {
    ending: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: writeWorkbook,
  },
  text: {
    ending: 'txt',
    type: 'text/plain; charset=utf-8',
    write: (document) => Promise.resolve(Buffer.from(briefOf(document))),
  },
};

/**
 * A document as a file.
 *
 * @throws ProblemException 400 for a format that the report is not made in
 * @throws Error when the file cannot be made: there is no half or empty one
 */
export async function reportFile(document: ReportDocument, format: FileFormat): Promise<ReportFile> {
  const definition = requireReport(document.report);
  if (!definition.formats.includes(format))
    throw new ProblemException(400, 'report-format-missing', {
      report: document.title,
      formats: definition.formats.filter((each) => each !== 'screen').join(', '),
    });
  const { ending, type, write } = FILES[format];
  return { name: `${fileName(document)}.${ending}`, type, content: await write(document) };
}

/** `laporan-kinerja-pelayanan_kutai-kartanegara_2026-10`: in a folder of many they stand together and in order. */
export function fileName({ title, unitName, period }: ReportDocument): string {
  const [year, month] = [period.from.slice(0, 4), Number(period.from.slice(5, 7))];
  const isQuarter = period.to.slice(0, 7) !== period.from.slice(0, 7);
  const when = isQuarter ? `${year}-tw${Math.ceil(month / 3)}` : `${year}-${String(month).padStart(2, '0')}`;
  return [slug(title), slug(unitName), when].join('_');
}

function slug(words: string): string {
  return words
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’.()]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}
