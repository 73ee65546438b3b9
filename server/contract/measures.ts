import * as z from 'zod';
import { MEASURE_IDS } from '#domain/measures';
import { PEER_REASONS } from '#domain/peers/peer-comparison';
import { askedDay } from './days.ts';
import {
  complaintsBlock,
  ikmBlock,
  pilotsBlock,
  suppression,
  turnaroundBlock,
  unsurBlock,
  volumeBlock,
} from './measure-blocks.ts';
import { defineRoute } from './route.ts';
import { asTable } from './table-format.ts';
import {
  annotationSchema,
  ASSURANCES,
  baselineSchema,
  limitsSchema,
  SIGNAL_RULES,
  VARIATIONS,
  verdictSchema,
} from './signals.ts';

const code = z.string().min(1).max(64);
const whole = z.number().int();
const share = z.number().min(0).max(1).nullable();

/** One selection: unit with its subtree, service, channel, and the days from … to, both included. */
export const selectionQuery = z.strictObject({
  unit: code.optional(),
  service: code.optional(),
  channel: code.optional(),
  /** Default: the first day of the current month in the kabupaten's zone. */
  from: askedDay.optional(),
  /** Default: today in the kabupaten's zone. */
  to: askedDay.optional(),
});

export const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export const BREAKDOWNS = ['unit', 'service', 'channel', 'class', 'weekday-hour', 'unsur'] as const;

const selectionShape = {
  unit: z.string(),
  unitName: z.string(),
  service: z.string().nullable(),
  channel: z.string().nullable(),
  from: z.iso.date(),
  to: z.iso.date(),
};
const freshness = {
  dataVersion: whole,
  /** Commit time of that data version; null before the first data. */
  asOf: z.iso.datetime({ offset: true }).nullable(),
  definitionsVersion: z.string(),
  /** Trial period (masa uji): leadership sees figures up to this day, units see theirs up to today. */
  shownUntil: z.iso.date().optional(),
};

export const summarySchema = z.object({
  ...selectionShape,
  ...freshness,
  previousPeriod: z.object({ from: z.iso.date(), to: z.iso.date() }),
  /** Filters of the selection that a measure does not know, e.g. { ikm: ['channel'] }: "tidak berlaku di sini". */
  ignoredFilters: z.partialRecord(z.enum(MEASURE_IDS), z.array(z.string())),
  volume: volumeBlock.extend({ previous: volumeBlock }),
  turnaround: turnaroundBlock.extend({ previous: turnaroundBlock }),
  complaints: complaintsBlock.extend({ previous: complaintsBlock }),
  ikm: ikmBlock.extend({ previous: ikmBlock }),
  /** Progress of pilot SKPD; null where no programme runs: it does not apply, which is neither "no data" nor zero. */
  pilots: pilotsBlock.extend({ previous: pilotsBlock.nullable() }).nullable(),
});
export type Summary = z.infer<typeof summarySchema>;

export const seriesPoint = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  /** null exactly when `state` is missing. */
  value: z.number().nullable(),
  /** Number of records behind the value. */
  n: whole,
  state: z.enum(['defined', 'missing', 'partial']),
  /** The signal this point completes. */
  signal: z.enum(SIGNAL_RULES).nullable(),
  /** The value is withheld: `state` is missing and `n` 0, but it is not "no data". */
  ...suppression,
  /** IKM only: the instrument of this point; a change of instrument is a break in the line. */
  instrument: z.string().nullable().optional(),
});
export type SeriesPoint = z.infer<typeof seriesPoint>;

export const seriesSchema = z.object({
  measure: z.enum(MEASURE_IDS),
  field: z.string(),
  grain: z.enum(GRAINS),
  ...selectionShape,
  ...freshness,
  ignoredFilters: z.array(z.string()),
  points: z.array(seriesPoint),
  /** Limits of the buckets shown, one entry a baseline; empty where none can be made (other grains, too few points). */
  limits: z.array(limitsSchema),
  variation: z.enum(VARIATIONS),
  assurance: z.enum(ASSURANCES),
  sentence: z.string(),
  verdict: verdictSchema,
  baselines: z.array(baselineSchema),
  annotations: z.array(annotationSchema),
});
export type Series = z.infer<typeof seriesSchema>;

