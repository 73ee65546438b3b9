import * as z from 'zod';
import { JUDGED_MEASURES, MEASURE_IDS } from '#domain/measures';
import { askedDay } from './days.ts';
import { defineRoute } from './route.ts';
import { annotationSchema, baselineSchema } from './signals.ts';

const tag = 'measures';
const code = z.string().min(1).max(64);
const reason = z.string().trim().min(10).max(500);
const id = z.strictObject({ id: z.uuid() });

export const addAnnotation = defineRoute({
  id: 'addAnnotation',
  method: 'post',
  path: '/annotations',
  access: 'annotations:write',
  tag,
  summary: 'Mencatat apa yang terjadi pada suatu hari; tampil pada titiknya di setiap grafik unit itu',
  body: z.strictObject({
    unit: code,
    service: code.optional(),
    measure: z.enum(MEASURE_IDS).optional(),
    day: askedDay,
    text: z.string().trim().min(3).max(140),
  }),
  answer: annotationSchema,
  status: 201,
});

export const removeAnnotation = defineRoute({
  id: 'removeAnnotation',
  method: 'delete',
  path: '/annotations/:id',
  access: 'annotations:write',
  tag,
  summary: 'Menghapus catatan sendiri; riwayat tetap menyimpannya',
  params: id,
  answer: z.undefined(),
  status: 204,
});

export const addBaseline = defineRoute({
  id: 'addBaseline',
  method: 'post',
  path: '/baselines',
  access: 'signals:rebase',
  tag,
  summary: 'Menetapkan dasar batas kendali baru mulai suatu bulan, dengan alasan',
  body: z.strictObject({
    unit: code,
    service: code.optional(),
    channel: code.optional(),
    measure: z.enum(JUDGED_MEASURES),
    field: z.string().min(1).max(64),
    /** First day of a month. */
    startsOn: askedDay,
    reason,
  }),
  answer: baselineSchema,
  status: 201,
});

export const removeBaseline = defineRoute({
  id: 'removeBaseline',
  method: 'delete',
  path: '/baselines/:id',
  access: 'signals:rebase',
  tag,
  summary: 'Menarik kembali dasar batas kendali; riwayat tetap menyimpannya',
  params: id,
  answer: z.undefined(),
  status: 204,
});
