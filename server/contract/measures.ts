import * as z from 'zod';
import { MEASURE_IDS } from '#domain/measures';
import { PEER_REASONS } from '#domain/peers/peer-comparison';
import { askedDay } from './days.ts';
import { defineRoute } from './route.ts';
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

/**
 * Present where figures are withheld (null, lists empty) because few people stand behind them and the person who asks
 * has no right to details: *disamarkan*, which is neither "no data" nor zero.
 */
const suppression = { suppressed: z.literal(true).optional() };

/** `null` in a count means "not told along this dimension" or, with `suppressed`, withheld; never zero. */
export const volumeBlock = z.object({
  received: whole.nullable(),
  completed: whole.nullable(),
  rejected: whole.nullable(),
  cancelled: whole.nullable(),
  open: whole.nullable(),
  /** Received in the period and recorded more than a working day later, or together with completion (entri susulan). */
  lateEntries: whole.nullable(),
  ...suppression,
});

export const turnaroundBlock = z.object({
  due: whole.nullable(),
  dueMet: whole.nullable(),
  dueMetShare: share,
  completed: whole.nullable(),
  medianMinutes: z.number().nullable(),
  p90Minutes: z.number().nullable(),
  medianWorkingMinutes: z.number().nullable(),
  p90WorkingMinutes: z.number().nullable(),
  promised: whole.nullable(),
  withinStandard: whole.nullable(),
  withinStandardShare: share,
  visitsKnown: whole.nullable(),
  /** Done in one visit, of those whose visits are known. */
  singleVisit: whole.nullable(),
  sameVisitShare: share,
  /** Citizen clock of completed cases done in one visit: *tunggu di tempat*. */
  medianOnSiteMinutes: z.number().nullable(),
  preparedKnown: whole.nullable(),
  /** Prepared online or at the desa, of the completed cases that tell. */
  preparedShare: share,
  /** Past their deadline and not completed, rejected or cancelled at the end of `to`, or now. */
  overdue: whole.nullable(),
  /** True when a median or p90 may differ by up to 1 % from the exact value. */
  approximate: z.boolean(),
  ...suppression,
});

export const complaintsBlock = z.object({
  received: whole.nullable(),
  valid: whole.nullable(),
  followedUp: whole.nullable(),
  followedUpShare: share,
  resolved: whole.nullable(),
  resolvedShare: share,
  /** Valid, with a deadline, and resolved or overdue: what `withinDeadlineShare` is a share of. */
  judged: whole.nullable(),
  withinDeadlineShare: share,
  /** First substantive answer given; a disposition inside the house is none. */
  responded: whole.nullable(),
  respondedShare: share,
  medianResolutionMinutes: z.number().nullable(),
  p90ResolutionMinutes: z.number().nullable(),
  /** Official clock, receipt to resolution and to first response; a working day of the default calendar has 480. */
  medianResolutionWorkingMinutes: z.number().nullable(),
  p90ResolutionWorkingMinutes: z.number().nullable(),
  medianResponseWorkingMinutes: z.number().nullable(),
  p90ResponseWorkingMinutes: z.number().nullable(),
  /** Passed on by the ladder because the unit did not answer in time. */
  escalated: whole.nullable(),
  /** Tidak valid or bukan kewenangan, of all received. */
  invalidShare: share,
  approximate: z.boolean(),
  open: whole.nullable(),
  overdue: whole.nullable(),
  reopened: whole.nullable(),
  ...suppression,
});

export const ikmOther = z.object({
  instrument: z.string(),
  score: z.number().nullable(),
  grade: z.string().nullable(),
  respondents: whole,
});
export const ikmBlock = z.object({
  score: z.number().nullable(),
  grade: z.string().nullable(),
  gradeLabel: z.string().nullable(),
  respondents: whole.nullable(),
  requiredRespondents: whole.nullable(),
  sufficient: z.boolean().nullable(),
  participationShare: z.number().min(0).nullable(),
  instrument: z.string().nullable(),
  /** The score without U4 (cost), which free services nearly always answer with 4; null for other instruments. */
  scoreWithoutCost: z.number().nullable(),
  unsur: z.array(z.object({ code: z.string(), name: z.string(), mean: z.number() })),
  others: z.array(ikmOther),
  ...suppression,
});

export type VolumeBlock = z.infer<typeof volumeBlock>;
export type TurnaroundBlock = z.infer<typeof turnaroundBlock>;
export type ComplaintsBlock = z.infer<typeof complaintsBlock>;
export type IkmBlock = z.infer<typeof ikmBlock>;

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
  /** Progress of pilot SKPD; null while a kabupaten keeps none. */
  pilots: z.null(),
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
export const unsurBlock = z.object({
  mean: z.number().nullable(),
  respondents: whole.nullable(),
  instrument: z.string().nullable(),
  ...suppression,
});

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
      unsurBlock.extend(keyed),
    ]),
  ),
  total: z.union([turnaroundBlock, complaintsBlock, ikmBlock, volumeBlock]),
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
  query: selectionQuery.pick({ unit: true, from: true, to: true }),
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
  query: selectionQuery.extend({ clock: z.enum(['citizen', 'official']).default('official') }),
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
  query: selectionQuery.extend({ by: z.enum(BREAKDOWNS) }),
  answer: breakdownSchema,
});
