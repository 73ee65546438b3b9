import * as z from 'zod';
import { ENTRY_FIELDS, type EntryFieldId } from '#domain/innovations/entry-fields';
import { ALIVE } from '#domain/innovations/heartbeat';
import { defineRoute } from '../route.ts';
import { AUDIENCES, ENTRY_STATES, entrySourceSchema } from './catalogue.ts';
import { entryContentSchema } from './entry-content.ts';

const tag = 'innovations';
const whole = z.number().int();
const day = z.iso.date();
const field = z.enum(ENTRY_FIELDS.map(({ id }) => id) as [EntryFieldId, ...EntryFieldId[]]);
const id = z.strictObject({ id: z.uuid() });
const reason = z.string().trim().min(5).max(1_000);

/** What the person who asks may do with an entry of the own kabupaten as it stands. */
export const WRITING_ACTIONS = [
  'write',
  'submit',
  'recall',
  'publish',
  'return',
  'archive',
  'restore',
  'share',
  'confirm',
  'stop',
] as const;
export type WritingAction = (typeof WRITING_ACTIONS)[number];

/** An entry among others. */
export const writingLineSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  acronym: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }),
  state: z.enum(ENTRY_STATES),
  /** 0: never published. */
  version: whole,
  /** What is written differs from what was published. */
  ahead: z.boolean(),
  audience: z.enum(AUDIENCES),
  alive: z.enum(ALIVE).nullable(),
  submitted: z.object({ by: z.string(), at: z.string() }).nullable(),
  returnedReason: z.string().nullable(),
  updatedAt: z.string(),
});
export type WritingLine = z.infer<typeof writingLineSchema>;

/** An entry as those see it who write it and who review it. */
export const writingEntrySchema = writingLineSchema.extend({
  /** Raised with every saved change. */
  revision: whole,
  content: entryContentSchema,
  /** Who changed which field last, and with which revision; a field that was never changed is absent. */
  fields: z.partialRecord(field, z.object({ revision: whole, by: z.string(), at: z.string() })),
  /** Fields that differ from what was published last; all that are told where nothing was. */
  changed: z.array(field),
  /** What was published last; null before that. */
  published: entryContentSchema.nullable(),
  /** Fields that have to be told before it can be submitted. */
  missing: z.array(field),
  publishedAt: z.string().nullable(),
  confirmedOn: day.nullable(),
  stoppedOn: day.nullable(),
  stoppedLesson: z.string().nullable(),
  source: entrySourceSchema.nullable(),
  actions: z.array(z.enum(WRITING_ACTIONS)),
});
export type WritingEntry = z.infer<typeof writingEntrySchema>;

export const listInnovationEntries = defineRoute({
  id: 'listInnovationEntries',
  method: 'get',
  path: '/innovation-entries',
  access: 'innovations:read',
  tag,
  summary: 'Inovasi yang ditulis unit sendiri, atau yang menunggu telaah',
  query: z.strictObject({
    /** own: of the units one writes for; review: submitted, for those who review. */
    show: z.enum(['own', 'review']).optional(),
  }),
  answer: z.object({
    items: z.array(writingLineSchema),
    /** Units that one may write for, with the one proposed first; empty for who only reads. */
    units: z.array(z.object({ code: z.string(), name: z.string() })),
    mayReview: z.boolean(),
  }),
});

export const createInnovation = defineRoute({
  id: 'createInnovation',
  method: 'post',
  path: '/innovation-entries',
  access: 'innovations:write',
  tag,
  summary: 'Mulai menulis inovasi: nama dan unitnya; selebihnya disimpan sambil ditulis',
  body: z.strictObject({
    name: z.string().trim().min(3).max(160),
    acronym: z.string().trim().max(40).default(''),
    unit: z.string().max(64),
  }),
  answer: writingEntrySchema,
  status: 201,
});

export const readInnovationEntry = defineRoute({
  id: 'readInnovationEntry',
  method: 'get',
  path: '/innovation-entries/:id',
  access: 'innovations:read',
  tag,
  summary: 'Naskah inovasi, untuk penulis dan penelaahnya',
  /** Its id, or its slug. */
  params: z.strictObject({ id: z.string().min(1).max(200) }),
  answer: writingEntrySchema,
});

