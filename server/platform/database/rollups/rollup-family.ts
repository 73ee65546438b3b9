import { DURATION_BUCKET_COUNT } from '#domain/statistics/duration-buckets';

/**
 * What one family of roll-ups counts. The engine (rollup-writer, rollup-merge, rollup-reader, verify-rollups) knows
 * nothing of services, complaints or surveys; a feature describes its family here and hands it to the engine.
 */
export interface RollupDimension {
  readonly column: string;
  /** True when rows with '*' (all values) are kept beside the single values. */
  readonly all: boolean;
}

export interface RollupFamily {
  /** Roll-up table, e.g. `service_rollups`. */
  readonly table: string;
  /** Dimensions in the order of the primary key, after the unit. */
  readonly dimensions: readonly RollupDimension[];
  /** Columns that are plain sums. */
  readonly counts: readonly string[];
  /** Sparse histograms: `duration` stands for the columns `duration_keys` and `duration_counts`; keys are below `size`. */
  readonly histograms: readonly { readonly name: string; readonly size: number }[];
  /**
   * SELECT of (unit_code, ...dimensions, day) for every cell that has facts; for a full rebuild.
   * `:kabupaten`, `:zone` and `:edges` may be used ({@link RollupContext}).
   */
  readonly cellsSql: string;
  /** The facts of touched days, as what happened: a case for example is received, completed and falls due. */
  readonly events: readonly RollupEvents[];
}

/** One kind of event, and how it is read from the facts. */
export interface RollupEvents {
  /** Columns of the family that a row adds to: whole numbers, never null. */
  readonly counts: readonly string[];
  /** Histograms a row adds one key to, or none where the key is null. A histogram may be named twice. */
  readonly histograms: readonly string[];
  /**
   * SELECT of (base_key, day, ...dimensions, ...counts, ...histogram keys) of the facts of the units and days in
   * `touched` (unit_code, day, base_key): a row per fact, or several facts added up. The same placeholders as in
   * `cellsSql` may be used.
   */
  readonly sql: string;
}

/** Values for the placeholders of a family's SQL. */
export interface RollupContext {
  readonly kabupaten: string;
  readonly zone: string;
  /** Edges of the duration buckets, for `width_bucket`. */
  readonly edges: readonly number[];
}

/** Stands for "all" in a dimension; no code can be this (contract's code pattern). */
export const ALL = '*';

/** Own records of a unit that has units below it: kept apart from its subtree. */
export function ownKey(unitCode: string): string {
  return `=${unitCode}`;
}

/** Histogram keys of official durations begin here; citizen durations begin at 0. */
export const OFFICIAL_OFFSET = DURATION_BUCKET_COUNT;

/** Keys of the time on site begin here: the citizen clock of what was done in one visit. */
export const ON_SITE_OFFSET = 2 * DURATION_BUCKET_COUNT;

/** Keys of the histograms `arrival` and `completion`: ISO weekday (1–7) × 24 + hour, local. */
export const HOURS_PER_DAY = 24;
export const SLOT_COUNT = 8 * HOURS_PER_DAY;
