/** What a measure and its fields are. The measures themselves stand beside this file, one in each. */
/** Measures of processes: the signal engine judges their months, and people can set targets and baselines for them. */
export const JUDGED_MEASURES = ['volume', 'turnaround', 'complaints', 'ikm'] as const;
export type JudgedMeasure = (typeof JUDGED_MEASURES)[number];

export const MEASURE_IDS = [...JUDGED_MEASURES, 'pilots'] as const;
export type MeasureId = (typeof MEASURE_IDS)[number];

/** The record dimensions a selection or a breakdown may use. */
export type BreakdownBy = 'unit' | 'service' | 'channel' | 'class' | 'weekday-hour' | 'unsur';
type FilterName = 'service' | 'channel';

export type Polarity = 'higher' | 'lower' | 'neutral';
export type FieldUnit = 'count' | 'share' | 'minutes' | 'score';

export interface MeasureField {
  readonly id: string;
  /** Indonesian label, as it stands in a table header. */
  readonly label: string;
  /** English label. */
  readonly labelEn: string;
  /** One sentence that says what is counted, over what. */
  readonly definition: string;
  readonly unit: FieldUnit;
  readonly polarity: Polarity;
  /** Decimals when shown (a share is shown as a percentage). */
  readonly decimals: number;
  /** How a change is told: in percent of the earlier value, or in (percentage) points. */
  readonly change: 'percent' | 'points';
  /** The field that holds the number of records behind the value (the denominator of a share). */
  readonly n: string;
  /** Below this n the value is shown, but never judged. */
  readonly minimumN: number;
  /** True when the value depends on the present moment while the period is not over. */
  readonly dependsOnNow: boolean;
  /** True when every unit's series is looked at for signals: in the matrix and in the list of exceptions. */
  readonly watched: boolean;
}

export interface Measure {
  readonly id: MeasureId;
  readonly label: string;
  readonly labelEn: string;
  readonly definition: string;
  readonly legalBasis: string;
  /** The field shown when no other is asked for. */
  readonly headline: string;
  readonly fields: readonly MeasureField[];
  /** Filters that select records of this measure; others are shown as "tidak berlaku di sini". */
  readonly filters: readonly FilterName[];
  readonly breakdowns: readonly BreakdownBy[];
}
