import * as z from 'zod';
import { ADOPTION_ACTIONS, ADOPTION_OUTCOMES, ADOPTION_STATES } from '#domain/innovations/adoption-life';
import { defineRoute } from '../route.ts';
import { entrySourceSchema } from './catalogue.ts';
import { writingEntrySchema } from './writing.ts';

const tag = 'innovations';
const whole = z.number().int();
const day = z.iso.date();
const named = z.object({ code: z.string(), name: z.string() });
const id = z.strictObject({ id: z.uuid() });
const text = (most: number): z.ZodString => z.string().trim().max(most);
const told = text(3_000);

/** The own figure beside the one that the source had when it began: "Sebulu, awal" and "Cikarang Utara". */
export const baselineSchema = z.object({
  measure: z.string(),
  field: z.string(),
  /** In the caller's language. */
  label: z.string(),
  unit: z.string(),
  decimals: whole,
  from: day,
  to: day,
  /** Null: no data, or too few to be told. */
  value: z.number().nullable(),
  n: whole.nullable(),
  /** The source before it began; null where it tells none. */
  source: z.object({ value: z.number().nullable(), n: whole }).nullable(),
});
export type AdoptionBaseline = z.infer<typeof baselineSchema>;

/** Where an innovation comes from, as far as the adopter may know. */
const sourceSchema = z.object({
  id: z.string(),
  /** Null where it is not offered to the reader any more. */
  slug: z.string().nullable(),
  name: z.string(),
  kabupaten: z.string(),
  unit: z.string().nullable(),
  /** Of the own kabupaten. */
  own: z.boolean(),
});

const stepSchema = z.object({
  id: z.string(),
  body: z.string(),
  owner: z.string(),
  dueOn: day.nullable(),
  doneOn: day.nullable(),
  note: z.string(),
});
export type AdoptionStep = z.infer<typeof stepSchema>;

const progressSchema = z.object({ done: whole, total: whole, late: whole });

/** A plan among others. */
export const adoptionLineSchema = z.object({
  id: z.string(),
  source: sourceSchema,
  unit: named,
  state: z.enum(ADOPTION_STATES),
  progress: progressSchema,
  /** The next step that is not done, with its day. */
  next: z.object({ body: z.string(), dueOn: day.nullable() }).nullable(),
  startedOn: day.nullable(),
  endedOn: day.nullable(),
  outcome: z.enum(ADOPTION_OUTCOMES).nullable(),
  told: z.boolean(),
  updatedAt: z.string(),
});
export type AdoptionLine = z.infer<typeof adoptionLineSchema>;

/** A plan, whole. */
export const adoptionSchema = adoptionLineSchema.extend({
  steps: z.array(stepSchema),
  /** Figures of the own unit when the plan was made. */
  baseline: z.array(baselineSchema),
  /** Whom to ask at the source; as the source shared it, or as it was written here. */
  mentor: z.string(),
  adapted: z.string(),
  result: z.string(),
  hardest: z.string(),
  by: z.string(),
  createdAt: z.string(),
  /** The own entry that grew from it. */
  entry: z.object({ id: z.string(), name: z.string() }).nullable(),
  actions: z.array(z.enum(ADOPTION_ACTIONS)),
});
export type Adoption = z.infer<typeof adoptionSchema>;

/** What a plan would begin with. */
export const adoptionOfferSchema = z.object({
  source: sourceSchema.extend({
    publicSource: entrySourceSchema.nullable(),
    stoppedOn: day.nullable(),
  }),
  /** Units that one may plan for; the own one first. */
  units: z.array(named),
  unit: named,
  /** The source's steps as far as they are shared; empty: write your own. */
  steps: z.array(z.object({ body: z.string(), days: whole.nullable() })),
  mentor: z.string(),
  baseline: z.array(baselineSchema),
  /** What was hardest elsewhere, by how many of those who said so. */
  hardest: z.array(z.object({ what: z.string(), count: whole })),
  /** A plan of this unit that is under way already. */
  open: z.string().nullable(),
});
export type AdoptionOffer = z.infer<typeof adoptionOfferSchema>;

export const readAdoptionOffer = defineRoute({
  id: 'readAdoptionOffer',
  method: 'get',
  path: '/innovations/:key/adoption-offer',
  access: 'innovations:adopt',
  tag,
  summary:
    'Apakah jalan di tempat saya? Angka sendiri di samping angka awal sumbernya, dan rencana yang akan disusun',
  params: z.strictObject({ key: z.string().min(1).max(200) }),
  query: z.strictObject({ unit: z.string().max(64).optional() }),
  answer: adoptionOfferSchema,
});

export const listAdoptions = defineRoute({
  id: 'listAdoptions',
  method: 'get',
  path: '/innovation-adoptions',
  access: 'innovations:read',
  tag,
  summary: 'Rencana adopsi unit dalam lingkup sendiri',
  query: z.strictObject({ state: z.enum(ADOPTION_STATES).optional() }),
  answer: z.object({
    items: z.array(adoptionLineSchema),
    byState: z.record(z.enum(ADOPTION_STATES), whole),
  }),
});

export const readAdoption = defineRoute({
  id: 'readAdoption',
  method: 'get',
  path: '/innovation-adoptions/:id',
  access: 'innovations:read',
  tag,
  summary: 'Satu rencana adopsi dengan langkah, angka awal, dan hasilnya',
  params: id,
  answer: adoptionSchema,
});

