import * as z from 'zod';
import { CODE_PATTERN } from '#domain/scope';
import { askedDay } from '../days.ts';
import { defineRoute } from '../route.ts';

const tag = 'staff-flags';
const whole = z.number().int();
const day = z.iso.date();
const code = z.string().regex(CODE_PATTERN);
const text = (most: number): z.ZodString => z.string().trim().min(3).max(most);
const named = z.object({ code: z.string(), name: z.string() });
const id = z.strictObject({ id: z.uuid() });

/** reward is *apresiasi* on screen, sanction is *bahan klarifikasi*. */
export const FLAG_KINDS = ['reward', 'sanction'] as const;
/** diusulkan → penjelasan pegawai → ditelaah → diputuskan (confirmed, dismissed) → kedaluwarsa; ditarik at any time. */
export const FLAG_STATES = [
  'proposed',
  'explained',
  'reviewed',
  'confirmed',
  'dismissed',
  'expired',
  'withdrawn',
] as const;

/** One observation a rule rests on, held against its threshold. */
export const flagEvidenceSchema = z.object({
  measure: z.string(),
  /** Name of what was observed, in the caller's language: "Tepat waktu, Juli–September 2026". */
  label: z.string(),
  observed: z.number().nullable(),
  threshold: z.number(),
  unit: z.enum(['share', 'count', 'minutes', 'rupiah']),
  n: whole,
  minimumN: whole,
  from: day,
  to: day,
  /** Records behind it, as far as the person who asks may open them. */
  records: z.array(
    z.object({
      dataset: z.enum(['service-cases', 'complaints', 'survey-responses']),
      id: z.string(),
      number: z.string(),
    }),
  ),
});

export const staffFlagLineSchema = z.object({
  id: z.string(),
  kind: z.enum(FLAG_KINDS),
  state: z.enum(FLAG_STATES),
  rule: z.object({ id: z.string(), name: z.string() }),
  /** The caller's language; never a disciplinary level, never the word for an offence. */
  sentence: z.string(),
  staff: z.object({
    id: z.string(),
    name: z.string(),
    /** Only the last four digits. */
    nip: z.string().nullable(),
    employment: z.enum(['pns', 'pppk', 'non-asn']),
  }),
  unit: named,
  period: z.object({ from: day, to: day }),
  raisedAt: z.string(),
  explainUntil: day,
  /** Whose turn it is now, as a title or "pegawai"; null when nothing is left to do. */
  waitsFor: z.string().nullable(),
  /** The person who asks is the one it is about. */
  own: z.boolean(),
  actions: z.array(z.enum(['explain', 'review', 'decide'])),
});
export type StaffFlagLine = z.infer<typeof staffFlagLineSchema>;

export const staffFlagSchema = staffFlagLineSchema.extend({
  rule: z.object({
    id: z.string(),
    name: z.string(),
    /** What it looks at and when it proposes, with the thresholds frozen with this proposal. */
    description: z.string(),
    legalBasis: z.string(),
  }),
  evidence: z.array(flagEvidenceSchema),
  /** What was taken into account in favour: cases left out for an outage, a remote post, workload. */
  fairness: z.array(z.string()),
  /** For a remote post: what is proposed (TPP tempat bertugas). */
  proposes: z.string().nullable(),
  explanation: z.object({ text: z.string(), at: z.string() }).nullable(),
  review: z.object({ text: z.string(), by: z.string(), at: z.string() }).nullable(),
  decision: z
    .object({
      verdict: z.enum(['confirmed', 'dismissed']),
      reason: z.string(),
      by: z.string(),
      at: z.string(),
      number: z.string().nullable(),
      on: day.nullable(),
    })
    .nullable(),
  expiresOn: day.nullable(),
  withdrawn: z.object({ reason: z.string(), at: z.string() }).nullable(),
  /** Held against the records of today, the rule would say this; differs when facts were corrected. */
  today: z.enum(['raised', 'clear', 'insufficient-data']),
});
export type StaffFlag = z.infer<typeof staffFlagSchema>;

export const listStaffFlags = defineRoute({
  id: 'listStaffFlags',
  method: 'get',
  path: '/staff-flags',
  access: 'staff-flags:read',
  tag,
  summary: 'Apresiasi dan bahan klarifikasi yang boleh dilihat orang yang bertanya',
  query: z.strictObject({
    kind: z.enum(FLAG_KINDS).optional(),
    state: z.enum(FLAG_STATES).optional(),
    /** mine: about me; waiting: my turn. */
    box: z.enum(['mine', 'waiting', 'all']).optional(),
    unit: code.optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
    cursor: z.string().max(200).optional(),
  }),
  answer: z.object({
    items: z.array(staffFlagLineSchema),
    nextCursor: z.string().nullable(),
    total: whole,
    /** Until this day (exclusive) the kabupaten is in its trial period and nothing is proposed. */
    trialUntil: day.nullable(),
  }),
});
export const readStaffFlag = defineRoute({
  id: 'readStaffFlag',
  method: 'get',
  path: '/staff-flags/:id',
  access: 'staff-flags:read',
  tag,
  summary: 'Satu usulan dengan buktinya dan perjalanannya',
  params: id,
  answer: staffFlagSchema,
});
export const explainStaffFlag = defineRoute({
  id: 'explainStaffFlag',
  method: 'post',
  path: '/staff-flags/:id/explanation',
  access: 'staff-flags:explain',
  tag,
  summary: 'Penjelasan pegawai atas usulan tentang dirinya',
  params: id,
  body: z.strictObject({ text: text(4000) }),
  answer: staffFlagSchema,
});
export const reviewStaffFlag = defineRoute({
  id: 'reviewStaffFlag',
  method: 'post',
  path: '/staff-flags/:id/review',
  access: 'staff-flags:review',
  tag,
  summary: 'Telaah atasan langsung',
  params: id,
  body: z.strictObject({ text: text(4000) }),
  answer: staffFlagSchema,
});
export const decideStaffFlag = defineRoute({
  id: 'decideStaffFlag',
  method: 'post',
  path: '/staff-flags/:id/decision',
  access: 'staff-flags:decide',
  tag,
  summary: 'Keputusan pejabat yang berwenang, dengan alasan; nomor dan tanggal keputusannya dicatat',
  params: id,
  body: z.strictObject({
    verdict: z.enum(['confirmed', 'dismissed']),
    reason: text(2000),
    number: z.string().trim().min(3).max(100).nullable(),
    on: askedDay.nullable(),
  }),
  answer: staffFlagSchema,
});
