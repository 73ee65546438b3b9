import * as z from 'zod';
import { defineRoute } from './route.ts';

const tag = 'evidence';

/** What a file may be evidence of. */
export const EVIDENCE_OF = [
  'milestone',
  'pilot-document',
  'pilot-obstacle',
  'pilot-visit',
  'staff-flag',
  'recommendation',
  'sample',
  'innovation',
] as const;
export type EvidenceOf = (typeof EVIDENCE_OF)[number];

/** Types taken in, told by their content and never by their name. */
export const EVIDENCE_TYPES = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

/** Largest file, in megabytes. */
export const EVIDENCE_MEGABYTES = 10;

const about = { about: z.enum(EVIDENCE_OF), id: z.uuid() };

export const evidenceSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  mediaType: z.enum(EVIDENCE_TYPES),
  bytes: z.number().int(),
  /** SHA-256 of the content, in hexadecimal. */
  hash: z.string(),
  note: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  /** When the picture was taken, as its camera says: local time, without a zone. */
  takenAt: z.string().nullable(),
  locationRemoved: z.boolean(),
  /** The same file stands as evidence elsewhere: where, as far as the person who asks may know. */
  alsoUsed: z.array(z.object({ title: z.string(), at: z.string() })),
  /** Uses elsewhere that the person who asks may not see. */
  alsoUsedHidden: z.number().int(),
  mayRemove: z.boolean(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const listEvidence = defineRoute({
  id: 'listEvidence',
  method: 'get',
  path: '/evidence',
  access: 'evidence:read',
  tag,
  summary: 'Berkas bukti dari satu hal: tonggak, rekomendasi, dokumen, bahan klarifikasi …',
  query: z.strictObject(about),
  answer: z.object({ items: z.array(evidenceSchema), mayAdd: z.boolean() }),
});

export const addEvidence = defineRoute({
  id: 'addEvidence',
  method: 'post',
  path: '/evidence',
  access: 'evidence:write',
  tag,
  summary: 'Menambah berkas bukti (isian `file`, boleh dengan `note`)',
  query: z.strictObject(about),
  body: z.unknown(),
  consumes: 'multipart/form-data',
  answer: evidenceSchema,
  status: 201,
});

export const readEvidenceFile = defineRoute({
  id: 'readEvidenceFile',
  method: 'get',
  path: '/evidence/:id/file',
  access: 'evidence:read',
  tag,
  summary: 'Isi berkas bukti',
  params: z.strictObject({ id: z.uuid() }),
  answer: z.unknown(),
  produces: 'application/octet-stream',
});

export const removeEvidence = defineRoute({
  id: 'removeEvidence',
  method: 'post',
  path: '/evidence/:id/remove',
  access: 'evidence:write',
  tag,
  summary: 'Mencabut berkas bukti dengan alasan; pencabutannya tetap tercatat',
  params: z.strictObject({ id: z.uuid() }),
  body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
  answer: z.object({ removed: z.literal(true) }),
});
