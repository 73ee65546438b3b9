import * as z from 'zod';
import { CODE_PATTERN } from '#domain/scope';
import { askedDay } from '../days.ts';
import { defineRoute } from '../route.ts';

const tag = 'oversight';
const whole = z.number().int();
const day = z.iso.date();
const code = z.string().regex(CODE_PATTERN);
const text = (most: number): z.ZodString => z.string().trim().min(3).max(most);
const named = z.object({ code: z.string(), name: z.string() });
const id = z.strictObject({ id: z.uuid() });

export const FINDING_SOURCES = ['bpk', 'apip', 'ombudsman'] as const;
/** SS sesuai, BS belum sesuai, BT belum ditindaklanjuti, TD tidak dapat ditindaklanjuti. */
export const RECOMMENDATION_STATUSES = ['SS', 'BS', 'BT', 'TD'] as const;
export const STEP_KINDS = ['action', 'verification', 'proposal', 'decision', 'blocked', 'unblocked'] as const;

export const recommendationStepSchema = z.object({
  id: z.string(),
  kind: z.enum(STEP_KINDS),
  body: z.string().nullable(),
  status: z.enum(RECOMMENDATION_STATUSES).nullable(),
  letter: z.object({ number: z.string(), on: day }).nullable(),
  newDueOn: day.nullable(),
  otherUnit: named.nullable(),
  by: z.string(),
  at: z.string(),
});

export const recommendationSchema = z.object({
  id: z.string(),
  number: z.string(),
  body: z.string(),
  unit: named,
  dueOn: day,
  /** Calendar days until `dueOn`, negative when past; null once decided SS or TD. */
  daysLeft: whole.nullable(),
  /** Past its date while the entity is to act; what was answered waits for others, and is not late. */
  late: z.boolean(),
  /** What the entity says; null before it said anything. */
  proposed: z.enum(RECOMMENDATION_STATUSES).nullable(),
  /** What was decided: by BPK for its findings, by the APIP or the Ombudsman for theirs. */
  decided: z.enum(RECOMMENDATION_STATUSES),
  blockedBy: z.object({ unit: named, reason: z.string(), since: day, days: whole }).nullable(),
  steps: z.array(recommendationStepSchema),
  evidenceCount: whole,
  /** Whose turn: the entity, the Inspektorat to verify, the source to decide; null when decided. */
  turn: z.enum(['entity', 'inspectorate', 'source']).nullable(),
  actions: z.array(z.enum(['act', 'propose', 'verify', 'decide', 'block', 'unblock'])),
  /** The statuses that can be given as it stands now, by what gives them. */
  possible: z.object({
    propose: z.array(z.enum(RECOMMENDATION_STATUSES)),
    verify: z.array(z.enum(RECOMMENDATION_STATUSES)),
    decide: z.array(z.enum(RECOMMENDATION_STATUSES)),
  }),
});
export type Recommendation = z.infer<typeof recommendationSchema>;

export const findingLineSchema = z.object({
  id: z.string(),
  number: z.string(),
  source: z.enum(FINDING_SOURCES),
  title: z.string(),
  unit: named,
  reportNumber: z.string(),
  reportOn: day,
  receivedOn: day,
  amount: z.number().nullable(),
  recommendations: whole,
  byStatus: z.record(z.enum(RECOMMENDATION_STATUSES), whole),
  /** Recommendations past their date on which the entity is to act. */
  late: whole,
  /** The next date on which the entity is to act; null where nothing waits for it. */
  nextDueOn: day.nullable(),
});
export const findingSchema = findingLineSchema.extend({
  body: z.string(),
  by: z.string(),
  /** Who decides on the status: named beside every decided status. */
  decider: z.string(),
  items: z.array(recommendationSchema),
  /** The units that a recommendation can wait for, by name; none for who may not say that it waits. */
  blocking: z.array(named),
});
export type Finding = z.infer<typeof findingSchema>;
export type FindingLine = z.infer<typeof findingLineSchema>;

