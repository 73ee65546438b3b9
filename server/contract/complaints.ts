import * as z from 'zod';
import { CODE_PATTERN } from '#domain/scope';
import { askedDay } from './days.ts';
import { defineRoute } from './route.ts';

const tag = 'complaints';

/** Who reported. Masked unless a reveal of the person who asks is open; null where nothing is recorded. */
export const reporterSchema = z.object({
  name: z.string().nullable(),
  contact: z.string().nullable(),
  nik: z.string().nullable(),
  confidential: z.boolean(),
  /** True when the values are whole. */
  revealed: z.boolean(),
  /** Until when they stay whole for the person who asks. */
  revealedUntil: z.string().nullable(),
});

export const complaintLineSchema = z.object({
  id: z.string(),
  number: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }),
  area: z.string().nullable(),
  service: z.string(),
  channel: z.string(),
  class: z.string(),
  category: z.string().nullable(),
  /** Telephone numbers, e-mail addresses and identity numbers in the text are masked. */
  text: z.string().nullable(),
  receivedAt: z.string(),
  firstResponseAt: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  status: z.string(),
});

export const complaintSchema = complaintLineSchema.extend({ reporter: reporterSchema.nullable() });
export type ComplaintLine = z.infer<typeof complaintLineSchema>;
export type Complaint = z.infer<typeof complaintSchema>;

const code = z.string().regex(CODE_PATTERN);

export const listComplaints = defineRoute({
  id: 'listComplaints',
  method: 'get',
  path: '/complaints',
  access: 'complaints:read',
  tag,
  summary: 'Register aduan, pelapor disamarkan',
  query: z.strictObject({
    unit: code.optional(),
    service: code.optional(),
    channel: code.optional(),
    from: askedDay.optional(),
    to: askedDay.optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor: z.string().max(500).optional(),
  }),
  answer: z.object({
    items: z.array(complaintLineSchema),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
  }),
});

const id = z.strictObject({ id: z.uuid() });

export const readComplaint = defineRoute({
  id: 'readComplaint',
  method: 'get',
  path: '/complaints/:id',
  access: 'complaints:read',
  tag,
  summary: 'Satu aduan, pelapor disamarkan',
  params: id,
  answer: complaintSchema,
});

export const revealReporter = defineRoute({
  id: 'revealReporter',
  method: 'post',
  path: '/complaints/:id/reveal',
  access: 'complaints:reveal',
  tag,
  summary: 'Membuka identitas pelapor untuk sementara, dengan alasan yang dicatat',
  params: id,
  body: z.strictObject({ reason: z.string().trim().min(10).max(500) }),
  answer: complaintSchema,
});

export const listReveals = defineRoute({
  id: 'listReveals',
  method: 'get',
  path: '/reveals',
  access: 'reveals:read',
  tag,
  summary: 'Pembukaan identitas pelapor: oleh siapa, mengapa, sampai kapan',
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor: z.string().max(500).optional(),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        complaint: z.object({ id: z.string(), number: z.string() }),
        post: z.string(),
        name: z.string().nullable(),
        reason: z.string(),
        at: z.string(),
        expiresAt: z.string(),
      }),
    ),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
  }),
});