export const adoptInnovation = defineRoute({
  id: 'adoptInnovation',
  method: 'post',
  path: '/innovation-adoptions',
  access: 'innovations:adopt',
  tag,
  summary: 'Susun rencana adopsi: langkah disalin dari sumbernya; belum ada yang dikirim ke siapa pun',
  body: z.strictObject({
    /** Id or slug of the entry. */
    innovation: z.string().min(1).max(200),
    unit: z.string().max(64),
    /** First day of the plan; the days of the steps follow from it. */
    startsOn: day,
    adapted: told.default(''),
  }),
  answer: adoptionSchema,
  status: 201,
});

/** What was read when the change was begun: somebody else's change since is not overwritten. */
const readAt = z.string().max(40);

export const changeAdoption = defineRoute({
  id: 'changeAdoption',
  method: 'patch',
  path: '/innovation-adoptions/:id',
  access: 'innovations:adopt',
  tag,
  summary: 'Ubah langkah, pendamping, penyesuaian, atau hasil sebuah rencana',
  params: id,
  body: z.strictObject({
    readAt,
    adapted: told.optional(),
    mentor: text(500).optional(),
    outcome: z.enum(ADOPTION_OUTCOMES).optional(),
    result: told.optional(),
    hardest: text(200).optional(),
    /** All steps in their order; one without an id is new, one that is not named goes. */
    steps: z
      .array(
        z.strictObject({
          id: z.uuid().nullable(),
          body: text(500).min(1),
          owner: text(160),
          dueOn: day.nullable(),
          doneOn: day.nullable(),
          note: text(1_000),
        }),
      )
      .max(60)
      .optional(),
  }),
  answer: adoptionSchema,
});

export const startAdoption = defineRoute({
  id: 'startAdoption',
  method: 'post',
  path: '/innovation-adoptions/:id/start',
  access: 'innovations:adopt',
  tag,
  summary: 'Mulai jalankan rencana, atau jalankan kembali yang sudah selesai atau dihentikan',
  params: id,
  body: z.strictObject({ on: day }),
  answer: adoptionSchema,
});

export const endAdoption = defineRoute({
  id: 'endAdoption',
  method: 'post',
  path: '/innovation-adoptions/:id/end',
  access: 'innovations:adopt',
  tag,
  summary: 'Nyatakan selesai atau dihentikan, dengan hasil dan yang paling sulit',
  params: id,
  body: z.strictObject({
    how: z.enum(['done', 'stopped']),
    on: day,
    outcome: z.enum(ADOPTION_OUTCOMES),
    result: told.min(20),
    hardest: text(200).min(3),
  }),
  answer: adoptionSchema,
});

export const tellAdoption = defineRoute({
  id: 'tellAdoption',
  method: 'post',
  path: '/innovation-adoptions/:id/tell',
  access: 'innovations:adopt',
  tag,
  summary: 'Beri tahu sumbernya dan tampil dalam silsilah, atau tarik kembali',
  params: id,
  body: z.strictObject({ told: z.boolean() }),
  answer: adoptionSchema,
});

export const writeAdoptionEntry = defineRoute({
  id: 'writeAdoptionEntry',
  method: 'post',
  path: '/innovation-adoptions/:id/entry',
  access: 'innovations:adopt',
  tag,
  summary: 'Mulai menulis inovasi sendiri yang tumbuh dari rencana ini; silsilahnya ikut tercatat',
  params: id,
  body: z.strictObject({ name: z.string().trim().min(3).max(160), acronym: text(40).default('') }),
  answer: writingEntrySchema,
  status: 201,
});

/** A place in the lineage: the entry itself, or somebody who took it. */
export const lineagePlaceSchema = z.object({
  id: z.string(),
  kind: z.enum(['entry', 'adoption']),
  /** 0: the root. */
  depth: whole,
  kabupaten: z.string(),
  unit: z.string(),
  own: z.boolean(),
  /** Name of the entry; of an adoption the own entry that grew from it, null without one. */
  name: z.string().nullable(),
  slug: z.string().nullable(),
  /** The entry that the lineage was asked for. */
  asked: z.boolean(),
  state: z.enum(ADOPTION_STATES).nullable(),
  outcome: z.enum(ADOPTION_OUTCOMES).nullable(),
  adapted: z.string().nullable(),
  result: z.string().nullable(),
  hardest: z.string().nullable(),
  startedOn: day.nullable(),
  endedOn: day.nullable(),
  /** The plan, where the reader may open it. */
  plan: z.string().nullable(),
});
export type LineagePlace = z.infer<typeof lineagePlaceSchema>;

export const readLineage = defineRoute({
  id: 'readLineage',
  method: 'get',
  path: '/innovations/:key/lineage',
  access: 'innovations:read',
  tag,
  summary:
    'Silsilah: siapa mengambil dari siapa, menyesuaikan apa, dengan hasil apa; yang berhenti pun tercatat',
  params: z.strictObject({ key: z.string().min(1).max(200) }),
  answer: z.object({
    items: z.array(lineagePlaceSchema),
    tally: z.object({ total: whole, better: whole, same: whole, worse: whole, stopped: whole }),
  }),
});
export type Lineage = z.infer<typeof readLineage.answer>;