export const listFindings = defineRoute({
  id: 'listFindings',
  method: 'get',
  path: '/findings',
  access: 'findings:read',
  tag,
  summary: 'Temuan dan rekomendasi (TLHP) dalam cakupan jabatan',
  query: z.strictObject({
    unit: code.optional(),
    source: z.enum(FINDING_SOURCES).optional(),
    status: z.enum(RECOMMENDATION_STATUSES).optional(),
    late: z.enum(['true', 'false']).optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor: z.string().max(200).optional(),
  }),
  answer: z.object({
    items: z.array(findingLineSchema),
    nextCursor: z.string().nullable(),
    total: whole,
    /** Over everything selected: recommendations by decided status, and late ones. */
    recommendations: z.record(z.enum(RECOMMENDATION_STATUSES), whole),
    late: whole,
    mayManage: z.boolean(),
  }),
});
export const readFinding = defineRoute({
  id: 'readFinding',
  method: 'get',
  path: '/findings/:id',
  access: 'findings:read',
  tag,
  summary: 'Satu temuan: rekomendasi, tindak lanjut, verifikasi, status usulan dan status yang diputuskan',
  params: id,
  answer: findingSchema,
});
export const addFinding = defineRoute({
  id: 'addFinding',
  method: 'post',
  path: '/findings',
  access: 'findings:manage',
  tag,
  summary: 'Membuka berkas temuan dengan rekomendasinya',
  body: z.strictObject({
    number: z.string().trim().min(1).max(60),
    source: z.enum(FINDING_SOURCES),
    title: text(200),
    body: text(5000),
    unit: code,
    reportNumber: text(100),
    reportOn: askedDay,
    receivedOn: askedDay,
    amount: z.number().min(0).max(1e15).nullable(),
    recommendations: z
      .array(
        z.strictObject({
          number: z.string().trim().min(1).max(20),
          body: text(3000),
          unit: code,
          /** Left out: 60 calendar days after the report was received (`DAYS_TO_ANSWER`). */
          dueOn: askedDay.optional(),
        }),
      )
      .min(1)
      .max(50),
  }),
  answer: findingSchema,
  status: 201,
});
const step = { params: id, answer: findingSchema, tag, status: 201 } as const;
const letter = { letterNumber: text(100), letterOn: askedDay };
export const actOnRecommendation = defineRoute({
  ...step,
  id: 'actOnRecommendation',
  method: 'post',
  path: '/recommendations/:id/actions',
  access: 'findings:respond',
  summary: 'Melaporkan tindak lanjut atas rekomendasi',
  body: z.strictObject({ body: text(3000) }),
});
export const proposeStatus = defineRoute({
  ...step,
  id: 'proposeStatus',
  method: 'post',
  path: '/recommendations/:id/proposal',
  access: 'findings:respond',
  summary: 'Mengusulkan status; TD perlu alasan yang sah',
  body: z.strictObject({
    status: z.enum(RECOMMENDATION_STATUSES),
    reason: z.string().trim().max(2000).nullable(),
    ...letter,
  }),
});
export const verifyRecommendation = defineRoute({
  ...step,
  id: 'verifyRecommendation',
  method: 'post',
  path: '/recommendations/:id/verification',
  access: 'findings:manage',
  summary: 'Mencatat hasil verifikasi Inspektorat atas tindak lanjut',
  body: z.strictObject({ status: z.enum(RECOMMENDATION_STATUSES), body: text(3000) }),
});
export const decideStatus = defineRoute({
  ...step,
  id: 'decideStatus',
  method: 'post',
  path: '/recommendations/:id/decision',
  access: 'findings:manage',
  summary: 'Mencatat status yang diputuskan, dengan surat bernomor; BS perlu tenggat baru, TD perlu alasan',
  body: z.strictObject({
    status: z.enum(RECOMMENDATION_STATUSES),
    reason: z.string().trim().max(2000).nullable(),
    ...letter,
    newDueOn: askedDay.nullable(),
  }),
});
export const blockRecommendation = defineRoute({
  ...step,
  id: 'blockRecommendation',
  method: 'post',
  path: '/recommendations/:id/block',
  access: 'findings:respond',
  summary: 'Menyatakan tindak lanjut tertahan di unit lain, atau tidak lagi (`unit` null)',
  body: z.strictObject({ unit: code.nullable(), reason: text(1000) }),
});
