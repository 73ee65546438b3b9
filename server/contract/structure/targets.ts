/** Targets per unit or kind of units, service and measure. */
import * as z from 'zod';
import { JUDGED_MEASURES } from '#domain/measures';
import { askedDay } from '../days.ts';
import { UNIT_KINDS } from '../reference.ts';
import { defineRoute } from '../route.ts';
import { changing, code, keeping, legalBasis, version } from './structure-change.ts';

const byId = z.strictObject({ id: z.uuid() });
const targetValues = {
  /** A unit's code, or `*`. */
  unit: code,
  /** A kind of units, or `*`; `*` where a unit is named. */
  unitKind: z.enum(['*', ...UNIT_KINDS]),
  /** A service's code, or `*` for all together. */
  service: code,
  measure: z.enum(JUDGED_MEASURES),
  field: code,
  validFrom: askedDay,
  /** Last day, inclusive; null: until further notice. */
  validTo: askedDay.nullable(),
  /** In the unit of the field; percentages as shares 0–1. */
  atLeast: z.number().min(0).max(1_000_000_000).nullable(),
  atMost: z.number().min(0).max(1_000_000_000).nullable(),
  legalBasis,
};
const keptTargetSchema = z.object({ id: z.string(), ...targetValues, version: z.string() });
export type KeptTarget = z.infer<typeof keptTargetSchema>;

export const listTargets = defineRoute({
  ...keeping,
  id: 'listTargets',
  method: 'get',
  path: '/structure/targets',
  summary: 'Target per unit, jenis unit, dan layanan, dengan masa berlakunya',
  answer: z.object({ items: z.array(keptTargetSchema) }),
});
export const addTarget = defineRoute({
  ...changing,
  id: 'addTarget',
  method: 'post',
  path: '/structure/targets',
  summary: 'Menetapkan target',
  body: z.strictObject(targetValues),
  status: 201,
});
export const changeTarget = defineRoute({
  ...changing,
  id: 'changeTarget',
  method: 'put',
  path: '/structure/targets/:id',
  summary: 'Mengubah target',
  params: byId,
  body: z.strictObject({ version, ...targetValues }),
});
export const removeTarget = defineRoute({
  ...changing,
  id: 'removeTarget',
  method: 'delete',
  path: '/structure/targets/:id',
  summary: 'Mencabut target; riwayat tetap menyimpannya',
  params: byId,
  query: z.strictObject({ version }),
});
