/** What the sheets have in common: one subject, one state of the data, letterhead and text on the same paper. */
import type { Letterhead, ReportDocument, ReportSection } from '#contract/reports/report-document';
import { formatsIn } from '#domain/formats/formats';
import type { Language } from '#domain/language';
import { DEFINITIONS_VERSION } from '#domain/measures';

/** What stands around a sheet, whatever is on it. */
export interface SheetFrame {
  readonly letterhead: Letterhead;
  readonly language: Language;
  /** True for invented data. */
  readonly demo: boolean;
  /** The instant at which the sheet is made, ISO 8601 with its offset. */
  readonly madeAt: string;
  /** IANA zone in which times are told. */
  readonly timeZone: string;
  /** Version of the data it is made from, and when they came in; null before the first data. */
  readonly dataVersion: number;
  readonly asOf: string | null;
  /** Address of the screen that shows the same; null where PANDU does not know its own address. */
  readonly link: string | null;
}

/** What a sheet is about. */
export interface SheetSubject {
  readonly report: string;
  readonly title: string;
  readonly unit: string;
  readonly unitName: string;
  readonly period: ReportDocument['period'];
  readonly sections: readonly ReportSection[];
  /** Where the state of the data is not what has to be said at the foot. */
  readonly sentence?: string;
}

/** A sheet as a document of the report engine. Nothing of it is frozen: it tells the state of its moment. */
export function sheetDocument(frame: SheetFrame, subject: SheetSubject): ReportDocument {
  const { letterhead, language, demo, madeAt, timeZone, dataVersion, asOf, link } = frame;
  const { sentence, sections, ...about } = subject;
  return {
    ...about,
    language,
    letterhead,
    cover: false,
    figures: {
      state: 'sementara',
      sentence: sentence ?? stateSentence(asOf, timeZone, language),
      dataVersion,
      definitionsVersion: DEFINITIONS_VERSION,
      code: null,
      link,
    },
    demo,
    madeAt,
    madeAtText: formatsIn(language).instant(madeAt, timeZone),
    sections: [...sections],
  };
}

function stateSentence(asOf: string | null, timeZone: string, language: Language): string {
  const english = language === 'en';
  if (asOf === null) return english ? 'There are no data yet.' : 'Belum ada data.';
  const at = formatsIn(language).instant(asOf, timeZone);
  return english ? `Provisional figures: data up to ${at}.` : `Angka sementara: data sampai ${at}.`;
}
