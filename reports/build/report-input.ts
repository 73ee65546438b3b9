/** What a report is built of: figures that were read once, and what stands around them on paper. */
import type { Language } from '#domain/language';
import type { Letterhead } from '#contract/reports/report-document';
import type { FigureState, SnapshotContent } from '#contract/reports/snapshot-content';
import type { ReportWords } from './report-words.ts';

export interface ReportInput {
  /** The figures as one reader may see them; unit, name and period of the report are those of its summary. */
  readonly content: SnapshotContent;
  readonly grain: 'month' | 'quarter';
  readonly state: FigureState;
  /** Who froze the figures and when, or that they may still change: a sentence in the language of the report. */
  readonly sentence: string;
  /** Code of the snapshot; null for figures that were not frozen. */
  readonly code: string | null;
  /** Address of the live page; null where PANDU does not know its own address. */
  readonly link: string | null;
  readonly letterhead: Letterhead;
  readonly language: Language;
  /** True for invented figures. */
  readonly demo: boolean;
  /** The instant at which the report is made, ISO 8601 with its offset. */
  readonly madeAt: string;
  /** IANA zone of the kabupaten, in which times are told. */
  readonly timeZone: string;
}

/** What the builder of a part knows: the input and the words of its language. */
export interface Building extends ReportInput {
  readonly words: ReportWords;
  /** The period as people call it: `Oktober 2026`. */
  readonly periodName: string;
  readonly previousName: string;
}
