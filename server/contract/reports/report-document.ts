import * as z from 'zod';
import { VARIATIONS } from '../signals.ts';
import { FIGURE_STATES } from './snapshot-content.ts';

/**
 * A report that is ready to be shown: what stands in it, in which order, in the words of its language. The screen, the
 * PDF, the workbook and the brief are drawn from this one description, so that none of them formats a number again.
 */

/**
 * One number of a report. `id` is its address in the figures it was taken from, e.g.
 * `matrix.64.02.05.turnaround.dueMetShare`; it is unique in them and the same in every format.
 */
export const figureSchema = z.object({
  id: z.string(),
  /** null: no data, not enough, withheld, or does not apply; `text` says which. */
  value: z.number().nullable(),
  unit: z.enum(['count', 'share', 'minutes', 'score', 'days']),
  decimals: z.number().int().min(0).max(3),
  /** As people read it: `74,3 %`, `1.208`, `2,5 hari kerja`, `tidak ada data`. */
  text: z.string(),
  /** The judgement of the signal engine, told by shape and word; left out where nothing judged it. */
  variation: z.enum(VARIATIONS).optional(),
});
export type Figure = z.infer<typeof figureSchema>;

/** A piece of a sentence: words, or a number among them. A number is tried first: read as words it would lose its value. */
export const spanSchema = z.union([
  figureSchema,
  z.object({ text: z.string(), strong: z.boolean().optional() }),
]);
export type Span = z.infer<typeof spanSchema>;

export const COLUMN_KINDS = ['text', 'code', 'figure', 'date'] as const;

/** A cell: words, a code that stays text, an ISO day, a number, or empty. */
const cellSchema = z.union([z.string(), figureSchema, z.null()]);
export type ReportCell = z.infer<typeof cellSchema>;

const tableSchema = z.object({
  kind: z.literal('table'),
  id: z.string(),
  /** What the table tells, above it. */
  caption: z.string(),
  columns: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      kind: z.enum(COLUMN_KINDS),
      /** Share of the width; columns without one take what they need. */
      width: z.number().positive().optional(),
    }),
  ),
  rows: z.array(
    z.object({
      cells: z.array(cellSchema),
      /** `total`: the sum or the whole of the rows above; a workbook checks it by a formula where it is a sum. */
      kind: z.enum(['row', 'total']).optional(),
    }),
  ),
  /** Columns whose total row is the sum of the rows above. */
  summed: z.array(z.string()).optional(),
  /** Columns of shares whose total row is the mean of the rows above, weighted by another column. */
  weighted: z.array(z.object({ column: z.string(), by: z.string() })).optional(),
  note: z.string().optional(),
});
export type ReportTable = z.infer<typeof tableSchema>;

const chartPoint = z.object({
  /** Label of the bucket: `Nov 2026`. */
  label: z.string(),
  figure: figureSchema.nullable(),
  /** The month is not over, or the point completes a signal. */
  partial: z.boolean().optional(),
  signal: z.boolean().optional(),
});

const chartSchema = z.object({
  kind: z.literal('chart'),
  id: z.string(),
  /** The finding: what the picture tells, as a sentence. */
  title: z.string(),
  /** What its axis counts, e.g. `Tepat waktu (%)`. */
  axis: z.string(),
  shape: z.enum(['line', 'bars']),
  points: z.array(chartPoint),
  /** Limits of what is usual, over a run of points (indices, both included), in the unit of the figures. */
  limits: z.array(
    z.object({
      from: z.number().int(),
      to: z.number().int(),
      lower: z.number().nullable(),
      centre: z.number(),
      upper: z.number().nullable(),
    }),
  ),
  target: figureSchema.nullable(),
  notes: z.array(z.object({ at: z.number().int(), text: z.string() })),
});
export type ReportChart = z.infer<typeof chartSchema>;

const blockSchema = z.union([
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), spans: z.array(spanSchema), small: z.boolean().optional() }),
  z.object({
    kind: z.literal('list'),
    numbered: z.boolean().optional(),
    items: z.array(z.array(spanSchema)),
  }),
  /** One number that stands alone, with what it is below it. */
  z.object({ kind: z.literal('number'), figure: figureSchema, label: z.string(), note: z.string() }),
  /** Pairs of a word and what is true of it. */
  z.object({
    kind: z.literal('facts'),
    items: z.array(z.object({ label: z.string(), spans: z.array(spanSchema) })),
  }),
  tableSchema,
  chartSchema,
  /** Empty lines to be written on by hand, with what belongs there. */
  z.object({ kind: z.literal('lines'), label: z.string(), count: z.number().int().min(1).max(30) }),
  /** Who signs: place and day stand above, name and NIP are written by hand. */
  z.object({ kind: z.literal('signatures'), titles: z.array(z.string()).min(1).max(3) }),
]);
export type ReportBlock = z.infer<typeof blockSchema>;

const sectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  orientation: z.enum(['portrait', 'landscape']),
  /** Begins on a new page. */
  newPage: z.boolean(),
  blocks: z.array(blockSchema),
});
export type ReportSection = z.infer<typeof sectionSchema>;

export const letterheadSchema = z.object({
  /** `PEMERINTAH KABUPATEN …`, then the office, from the top down. */
  lines: z.array(z.string()).max(4),
  address: z.string(),
  /** The crest as a data address (PNG, JPEG or SVG without scripts); null while none was set. */
  crest: z.string().nullable(),
});
export type Letterhead = z.infer<typeof letterheadSchema>;

export const reportDocumentSchema = z.object({
  /** Which report it is; a folder of `reports/definitions`. */
  report: z.string(),
  language: z.enum(['id', 'en']),
  title: z.string(),
  unit: z.string(),
  unitName: z.string(),
  period: z.object({ from: z.iso.date(), to: z.iso.date(), name: z.string() }),
  letterhead: letterheadSchema,
  /** Report with a cover of its own, or letterhead and text on one sheet. */
  cover: z.boolean(),
  figures: z.object({
    state: z.enum(FIGURE_STATES),
    /** `angka tetap`, with who froze it and when: a sentence for the foot of every page. */
    sentence: z.string(),
    dataVersion: z.number().int(),
    definitionsVersion: z.string(),
    /** Code of the snapshot, as it stands on paper; null for figures that were not frozen. */
    code: z.string().nullable(),
    /** Address of the live page, for the QR code; null where PANDU does not know its own address. */
    link: z.string().nullable(),
  }),
  /** Invented figures: every page says so. */
  demo: z.boolean(),
  madeAt: z.iso.datetime({ offset: true }),
  /** The same in words, in the zone of the kabupaten. */
  madeAtText: z.string(),
  sections: z.array(sectionSchema),
});
export type ReportDocument = z.infer<typeof reportDocumentSchema>;
