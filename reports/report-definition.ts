/** What a report is made of, as data: the engine in `build/` turns it and frozen figures into a document. */
import type { BreakdownBy, MeasureId } from '#domain/measures';

/** Where a report can be had. Each figure that a section declares stands in each of its report's formats. */
export const REPORT_FORMATS = ['screen', 'pdf', 'xlsx', 'text'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Words in both languages, Indonesian first. */
export interface Told {
  readonly id: string;
  readonly en: string;
}

/** A field of a measure, e.g. `turnaround.dueMetShare`. */
export type FieldKey = `${MeasureId}.${string}`;

/** What a section tells. */
export type PartDefinition =
  /** The period in a few sentences. */
  | { readonly kind: 'summary'; readonly fields: readonly FieldKey[] }
  /** The ranked exceptions, with who answers for them. */
  | { readonly kind: 'exceptions'; readonly most: number }
  /** What went well. */
  | { readonly kind: 'praise'; readonly most: number }
  /** Every unit below against the fields. */
  | { readonly kind: 'matrix'; readonly fields: readonly FieldKey[] }
  /** A field over 24 months with limits and target. */
  | { readonly kind: 'trend'; readonly field: FieldKey }
  /** A measure along a dimension. */
  | {
      readonly kind: 'breakdown';
      readonly measure: MeasureId;
      readonly by: BreakdownBy;
      readonly fields: readonly string[];
      /** At most so many rows, the largest first; how many are left out is told under the table. */
      readonly most?: number;
    }
  /** Figures of a measure beside those of the period before. */
  | { readonly kind: 'figures'; readonly measure: MeasureId; readonly fields: readonly string[] }
  /** IKM as the regulation asks it to be published. */
  | { readonly kind: 'ikm' }
  /** Definitions, legal basis, n and what was left out. */
  | { readonly kind: 'methods'; readonly measures: readonly MeasureId[] }
  | { readonly kind: 'signatures'; readonly titles: readonly Told[] };

export interface SectionDefinition {
  readonly id: string;
  readonly title: Told;
  readonly orientation: 'portrait' | 'landscape';
  readonly newPage: boolean;
  readonly parts: readonly PartDefinition[];
}

export interface ReportDefinition {
  readonly id: string;
  readonly title: Told;
  /** Of the kabupaten, of a unit below it, or of either. */
  readonly of: 'kabupaten' | 'unit' | 'both';
  readonly grains: readonly ('month' | 'quarter')[];
  readonly cover: boolean;
  readonly formats: readonly ReportFormat[];
  readonly sections: readonly SectionDefinition[];
}
