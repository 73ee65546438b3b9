import type { ReportChart } from '#contract/reports/report-document';
import type { Language } from '#domain/language';

/** What the blocks need of the page that they stand on. */
export interface Paper {
  /** Width of the text in points. */
  readonly width: number;
  /** Height of the text on one page in points. */
  readonly height: number;
  readonly language: Language;
  /** False where the only table of a section needs no caption beside the title of the section. */
  readonly captioned: boolean;
  /** Draws a chart as SVG, `width` points wide. */
  readonly chart: (chart: ReportChart, width: number) => string;
}
