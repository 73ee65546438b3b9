import * as z from 'zod';
import { CODE_PATTERN } from '#domain/scope';
import { askedDay } from '../days.ts';
import { defineRoute } from '../route.ts';

const tag = 'staff';
const day = z.iso.date();
const code = z.string().regex(CODE_PATTERN);
const text = (most: number): z.ZodString => z.string().trim().min(3).max(most);
const named = z.object({ code: z.string(), name: z.string() });
const id = z.strictObject({ id: z.uuid() });

export const remotePostSchema = z.object({
  id: z.string(),
  unit: named,
  servicePoint: z.string().nullable(),
  legalBasis: z.string(),
  validFrom: day,
  validTo: day.nullable(),
});
export const outageSchema = z.object({
  id: z.string(),
  system: z.string(),
  unit: named.nullable(),
  service: named.nullable(),
  from: z.string(),
  to: z.string(),
  note: z.string().nullable(),
  by: z.string(),
});
export const listFairness = defineRoute({
  id: 'listFairness',
  method: 'get',
  path: '/staff-fairness',
  access: 'staff-flags:read',
  tag,
  summary: 'Pos terpencil menurut keputusan bupati, gangguan sistem, dan masa uji',
  answer: z.object({
    remotePosts: z.array(remotePostSchema),
    outages: z.array(outageSchema),
    trial: z.object({ startsOn: day, endsOn: day, by: z.string(), reason: z.string().nullable() }).nullable(),
    mayManage: z.boolean(),
  }),
});
export const addRemotePost = defineRoute({
  id: 'addRemotePost',
  method: 'post',
  path: '/staff-fairness/remote-posts',
  access: 'staff:manage',
  tag,
  summary: 'Menambah pos terpencil dari keputusan bupati',
  body: z.strictObject({
    unit: code,
    servicePoint: z.string().trim().max(120).nullable(),
    legalBasis: text(300),
    validFrom: askedDay,
    validTo: askedDay.nullable(),
  }),
  answer: remotePostSchema,
  status: 201,
});
export const endRemotePost = defineRoute({
  id: 'endRemotePost',
  method: 'post',
  path: '/staff-fairness/remote-posts/:id/end',
  access: 'staff:manage',
  tag,
  summary: 'Mengakhiri pos terpencil',
  params: id,
  body: z.strictObject({ validTo: askedDay }),
  answer: remotePostSchema,
});
export const addOutage = defineRoute({
  id: 'addOutage',
  method: 'post',
  path: '/staff-fairness/outages',
  access: 'staff:manage',
  tag,
  summary: 'Mencatat gangguan sistem: berkas yang menunggunya tidak dinilai',
  body: z.strictObject({
    system: text(120),
    unit: code.nullable(),
    service: code.nullable(),
    from: z.iso.datetime({ offset: true }),
    to: z.iso.datetime({ offset: true }),
    note: z.string().trim().max(500).nullable(),
  }),
  answer: outageSchema,
  status: 201,
});
export const setTrial = defineRoute({
  id: 'setTrial',
  method: 'put',
  path: '/staff-fairness/trial',
  access: 'staff:manage',
  tag,
  summary: 'Memperpanjang atau mengakhiri masa uji, dengan alasan',
  body: z.strictObject({ endsOn: askedDay, reason: text(500) }),
  answer: z.object({ startsOn: day, endsOn: day, by: z.string(), reason: z.string().nullable() }),
});
