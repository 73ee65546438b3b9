import * as z from 'zod';
import { MEASURE_IDS } from '#domain/measures';
import { CODE_PATTERN } from '#domain/scope';
import { FIGURE_PARTS } from '#domain/snapshots/snapshot-figures';
import { askedDay } from '../days.ts';
import { defineRoute } from '../route.ts';
import { FIGURE_STATES, SNAPSHOT_GRAINS, snapshotContentSchema } from './snapshot-content.ts';

const tag = 'snapshots';
const unitCode = z.string().regex(CODE_PATTERN);
const whole = z.number().int();
const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const grain = z.enum(SNAPSHOT_GRAINS);
const byCode = z.strictObject({ code: z.string().min(1).max(64) });

/** A month or quarter of a unit as far as its figures have come. */
const periodShape = { grain, from: day, to: day, periodName: z.string() };

export const snapshotLineSchema = z.object({
  code: z.string(),
  unit: z.string(),
  /** As the unit was called when the figures were frozen. */
  unitName: z.string(),
  ...periodShape,
  state: z.enum(FIGURE_STATES).exclude(['sementara']),
  /** 0 for the first, 1 and more for corrections. */
  number: whole,
  /** Code of the snapshot that this one corrects, and why. */
  corrects: z.string().nullable(),
  reason: z.string().nullable(),
  frozenAt: instant,
  /** Title of the post. */
  frozenBy: z.string(),
  dataVersion: whole,
  definitionsVersion: z.string(),
});
export type SnapshotLine = z.infer<typeof snapshotLineSchema>;

export const freezeRunSchema = z.object({
  id: z.string(),
  ...periodShape,
  state: z.enum(['running', 'done', 'failed']),
  /** Units that are done, of so many. */
  done: whole,
  total: whole,
  by: z.string(),
  /** Why it failed, as a sentence. */
  problem: z.string().nullable(),
  /** Units whose figures were frozen. */
  frozen: whole.nullable(),
});
export type FreezeRun = z.infer<typeof freezeRunSchema>;

export const snapshotListSchema = z.object({
  unit: z.string(),
  unitName: z.string(),
  /** The running month and quarter and those before it, the newest first, each with its newest snapshot. */
  periods: z.array(
    z.object({
      ...periodShape,
      /** Over, and open to leadership: its figures can be frozen. */
      over: z.boolean(),
      /** null while the figures are *angka sementara*. */
      snapshot: snapshotLineSchema.nullable(),
    }),
  ),
  /** All that was frozen of the unit, the newest period first, corrections before what they correct. */
  items: z.array(snapshotLineSchema),
  mayFreeze: z.boolean(),
  /** Figures are being frozen right now; null for all who may not. */
  running: freezeRunSchema.nullable(),
});
export type SnapshotList = z.infer<typeof snapshotListSchema>;

const DATASETS = ['service-cases', 'complaints', 'survey-responses'] as const;