export const trendsSchema = z.object({ items: z.array(seriesSchema) });
export type Trends = z.infer<typeof trendsSchema>;

const keyed = { key: z.string(), label: z.string() };
/** Items of a breakdown: the measure's block of the summary, beside a key and a label. */
export const breakdownSchema = z.object({
  measure: z.enum(MEASURE_IDS),
  by: z.enum(BREAKDOWNS),
  ...selectionShape,
  ...freshness,
  ignoredFilters: z.array(z.string()),
  items: z.array(
    z.union([
      turnaroundBlock.extend(keyed),
      complaintsBlock.extend(keyed),
      ikmBlock.extend(keyed),
      volumeBlock.extend(keyed),
      pilotsBlock.extend(keyed),
      unsurBlock.extend(keyed),
    ]),
  ),
  total: z.union([turnaroundBlock, complaintsBlock, ikmBlock, volumeBlock, pilotsBlock]),
  /**
   * By field of shares, then by key of the item: where it stands against the whole by a funnel of 99.8 % (Wilson), which
   * allows for how many records it has. Only of items that are parts of the whole: units, services, channels, classes.
   */
  funnel: z
    .record(z.string(), z.record(z.string(), z.enum(['below', 'within', 'above', 'too-few'])))
    .optional(),
  /** Items are left out, because not even which there are may be told. */
  ...suppression,
});
export type Breakdown = z.infer<typeof breakdownSchema>;

export const matrixSchema = z.object({
  ...selectionShape,
  ...freshness,
  items: z.array(
    z.object({
      ...keyed,
      kind: z.string(),
      volume: volumeBlock,
      turnaround: turnaroundBlock,
      complaints: complaintsBlock,
      ikm: ikmBlock,
      /** null: no programme runs here. */
      pilots: pilotsBlock.nullable(),
      /** By `measure.field`; the fields the signal engine watches. */
      signals: z.record(z.string(), verdictSchema),
      /** Last day of the past year on which a record was received; null when there is none. */
      lastReportedOn: z.iso.date().nullable(),
      /** Nothing received for so many working days that it is an exception. */
      silent: z.boolean(),
    }),
  ),
});
export type Matrix = z.infer<typeof matrixSchema>;

/** One field of a measure for every unit directly below, on one axis. */
export const multiplesSchema = z.object({
  measure: z.enum(MEASURE_IDS),
  field: z.string(),
  grain: z.enum(GRAINS),
  ...selectionShape,
  ...freshness,
  ignoredFilters: z.array(z.string()),
  /** Ordered by assurance, then by the distance to the target. */
  items: z.array(
    z.object({
      ...keyed,
      kind: z.string(),
      points: z.array(seriesPoint),
      limits: z.array(limitsSchema),
      verdict: verdictSchema,
    }),
  ),
  /** Median of the units per bucket; null where fewer than five have a value. */
  median: z.array(z.number().nullable()),
});
export type Multiples = z.infer<typeof multiplesSchema>;

/** How long completed cases took: shares of them, not a mean. */
export const distributionSchema = z.object({
  clock: z.enum(['citizen', 'official']),
  ...selectionShape,
  ...freshness,
  completed: whole.nullable(),
  approximate: z.boolean(),
  items: z.array(
    z.object({
      /** Upper edge of the class in minutes, included; null = longer than all others. */
      upToMinutes: z.number().nullable(),
      count: whole,
      share,
      cumulativeShare: share,
    }),
  ),
  ...suppression,
});
export type Distribution = z.infer<typeof distributionSchema>;

