import * as z from 'zod';
import {
  CONNECTIVITY,
  COST_BANDS,
  FORMS,
  PEOPLE_BANDS,
  PROOFS,
  REGION_TYPES,
  STAGES,
  TOPICS,
} from '#domain/innovations/entry-facets';
import { ALIVE } from '#domain/innovations/heartbeat';
import { TICKABLE_FIELDS } from '#domain/innovations/entry-fields';
import { defineRoute } from '../route.ts';
import { TABLE_FORMATS } from '../table-format.ts';
import { sharedContentSchema } from './entry-content.ts';

const tag = 'innovations';
const whole = z.number().int();
const day = z.iso.date();

export const AUDIENCES = ['own', 'forcasi', 'public'] as const;
export const ENTRY_STATES = ['draft', 'submitted', 'published', 'archived'] as const;

/** Where an entry comes from that no owner wrote: named wherever it shows. A source without a date says so. */
export const entrySourceSchema = z.object({
  name: z.string(),
  url: z.string().nullable(),
  on: day.nullable(),
});

/** Where it is at home. */
export const entryHomeSchema = z.object({
  kabupaten: z.object({ code: z.string(), name: z.string() }),
  /** The name alone where the unit is another kabupaten's. */
  unit: z.object({ code: z.string().nullable(), name: z.string() }),
  /** The kabupaten of the person who asks. */
  own: z.boolean(),
});

/** The strongest figure that proves an entry: before and after the start, by a measure of the product. */
export const entryFigureSchema = z.object({
  measure: z.string(),
  field: z.string(),
  /** In the caller's language: "Selesai sekali datang". */
  label: z.string(),
  unit: z.string(),
  decimals: whole,
  startedOn: day,
  before: z.object({ from: day, to: day, value: z.number().nullable(), n: whole }),
  after: z.object({ from: day, to: day, value: z.number().nullable(), n: whole }),
  /** "membaik", "memburuk", "stabil": of the change since the start, by the rules of signals; null: not enough data. */
  verdict: z.enum(['membaik', 'memburuk', 'stabil']).nullable(),
  /** First month of the lasting change, where there is one. */
  changedSince: day.nullable(),
  /** The months that the line is drawn through. */
  points: z.array(z.object({ from: day, value: z.number().nullable(), n: whole })),
  /** The day on which start and comparison were written down, before the result was seen. */
  lockedOn: day.optional(),
  /** Between which values the months before lay by themselves, by the rules of signals; null: too few months to tell. */
  band: z.object({ lower: z.number(), centre: z.number(), upper: z.number() }).nullable().optional(),
  /** Median of other units of its kind in the same months; null where fewer than five of them can be counted. */
  others: z
    .object({ units: whole, before: z.number().nullable(), after: z.number().nullable() })
    .nullable()
    .optional(),
});
export type EntryFigure = z.infer<typeof entryFigureSchema>;

/** What the list tells of an entry: enough to answer "apakah jalan di tempat saya?". */
export const entryCardSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  acronym: z.string(),
  summary: z.string(),
  home: entryHomeSchema,
  audience: z.enum(AUDIENCES),
  form: z.enum(FORMS).nullable(),
  digital: z.boolean().nullable(),
  stage: z.enum(STAGES).nullable(),
  topics: z.array(z.enum(TOPICS)),
  services: z.array(z.string()),
  regionTypes: z.array(z.enum(REGION_TYPES)),
  costBand: z.enum(COST_BANDS).nullable(),
  people: whole.nullable(),
  connectivity: z.enum(CONNECTIVITY).nullable(),
  weeksToStart: whole.nullable(),
  proof: z.enum(PROOFS),
  figure: entryFigureSchema.nullable(),
  alive: z.enum(ALIVE),
  confirmedOn: day.nullable(),
  stoppedOn: day.nullable(),
  /** Adoptions known of, and how they went. */
  adoptions: z.object({ total: whole, better: whole, stopped: whole, hardest: z.string().nullable() }),
  endorsements: whole,
  source: entrySourceSchema.nullable(),
  ownerConfirmed: z.boolean(),
  publishedOn: day,
  archived: z.boolean(),
  /** Invented: data of the demo, or made to try the search with. */
  invented: z.boolean(),
});
export type EntryCard = z.infer<typeof entryCardSchema>;