/** A change that was not made, because somebody else changed the field meanwhile: both texts, to choose from. */
export const draftConflictSchema = z.object({
  field,
  mine: z.unknown(),
  theirs: z.unknown(),
  by: z.string(),
  at: z.string(),
});
export type SavedConflict = z.infer<typeof draftConflictSchema>;

export const saveInnovation = defineRoute({
  id: 'saveInnovation',
  method: 'patch',
  path: '/innovation-entries/:id',
  access: 'innovations:write',
  tag,
  summary: 'Simpan isian yang berubah; isian yang sudah diubah orang lain tidak ditimpa',
  params: id,
  body: z.strictObject({
    values: entryContentSchema.partial(),
    /** The revision of the draft at which each of the fields was read. */
    readAt: z.partialRecord(field, whole.min(0)),
  }),
  answer: z.object({
    entry: writingEntrySchema,
    saved: z.array(field),
    conflicts: z.array(draftConflictSchema),
  }),
});

export const submitInnovation = defineRoute({
  id: 'submitInnovation',
  method: 'post',
  path: '/innovation-entries/:id/submit',
  access: 'innovations:write',
  tag,
  summary: 'Ajukan untuk ditelaah orang kedua',
  params: id,
  body: z.strictObject({
    /** The revision that is meant: what somebody changed since is not submitted unseen. */
    revision: whole,
  }),
  answer: writingEntrySchema,
});

export const recallInnovation = defineRoute({
  id: 'recallInnovation',
  method: 'post',
  path: '/innovation-entries/:id/recall',
  access: 'innovations:write',
  tag,
  summary: 'Tarik kembali dari telaah untuk ditulis lagi',
  params: id,
  answer: writingEntrySchema,
});

export const publishInnovation = defineRoute({
  id: 'publishInnovation',
  method: 'post',
  path: '/innovation-entries/:id/publish',
  access: 'innovations:review',
  tag,
  summary: 'Terbitkan yang diajukan orang lain',
  params: id,
  body: z.strictObject({
    revision: whole,
    /** What this version brings. */
    note: z.string().trim().max(500).default(''),
  }),
  answer: writingEntrySchema,
});

export const returnInnovation = defineRoute({
  id: 'returnInnovation',
  method: 'post',
  path: '/innovation-entries/:id/return',
  access: 'innovations:review',
  tag,
  summary: 'Kembalikan kepada penulisnya, dengan alasan',
  params: id,
  body: z.strictObject({ reason }),
  answer: writingEntrySchema,
});

export const archiveInnovation = defineRoute({
  id: 'archiveInnovation',
  method: 'post',
  path: '/innovation-entries/:id/archive',
  access: 'innovations:share',
  tag,
  summary: 'Arsipkan, atau keluarkan dari arsip; yang diarsipkan tetap dapat dibaca',
  params: id,
  body: z.strictObject({ archived: z.boolean(), reason }),
  answer: writingEntrySchema,
});

const versionSchema = z.object({
  version: whole,
  publishedAt: z.string(),
  changed: z.array(field),
  note: z.string().nullable(),
  author: z.string(),
  reviewer: z.string(),
});
export type EntryVersion = z.infer<typeof versionSchema>;

export const listInnovationVersions = defineRoute({
  id: 'listInnovationVersions',
  method: 'get',
  path: '/innovation-entries/:id/versions',
  access: 'innovations:read',
  tag,
  summary: 'Versi yang pernah terbit, dengan bagian yang berubah',
  /** Its id, or its slug. */
  params: z.strictObject({ id: z.string().min(1).max(200) }),
  answer: z.object({ name: z.string(), items: z.array(versionSchema) }),
});

export const readInnovationVersion = defineRoute({
  id: 'readInnovationVersion',
  method: 'get',
  path: '/innovation-entries/:id/versions/:version',
  access: 'innovations:read',
  tag,
  summary: 'Isi satu versi, di samping versi sebelumnya',
  params: z.strictObject({
    id: z.string().min(1).max(200),
    version: z.coerce.number().int().min(1).max(100_000),
  }),
  answer: versionSchema.extend({
    content: entryContentSchema,
    /** The version before it; null for the first. */
    before: entryContentSchema.nullable(),
  }),
});