/** How a unit stands among its peers: nothing of a single other unit, and nobody's name. */
export const peersSchema = z.object({
  unit: z.string(),
  unitName: z.string(),
  measure: z.enum(MEASURE_IDS),
  field: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  ...freshness,
  /** Kind of the units compared: kecamatan, skpd … */
  group: z.string(),
  /** Others that count: of the same kind, outside the own scope, with enough records. */
  others: whole,
  /** Two significant digits; null with a reason. */
  quartiles: z.object({ q1: z.number(), median: z.number(), q3: z.number() }).nullable(),
  /** The own unit's value, whole; null when it has none. */
  own: z.number().nullable(),
  reason: z.enum(PEER_REASONS).nullable(),
});
export type Peers = z.infer<typeof peersSchema>;

const tag = 'measures';
const measureParams = z.strictObject({ measure: z.string() });

export const readSummary = defineRoute({
  id: 'readSummary',
  method: 'get',
  path: '/measures/summary',
  access: 'measures:read',
  tag,
  summary: 'Semua ukuran dari satu pilihan, dengan periode sebelumnya',
  query: selectionQuery,
  answer: summarySchema,
});
export const readMatrix = defineRoute({
  id: 'readMatrix',
  method: 'get',
  path: '/measures/matrix',
  access: 'measures:read',
  tag,
  summary: 'Unit × ukuran',
  query: selectionQuery.pick({ unit: true, from: true, to: true }).extend(asTable),
  answer: matrixSchema,
});
export const readTrends = defineRoute({
  id: 'readTrends',
  method: 'get',
  path: '/measures/trends',
  access: 'measures:read',
  tag,
  summary: 'Deret waktu angka utama setiap ukuran, dalam satu jawaban',
  query: selectionQuery.extend({ grain: z.enum(GRAINS).default('month') }),
  answer: trendsSchema,
});
export const readSeries = defineRoute({
  id: 'readSeries',
  method: 'get',
  path: '/measures/:measure/series',
  access: 'measures:read',
  tag,
  summary: 'Deret waktu satu angka',
  params: measureParams,
  query: selectionQuery.extend({
    grain: z.enum(GRAINS).default('month'),
    field: z.string().min(1).max(64).optional(),
    ...asTable,
  }),
  answer: seriesSchema,
});
export const readMultiples = defineRoute({
  id: 'readMultiples',
  method: 'get',
  path: '/measures/:measure/multiples',
  access: 'measures:read',
  tag,
  summary: 'Deret waktu satu angka untuk setiap unit di bawahnya, pada sumbu yang sama',
  params: measureParams,
  query: selectionQuery.extend({
    grain: z.enum(GRAINS).default('month'),
    field: z.string().min(1).max(64).optional(),
    ...asTable,
  }),
  answer: multiplesSchema,
});
export const readDistribution = defineRoute({
  id: 'readDistribution',
  method: 'get',
  path: '/measures/turnaround/distribution',
  access: 'measures:read',
  tag,
  summary: 'Sebaran lama penyelesaian permohonan yang selesai dalam periode',
  query: selectionQuery.extend({ clock: z.enum(['citizen', 'official']).default('official'), ...asTable }),
  answer: distributionSchema,
});
export const readPeers = defineRoute({
  id: 'readPeers',
  method: 'get',
  path: '/measures/:measure/peers',
  access: 'peers:read',
  tag,
  summary: 'Kedudukan unit sendiri di antara unit sejenis, tanpa angka unit lain',
  params: measureParams,
  /** One whole calendar month, quarter or year; no service and no channel. */
  query: z.strictObject({
    unit: code.optional(),
    from: askedDay,
    to: askedDay,
    field: z.string().min(1).max(64).optional(),
  }),
  answer: peersSchema,
});
export const readBreakdown = defineRoute({
  id: 'readBreakdown',
  method: 'get',
  path: '/measures/:measure/breakdown',
  access: 'measures:read',
  tag,
  summary: 'Rincian satu ukuran menurut unit, layanan, kanal, kelas, hari dan jam, atau unsur',
  params: measureParams,
  query: selectionQuery.extend({ by: z.enum(BREAKDOWNS), ...asTable }),
  answer: breakdownSchema,
});
