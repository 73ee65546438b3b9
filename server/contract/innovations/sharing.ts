import * as z from 'zod';
import { TICKABLE_FIELDS } from '#domain/innovations/entry-fields';
import { defineRoute } from '../route.ts';
import { AUDIENCES, entryFigureSchema } from './catalogue.ts';
import { sharedContentSchema } from './entry-content.ts';
import { writingEntrySchema } from './writing.ts';

const tag = 'innovations';
const day = z.iso.date();
const id = z.strictObject({ id: z.uuid() });
const tickable = z.enum(TICKABLE_FIELDS);

/** Everything that others get of an entry, and nothing besides: the copy as it stands or would stand. */
export const sharedCopySchema = z.object({
  audience: z.enum(['forcasi', 'public']),
  kabupaten: z.string(),
  unit: z.string(),
  content: sharedContentSchema,
  /** Figures of the proof; null where they are not ticked or there are none. */
  figures: z.array(entryFigureSchema).nullable(),
  proof: z.string(),
  confirmedOn: day.nullable(),
  stoppedOn: day.nullable(),
  /** Goes with the section of lessons. */
  stoppedLesson: z.string().nullable(),
  publishedAt: z.string(),
});
export type SharedCopy = z.infer<typeof sharedCopySchema>;

const sharingSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  /** False before the first publication: only what is published can leave. */
  published: z.boolean(),
  audience: z.enum(AUDIENCES),
  fields: z.array(tickable),
  figures: z.boolean(),
  /** Figures of a locked proof are there to be shared. */
  hasFigures: z.boolean(),
  /** Fields that tell something; the others are empty and would bring nothing. */
  told: z.array(tickable),
  /** What others get now; null while nothing is shared. */
  copy: sharedCopySchema.nullable(),
  /** What others left at it. With the copy the forum closes to others, but is kept; adoptions told of go with it. */
  left: z.object({
    posts: z.number().int(),
    endorsements: z.number().int(),
    adoptions: z.number().int(),
  }),
});
export type Sharing = z.infer<typeof sharingSchema>;

export const readInnovationSharing = defineRoute({
  id: 'readInnovationSharing',
  method: 'get',
  path: '/innovation-entries/:id/sharing',
  access: 'innovations:share',
  tag,
  summary: 'Siapa yang dapat membaca inovasi ini, dan bagian mana yang keluar dari kabupaten',
  /** Its id, or its slug. */
  params: z.strictObject({ id: z.string().min(1).max(200) }),
  answer: sharingSchema,
});

export const previewInnovationSharing = defineRoute({
  id: 'previewInnovationSharing',
  method: 'get',
  path: '/innovation-entries/:id/sharing/preview',
  access: 'innovations:share',
  tag,
  summary: 'Persis apa yang akan keluar dengan pilihan ini',
  params: id,
  query: z.strictObject({
    audience: z.enum(['forcasi', 'public']),
    /** Ticked fields, separated by commas. */
    fields: z.string().max(1_000).default(''),
    figures: z.enum(['ya', 'tidak']).default('tidak'),
  }),
  answer: sharedCopySchema,
});

export const shareInnovation = defineRoute({
  id: 'shareInnovation',
  method: 'put',
  path: '/innovation-entries/:id/sharing',
  access: 'innovations:share',
  tag,
  summary: 'Bagikan bagian yang dicentang, ubah pilihannya, atau tarik kembali',
  params: id,
  body: z.strictObject({
    audience: z.enum(AUDIENCES),
    fields: z.array(tickable).max(TICKABLE_FIELDS.length),
    figures: z.boolean(),
  }),
  answer: sharingSchema,
});

export const claimInnovation = defineRoute({
  id: 'claimInnovation',
  method: 'post',
  path: '/innovation-entries/:id/claim',
  access: 'innovations:share',
  tag,
  summary: 'Akui inovasi dari sumber publik sebagai milik kabupaten sendiri',
  params: id,
  body: z.strictObject({
    /** The unit that answers for it. */
    unit: z.string().max(64),
    /** It is still running. */
    running: z.boolean(),
  }),
  answer: writingEntrySchema,
});

export const confirmInnovation = defineRoute({
  id: 'confirmInnovation',
  method: 'post',
  path: '/innovation-entries/:id/confirm',
  access: 'innovations:share',
  tag,
  summary: 'Nyatakan bahwa inovasi masih (atau kembali) berjalan',
  params: id,
  answer: writingEntrySchema,
});

export const stopInnovation = defineRoute({
  id: 'stopInnovation',
  method: 'post',
  path: '/innovation-entries/:id/stop',
  access: 'innovations:share',
  tag,
  summary: 'Nyatakan bahwa inovasi berhenti, dengan pelajarannya',
  params: id,
  body: z.strictObject({ on: day, lesson: z.string().trim().min(20).max(3_000) }),
  answer: writingEntrySchema,
});
