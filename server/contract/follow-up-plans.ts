import * as z from 'zod';
import { CODE_PATTERN } from '#domain/scope';
import { IKM_INSTRUMENTS } from '#domain/ikm/instruments';
import { PLAN_STATES } from '#domain/ikm/follow-up-plan';
import { askedDay } from './days.ts';
import { defineRoute } from './route.ts';

const tag = 'follow-up-plans';
const code = z.string().regex(CODE_PATTERN);
const named = z.object({ code: z.string(), name: z.string() });
const post = z.object({ post: z.string(), title: z.string() });

/** What follows from the lowest unsur of a survey (rencana tindak lanjut, RTL), with owner and date. */
export const followUpPlanSchema = z.object({
  id: z.string(),
  state: z.enum(PLAN_STATES),
  unit: named,
  /** Null: all services of the unit together. */
  service: named.nullable(),
  instrument: z.string(),
  unsur: named,
  plan: z.string(),
  owner: post,
  dueOn: z.iso.date(),
  at: z.string(),
  doneAt: z.string().nullable(),
  /** What was done; null while it is not. */
  result: z.string().nullable(),
  /** What the person who asks may do now. */
  actions: z.array(z.enum(['done'])),
});
export type FollowUpPlan = z.infer<typeof followUpPlanSchema>;

/** Plans of a unit and of those below it, the newest first. */
export const followUpPlansSchema = z.object({
  items: z.array(followUpPlanSchema),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
  /** Of the total, past their date and not done. */
  late: z.number().int(),
});
export type FollowUpPlans = z.infer<typeof followUpPlansSchema>;

/** Posts that can answer for a plan of a unit: who answers for the unit first. */
export const planOwnersSchema = z.object({
  items: z.array(
    post.extend({
      /** Null: vacant; the plan then waits for the next holder. */
      holder: z.string().nullable(),
    }),
  ),
});

export const listFollowUpPlans = defineRoute({
  id: 'listFollowUpPlans',
  method: 'get',
  path: '/follow-up-plans',
  access: 'measures:read',
  tag,
  summary: 'Rencana tindak lanjut (RTL) hasil survei suatu unit dan unit di bawahnya',
  query: z.strictObject({
    unit: code.optional(),
    service: code.optional(),
    state: z.enum(PLAN_STATES).optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor: z.string().max(500).optional(),
  }),
  answer: followUpPlansSchema,
});

export const listPlanOwners = defineRoute({
  id: 'listPlanOwners',
  method: 'get',
  path: '/follow-up-plans/owners',
  access: 'plans:write',
  tag,
  summary: 'Jabatan yang dapat menjadi penanggung jawab RTL suatu unit',
  query: z.strictObject({ unit: code }),
  answer: planOwnersSchema,
});

export const makeFollowUpPlan = defineRoute({
  id: 'makeFollowUpPlan',
  method: 'post',
  path: '/follow-up-plans',
  access: 'plans:write',
  tag,
  summary: 'Membuat rencana tindak lanjut (RTL) untuk suatu unsur',
  body: z.strictObject({
    unit: code,
    /** Null: all services of the unit together. */
    service: code.nullable(),
    instrument: z.enum(IKM_INSTRUMENTS.map(({ id }) => id)),
    /** Code of the unsur in its instrument, U1 and so on. */
    unsur: z.string().regex(/^U\d{1,2}$/),
    plan: z.string().trim().min(10).max(1000),
    /** Post that answers for it. */
    owner: z.uuid(),
    dueOn: askedDay,
  }),
  answer: followUpPlanSchema,
  status: 201,
});

export const finishFollowUpPlan = defineRoute({
  id: 'finishFollowUpPlan',
  method: 'post',
  path: '/follow-up-plans/:id/done',
  access: 'plans:write',
  tag,
  summary: 'Menyatakan RTL selesai, dengan hasilnya',
  params: z.strictObject({ id: z.uuid() }),
  body: z.strictObject({ result: z.string().trim().min(3).max(1000) }),
  answer: followUpPlanSchema,
});
