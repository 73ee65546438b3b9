/** Services and the versions of their standards. */
import * as z from 'zod';
import { COMPONENT_CODES } from '#domain/standards/standard-components';
import { askedDay } from '../days.ts';
import { defineRoute } from '../route.ts';
import {
  byCode,
  changing,
  code,
  keeping,
  legalBasis,
  name,
  newCode,
  tryable,
  version,
} from './structure-change.ts';

const promise = z.strictObject({
  unit: z.enum(['minutes', 'working-hours', 'working-days']),
  amount: z.number().positive().max(10_000),
});
const componentTexts = z.partialRecord(z.enum(COMPONENT_CODES), z.string().trim().max(4000));
const consultation = z.strictObject({
  heldOn: askedDay,
  participants: z.string().trim().min(3).max(2000),
  minutes: z.string().trim().max(8000),
  agreedChanges: z.string().trim().max(8000),
  followUp: z.string().trim().max(8000),
});
const standardValues = {
  promise,
  /** Rupiah; null: not recorded; 0: free of charge. */
  fee: z.number().min(0).max(1_000_000_000).nullable(),
  legalBasis,
  components: componentTexts,
  /** Forum Konsultasi Publik; null: none recorded. */
  consultation: consultation.nullable(),
};
const standardSchema = z.object({
  validFrom: z.iso.date(),
  ...standardValues,
  /** False for an example that nobody has confirmed. */
  confirmed: z.boolean(),
});
export type Standard = z.infer<typeof standardSchema>;
const keptServiceSchema = z.object({
  code: z.string(),
  name: z.string(),
  /** Newest first. */
  standards: z.array(standardSchema),
  version: z.string(),
});
export type KeptService = z.infer<typeof keptServiceSchema>;

export const listKeptServices = defineRoute({
  ...keeping,
  id: 'listKeptServices',
  method: 'get',
  path: '/structure/services',
  summary: 'Jenis layanan dengan semua versi standar pelayanannya',
  answer: z.object({ items: z.array(keptServiceSchema) }),
});
export const addService = defineRoute({
  ...changing,
  id: 'addService',
  method: 'post',
  path: '/structure/services',
  summary: 'Menambah jenis layanan',
  body: z.strictObject({ code: newCode, name }),
  status: 201,
});
export const renameService = defineRoute({
  ...changing,
  id: 'renameService',
  method: 'put',
  path: '/structure/services/:code',
  summary: 'Mengganti nama jenis layanan',
  params: byCode,
  body: z.strictObject({ version, name }),
});
const byStandard = z.strictObject({ code, validFrom: askedDay });
export const saveStandard = defineRoute({
  ...tryable,
  id: 'saveStandard',
  method: 'put',
  path: '/structure/services/:code/standards/:validFrom',
  summary:
    'Menyimpan versi standar pelayanan yang berlaku mulai suatu tanggal; tenggat yang terbuka ikut bergeser',
  params: byStandard,
  body: z.strictObject({ version, ...standardValues }),
});
export const removeStandard = defineRoute({
  ...changing,
  id: 'removeStandard',
  method: 'delete',
  path: '/structure/services/:code/standards/:validFrom',
  summary: 'Membatalkan versi standar pelayanan yang belum berlaku',
  params: byStandard,
  query: z.strictObject({ version }),
});
