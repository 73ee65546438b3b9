/**
 * The kamus indikator: every measure, its meaning and its rules. Tiles, tables, tooltips, charts, exports and the
 * API read it; nothing else may define what a number means. Each measure stands in a file of its own in `measures/`.
 */
import { COMPLAINTS } from './measures/complaints.ts';
import { IKM } from './measures/ikm.ts';
import {
  JUDGED_MEASURES,
  type JudgedMeasure,
  type Measure,
  MEASURE_IDS,
  type MeasureField,
  type MeasureId,
} from './measures/measure.ts';
import { PILOTS } from './measures/pilots.ts';
import { TURNAROUND } from './measures/turnaround.ts';
import { VOLUME } from './measures/volume.ts';

export { JUDGED_MEASURES, MEASURE_IDS } from './measures/measure.ts';
export type {
  BreakdownBy,
  FieldUnit,
  JudgedMeasure,
  Measure,
  MeasureField,
  MeasureId,
  Polarity,
} from './measures/measure.ts';

/** Changes when a definition changes what a number means; part of every ETag and every copied proof. */
export const DEFINITIONS_VERSION = '2026-11';

export const MEASURES: Readonly<Record<MeasureId, Measure>> = {
  volume: VOLUME,
  turnaround: TURNAROUND,
  complaints: COMPLAINTS,
  ikm: IKM,
  pilots: PILOTS,
};

/** The field of a measure, or null when the measure has no such field. */
export function findField(measure: MeasureId, field: string): MeasureField | null {
  return MEASURES[measure].fields.find((candidate) => candidate.id === field) ?? null;
}

/** True for measures whose months the signal engine judges; a cumulative share such as progress is no process. */
export function isJudged(measure: MeasureId): measure is JudgedMeasure {
  return JUDGED_MEASURES.some((judged) => judged === measure);
}

/** A field of a measure that the signal engine watches. */
export interface WatchedField {
  readonly measure: MeasureId;
  readonly field: MeasureField;
  /** `measure.field`, e.g. `turnaround.dueMetShare`. */
  readonly key: string;
}

/** Everything the signal engine watches, in the order of the kamus. */
export const WATCHED_FIELDS: readonly WatchedField[] = MEASURE_IDS.flatMap((measure) =>
  MEASURES[measure].fields
    .filter(({ watched }) => watched)
    .map((field) => ({ measure, field, key: `${measure}.${field.id}` })),
);