export const snapshotSchema = snapshotLineSchema.extend({
  /** The state in words: for the foot of every page. */
  sentence: z.string(),
  /** Snapshots of the same unit and period, the first one first. */
  history: z.array(snapshotLineSchema),
  /** What was selected besides unit and period: nothing, `{}`. */
  filters: z.record(z.string(), z.string()),
  /** Records behind the figures; null where the reader has no right to details of the kind. */
  records: z.array(z.object({ dataset: z.enum(DATASETS), count: whole.nullable() })),
  content: snapshotContentSchema,
  mayFreeze: z.boolean(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

export const figureDifferenceSchema = z.object({
  /** Where the figure stands in the content: `matrix.64.02.05.turnaround.dueMetShare`. */
  address: z.string(),
  part: z.enum(FIGURE_PARTS),
  measure: z.enum(MEASURE_IDS),
  field: z.string(),
  by: z.string().nullable(),
  label: z.string().nullable(),
  month: day.nullable(),
  /** null: none on that side. */
  before: z.number().nullable(),
  after: z.number().nullable(),
  difference: z.number().nullable(),
});

const recordChanges = z.object({
  dataset: z.enum(DATASETS),
  /** null where the reader has no right to details of the kind. */
  behind: whole.nullable(),
  added: whole.nullable(),
  removed: whole.nullable(),
  changed: whole.nullable(),
  /** At most 50 of them, for who may open single records. */
  examples: z.array(
    z.object({
      id: z.string(),
      /** null once the record is gone. */
      number: z.string().nullable(),
      how: z.enum(['added', 'removed', 'changed']),
    }),
  ),
});

export const snapshotComparisonSchema = z.object({
  code: z.string(),
  ...periodShape,
  unit: z.string(),
  unitName: z.string(),
  state: z.enum(FIGURE_STATES).exclude(['sementara']),
  frozenAt: instant,
  frozenBy: z.string(),
  /** Figures that were compared. */
  compared: whole,
  differences: z.array(figureDifferenceSchema),
  /** What these figures changed of those that they correct; null where they are the first. */
  correction: z
    .object({ code: z.string(), compared: whole, differences: z.array(figureDifferenceSchema) })
    .nullable(),
  records: z.array(recordChanges),
  dataVersion: z.object({ then: whole, now: whole }),
  definitionsVersion: z.object({ then: z.string(), now: z.string() }),
});
export type SnapshotComparison = z.infer<typeof snapshotComparisonSchema>;

export const snapshotReproductionSchema = z.object({
  code: z.string(),
  /** SHA-256 of what was stored, in hexadecimal, and whether the stored text still has it. */
  hash: z.string(),
  intact: z.boolean(),
  /** True when the same figures come out of today's records; null where the stored text is not intact. */
  same: z.boolean().nullable(),
  compared: whole,
  differing: whole,
  /** The first change of a record behind the figures after they were frozen; null when there is none, or it is not told. */
  differsSince: z.object({ at: instant, dataset: z.enum(DATASETS) }).nullable(),
  dataVersion: z.object({ then: whole, now: whole }),
  definitionsVersion: z.object({ then: z.string(), now: z.string() }),
});
export type SnapshotReproduction = z.infer<typeof snapshotReproductionSchema>;

export const listSnapshots = defineRoute({
  id: 'listSnapshots',
  method: 'get',
  path: '/snapshots',
  access: 'reports:read',
  tag,
  summary: 'Angka tetap dan angka perbaikan satu unit, dan periode yang angkanya masih sementara',
  query: z.strictObject({ unit: unitCode.optional() }),
  answer: snapshotListSchema,
});
export const freezeFigures = defineRoute({
  id: 'freezeFigures',
  method: 'post',
  path: '/snapshots',
  access: 'reports:freeze',
  tag,
  summary: 'Menetapkan angka satu bulan atau triwulan, untuk kabupaten dan semua unit di bawahnya sekaligus',
  body: z.strictObject({
    grain,
    from: askedDay,
    /** Freezes figures again that were frozen before, because records were corrected. */
    reason: z.string().trim().min(10).max(500).optional(),
  }),
  answer: freezeRunSchema,
  status: 202,
});
export const readFreezeRun = defineRoute({
  id: 'readFreezeRun',
  method: 'get',
  path: '/snapshots/runs/:id',
  access: 'reports:freeze',
  tag,
  summary: 'Sampai di mana penetapan angka, dan bagaimana berakhirnya',
  params: z.strictObject({ id: z.uuid() }),
  answer: freezeRunSchema,
});
export const readSnapshot = defineRoute({
  id: 'readSnapshot',
  method: 'get',
  path: '/snapshots/:code',
  access: 'reports:read',
  tag,
  summary: 'Angka yang ditetapkan, sebagaimana boleh dibaca pemanggil',
  params: byCode,
  answer: snapshotSchema,
});
export const readSnapshotComparison = defineRoute({
  id: 'readSnapshotComparison',
  method: 'get',
  path: '/snapshots/:code/comparison',
  access: 'reports:read',
  tag,
  summary: 'Selisih angka yang ditetapkan dengan angka dari data sekarang, dan catatan yang berubah',
  params: byCode,
  answer: snapshotComparisonSchema,
});
export const readSnapshotReproduction = defineRoute({
  id: 'readSnapshotReproduction',
  method: 'get',
  path: '/snapshots/:code/reproduction',
  access: 'reports:read',
  tag,
  summary: 'Apakah angka yang disimpan masih utuh, dan apakah dapat dihitung ulang dengan hasil yang sama',
  params: byCode,
  answer: snapshotReproductionSchema,
});
