import * as z from 'zod';
import { IDEA_STAGES } from '#domain/innovations/idea-road';
import { CODE_PATTERN } from '#domain/scope';
import { defineRoute } from '../route.ts';

const tag = 'innovations';
const whole = z.number().int();
const day = z.iso.date();
const id = z.strictObject({ id: z.uuid() });
const words = (most: number): z.ZodString => z.string().trim().min(10).max(most);
const reason = z.string().trim().min(5).max(1_000);

/** An idea among others. */
export const ideaLineSchema = z.object({
  id: z.string(),
  title: z.string(),
  stage: z.enum(IDEA_STAGES),
  unit: z.object({ code: z.string(), name: z.string() }),
  /** Post that had it. */
  by: z.string(),
  /** Had by the person who asks. */
  own: z.boolean(),
  at: z.string(),
  /** Last day of its trial. */
  trialUntil: day.nullable(),
  /** That day is over, and nobody has decided yet. */
  trialOver: z.boolean(),
});
export type IdeaLine = z.infer<typeof ideaLineSchema>;

export const ideaSchema = ideaLineSchema.extend({
  problem: z.string(),
  proposal: z.string(),
  /** What the trial is to show, written down before it began. */
  trialQuestion: z.string().nullable(),
  /** What the trial showed, or what was learnt when it ended. */
  outcome: z.string().nullable(),
  /** The entry that it became. */
  innovationId: z.string().nullable(),
  /** The decisions so far, the oldest first. */
  steps: z.array(
    z.object({
      from: z.enum(IDEA_STAGES).nullable(),
      to: z.enum(IDEA_STAGES),
      reason: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  /** Stages that the person who asks may bring it to now. */
  mayBringTo: z.array(z.enum(IDEA_STAGES)),
});
export type Idea = z.infer<typeof ideaSchema>;

export const listIdeas = defineRoute({
  id: 'listIdeas',
  method: 'get',
  path: '/ideas',
  access: 'ideas:read',
  tag,
  summary: 'Gagasan inovasi di kabupaten sendiri, menurut tahapnya',
  query: z.strictObject({
    stage: z.enum(IDEA_STAGES).optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor: z.string().max(100).optional(),
  }),
  answer: z.object({
    items: z.array(ideaLineSchema),
    nextCursor: z.string().nullable(),
    total: whole,
    /** Of all stages, whichever was asked for. */
    byStage: z.record(z.enum(IDEA_STAGES), whole),
    /** Trials that are over and wait for a decision. */
    trialsOver: whole,
    /** Units that the person may have an idea for; empty: may not. */
    units: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
});

export const readIdea = defineRoute({
  id: 'readIdea',
  method: 'get',
  path: '/ideas/:id',
  access: 'ideas:read',
  tag,
  summary: 'Satu gagasan dengan keputusan sepanjang jalannya',
  params: id,
  answer: ideaSchema,
});

export const suggestIdea = defineRoute({
  id: 'suggestIdea',
  method: 'post',
  path: '/ideas',
  access: 'ideas:write',
  tag,
  summary: 'Mengajukan gagasan',
  body: z.strictObject({
    unit: z.string().regex(CODE_PATTERN),
    title: words(160),
    problem: words(2_000),
    proposal: words(2_000),
  }),
  answer: ideaSchema,
  status: 201,
});

export const tryIdea = defineRoute({
  id: 'tryIdea',
  method: 'post',
  path: '/ideas/:id/trial',
  access: 'ideas:decide',
  tag,
  summary: 'Memulai uji coba gagasan, dengan apa yang hendak dibuktikan dan sampai kapan',
  params: id,
  body: z.strictObject({ question: words(1_000), until: day, reason }),
  answer: ideaSchema,
});

export const applyIdea = defineRoute({
  id: 'applyIdea',
  method: 'post',
  path: '/ideas/:id/application',
  access: 'ideas:decide',
  tag,
  summary: 'Menerapkan gagasan yang sudah diuji; draf inovasinya dibuat',
  params: id,
  body: z.strictObject({ outcome: words(2_000), reason }),
  answer: ideaSchema,
});

export const stopIdea = defineRoute({
  id: 'stopIdea',
  method: 'post',
  path: '/ideas/:id/stop',
  access: 'ideas:decide',
  tag,
  summary: 'Menghentikan gagasan, dengan apa yang dipelajari',
  params: id,
  body: z.strictObject({ outcome: words(2_000), reason }),
  answer: ideaSchema,
});

export const reopenIdea = defineRoute({
  id: 'reopenIdea',
  method: 'post',
  path: '/ideas/:id/reopen',
  access: 'ideas:decide',
  tag,
  summary: 'Membuka kembali gagasan yang dihentikan',
  params: id,
  body: z.strictObject({ reason }),
  answer: ideaSchema,
});
