import * as z from 'zod';
import { CODE_PATTERN } from '#domain/scope';
import { askedDay } from '../days.ts';
import { defineRoute } from '../route.ts';
import { accelerationSchema, programmeLineSchema, programmeSchema } from './programme.ts';

const tag = 'pilots';
const code = z.string().regex(CODE_PATTERN);
const text = (most: number): z.ZodString => z.string().trim().min(3).max(most);
const id = z.strictObject({ id: z.uuid() });

const programmeBody = {
  name: text(200),
  goal: z.string().trim().max(1000).nullable(),
  legalBasis: z.string().trim().max(300).nullable(),
  startsOn: askedDay,
  endsOn: askedDay.nullable(),
  service: code.nullable(),
};

export const listPilots = defineRoute({
  id: 'listPilots',
  method: 'get',
  path: '/pilots',
  access: 'pilots:read',
  tag,
  summary: 'Program percontohan: kemajuan terhadap rencana, perkiraan keterlambatan, hambatan, dokumen',
  query: z.strictObject({
    unit: code.optional(),
    on: askedDay.optional(),
    closed: z.enum(['true', 'false']).optional(),
  }),
  answer: z.object({ items: z.array(programmeLineSchema), mayManage: z.boolean() }),
});
export const readPilot = defineRoute({
  id: 'readPilot',
  method: 'get',
  path: '/pilots/:id',
  access: 'pilots:read',
  tag,
  summary: 'Satu program percontohan seutuhnya',
  params: id,
  answer: programmeSchema,
});
export const readAcceleration = defineRoute({
  id: 'readAcceleration',
  method: 'get',
  path: '/pilots/:id/acceleration',
  access: 'pilots:read',
  tag,
  summary: 'Sebelum dan sesudah percontohan, di samping unit yang tidak ikut percontohan',
  params: id,
  answer: accelerationSchema,
});
export const addPilot = defineRoute({
  id: 'addPilot',
  method: 'post',
  path: '/pilots',
  access: 'pilots:manage',
  tag,
  summary: 'Membuka program percontohan',
  body: z.strictObject({ code, unit: code, ...programmeBody }),
  answer: programmeSchema,
  status: 201,
});
export const changePilot = defineRoute({
  id: 'changePilot',
  method: 'patch',
  path: '/pilots/:id',
  access: 'pilots:manage',
  tag,
  summary: 'Memperbaiki keterangan program',
  params: id,
  body: z.strictObject(programmeBody).partial(),
  answer: programmeSchema,
});
export const closePilot = defineRoute({
  id: 'closePilot',
  method: 'post',
  path: '/pilots/:id/close',
  access: 'pilots:manage',
  tag,
  summary: 'Menutup program dengan alasan',
  params: id,
  body: z.strictObject({ reason: text(500) }),
  answer: programmeSchema,
});