/** The facets of a search, by the name of its parameter. */
export const FACETS = [
  'topic',
  'service',
  'form',
  'digital',
  'stage',
  'cost',
  'people',
  'connectivity',
  'region',
  'proof',
  'alive',
] as const;
export type Facet = (typeof FACETS)[number];

export const catalogueQuery = z.strictObject({
  q: z.string().trim().max(200).optional(),
  topic: z.enum(TOPICS).optional(),
  service: z.string().trim().max(120).optional(),
  form: z.enum(FORMS).optional(),
  digital: z.enum(['ya', 'tidak']).optional(),
  stage: z.enum(STAGES).optional(),
  cost: z.enum(COST_BANDS).optional(),
  people: z.enum(PEOPLE_BANDS).optional(),
  connectivity: z.enum(CONNECTIVITY).optional(),
  region: z.enum(REGION_TYPES).optional(),
  proof: z.enum(PROOFS).optional(),
  alive: z.enum(ALIVE).optional(),
  /** own: of the own kabupaten; followed: entries and topics one follows; archived: what is no longer offered. */
  show: z.enum(['all', 'own', 'followed', 'archived']).optional(),
  sort: z.enum(['relevance', 'proof', 'replications', 'newest']).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
  cursor: z.string().max(200).optional(),
});

export const listInnovations = defineRoute({
  id: 'listInnovations',
  method: 'get',
  path: '/innovations',
  access: 'innovations:read',
  tag,
  summary: 'Katalog inovasi: milik kabupaten sendiri dan yang dibagikan lewat FORCASI',
  query: catalogueQuery,
  answer: z.object({
    items: z.array(entryCardSchema),
    nextCursor: z.string().nullable(),
    total: whole,
    /** Entries that the person who asks can see at all. */
    known: whole,
    /** How many of the found have each value; for the facet itself as if nothing were chosen in it. */
    facets: z.record(z.enum(FACETS), z.array(z.object({ key: z.string(), count: whole }))),
    /** What was searched for instead, where a word was not known: "antrian panjang" for "antrain panjang". */
    corrected: z.string().nullable(),
  }),
});

export const exportInnovations = defineRoute({
  id: 'exportInnovations',
  method: 'get',
  path: '/innovations/export',
  access: 'innovations:read',
  tag,
  summary: 'Inovasi yang sama sebagai berkas CSV atau XLSX; tercatat dalam riwayat',
  query: catalogueQuery.omit({ limit: true, cursor: true }).extend({ format: z.enum(TABLE_FORMATS) }),
  answer: z.undefined(),
  produces: 'application/octet-stream',
});

/** An entry as the person who asks may read it: whole at home, the ticked fields elsewhere. */
export const entrySchema = entryCardSchema.extend({
  content: sharedContentSchema,
  /** Fields that the owner keeps at home; empty for the own kabupaten. */
  withheld: z.array(z.enum(TICKABLE_FIELDS)),
  version: whole,
  figures: z.array(entryFigureSchema),
  stoppedLesson: z.string().nullable(),
  /** The entry it was adopted from. */
  parent: z.object({ id: z.string(), slug: z.string(), name: z.string(), home: z.string() }).nullable(),
  followed: z.boolean(),
  /** What the person who asks may do with it now. */
  actions: z.array(
    z.enum([
      'edit',
      'share',
      'confirm',
      'stop',
      'archive',
      'prove',
      'claim',
      'adopt',
      'discuss',
      'follow',
      'endorse',
    ]),
  ),
});
export type Entry = z.infer<typeof entrySchema>;

const byKey = z.strictObject({
  /** The entry's id or its slug. */
  key: z.string().min(1).max(200),
});

export const readInnovation = defineRoute({
  id: 'readInnovation',
  method: 'get',
  path: '/innovations/:key',
  access: 'innovations:read',
  tag,
  summary: 'Satu inovasi, selengkap yang boleh dibaca',
  params: byKey,
  answer: entrySchema,
});

export const listRelatedInnovations = defineRoute({
  id: 'listRelatedInnovations',
  method: 'get',
  path: '/innovations/:key/related',
  access: 'innovations:read',
  tag,
  summary: 'Inovasi lain untuk masalah dan layanan yang serupa',
  params: byKey,
  answer: z.object({ items: z.array(entryCardSchema).max(5) }),
});
