import * as z from 'zod';
import { askedDay } from '../days.ts';
import { defineRoute } from '../route.ts';
import { programmeSchema } from './programme.ts';

const tag = 'pilots';
const share = z.number().min(0).max(1);
const text = (most: number): z.ZodString => z.string().trim().min(3).max(most);
const id = z.strictObject({ id: z.uuid() });
const weight = z.number().positive().max(1000);
const planned = { plannedStartOn: askedDay, plannedFinishOn: askedDay };
const milestoneId = z.strictObject({ id: z.uuid(), milestone: z.uuid() });

export const addMilestone = defineRoute({
  id: 'addMilestone',
  method: 'post',
  path: '/pilots/:id/milestones',
  access: 'pilots:manage',
  tag,
  summary: 'Menambah tonggak',
  params: id,
  body: z.strictObject({ number: z.string().trim().min(1).max(20), title: text(200), weight, ...planned }),
  answer: programmeSchema,
  status: 201,
});
export const replanMilestone = defineRoute({
  id: 'replanMilestone',
  method: 'post',
  path: '/pilots/:id/milestones/:milestone/plan',
  access: 'pilots:manage',
  tag,
  summary: 'Menjadwal ulang tonggak dengan alasan; rencana pertama tetap terlihat',
  params: milestoneId,
  body: z.strictObject({ ...planned, weight, reason: text(500) }),
  answer: programmeSchema,
});
export const removeMilestone = defineRoute({
  id: 'removeMilestone',
  method: 'post',
  path: '/pilots/:id/milestones/:milestone/remove',
  access: 'pilots:manage',
  tag,
  summary: 'Mencabut tonggak dengan alasan',
  params: milestoneId,
  body: z.strictObject({ reason: text(500) }),
  answer: programmeSchema,
});
export const reportMilestone = defineRoute({
  id: 'reportMilestone',
  method: 'post',
  path: '/pilots/:id/milestones/:milestone/reports',
  access: 'pilots:report',
  tag,
  summary: 'Melaporkan kemajuan tonggak',
  params: milestoneId,
  body: z.strictObject({ on: askedDay, doneShare: share, note: z.string().trim().max(1000).nullable() }),
  answer: programmeSchema,
  status: 201,
});
export const signMilestone = defineRoute({
  id: 'signMilestone',
  method: 'post',
  path: '/pilots/:id/milestones/:milestone/sign',
  access: 'pilots:sign',
  tag,
  summary: 'Mengesahkan tonggak yang dilaporkan selesai oleh orang lain',
  params: milestoneId,
  body: z.strictObject({}),
  answer: programmeSchema,
});
