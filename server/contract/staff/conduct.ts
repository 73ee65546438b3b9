import * as z from 'zod';
import { askedDay } from '../days.ts';
import { defineRoute } from '../route.ts';

const tag = 'staff';
const day = z.iso.date();
const text = (most: number): z.ZodString => z.string().trim().min(3).max(most);

/** The Inspektorat examined a complaint about conduct. */
export const conductFindingSchema = z.object({
  complaint: z.object({ id: z.string(), number: z.string() }),
  staff: z.object({ id: z.string(), name: z.string() }),
  upheld: z.boolean(),
  decidedOn: day,
  letter: z.object({ number: z.string(), on: day }),
  note: z.string().nullable(),
  by: z.string(),
});
export const listConductFindings = defineRoute({
  id: 'listConductFindings',
  method: 'get',
  path: '/conduct-findings',
  access: 'conduct:decide',
  tag,
  summary: 'Hasil pemeriksaan aduan tentang perilaku petugas',
  query: z.strictObject({ complaint: z.uuid().optional(), staff: z.uuid().optional() }),
  answer: z.object({
    items: z.array(conductFindingSchema),
    /** Of one complaint: the staff of its unit, of whom one may be concerned. */
    candidates: z.array(z.object({ id: z.string(), name: z.string(), code: z.string(), unit: z.string() })),
  }),
});
export const recordConductFinding = defineRoute({
  id: 'recordConductFinding',
  method: 'put',
  path: '/conduct-findings',
  access: 'conduct:decide',
  tag,
  summary: 'Mencatat apakah aduan tentang perilaku petugas terbukti, dengan surat bernomor',
  body: z.strictObject({
    complaint: z.uuid(),
    staff: z.uuid(),
    upheld: z.boolean(),
    decidedOn: askedDay,
    letterNumber: text(100),
    letterOn: askedDay,
    note: z.string().trim().max(1000).nullable(),
  }),
  answer: conductFindingSchema,
});
