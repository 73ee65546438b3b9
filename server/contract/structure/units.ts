/** Units with their parents, validity, predecessors and calendars. */
import * as z from 'zod';
import { askedDay } from '../days.ts';
import { UNIT_KINDS } from '../reference.ts';
import { defineRoute } from '../route.ts';
import { byCode, code, keeping, name, newCode, tryable, version } from './structure-change.ts';

const unitValues = {
  name,
  kind: z.enum(UNIT_KINDS),
  parentCode: code.nullable(),
  calendarCode: code,
  validFrom: askedDay.nullable(),
  /** Last day, inclusive; null: until further notice. */
  validTo: askedDay.nullable(),
  predecessorCode: code.nullable(),
};

/** `validFrom` null: since before anything was recorded. `validTo` is the last day. */
const keptUnitSchema = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
  parentCode: z.string().nullable(),
  calendarCode: z.string(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  predecessorCode: z.string().nullable(),
  version: z.string(),
});
export type KeptUnit = z.infer<typeof keptUnitSchema>;

export const listKeptUnits = defineRoute({
  ...keeping,
  id: 'listKeptUnits',
  method: 'get',
  path: '/structure/units',
  summary: 'Semua unit dengan induk, masa berlaku, pendahulu, dan kalendernya; juga yang sudah berakhir',
  answer: z.object({ items: z.array(keptUnitSchema) }),
});
export const addUnit = defineRoute({
  ...tryable,
  id: 'addUnit',
  method: 'post',
  path: '/structure/units',
  summary: 'Menambah unit',
  body: z.strictObject({ code: newCode, ...unitValues }),
  status: 201,
});
export const changeUnit = defineRoute({
  ...tryable,
  id: 'changeUnit',
  method: 'put',
  path: '/structure/units/:code',
  summary: 'Mengubah unit: nama, jenis, induk untuk seluruh riwayat, kalender, atau masa berlaku',
  params: byCode,
  body: z.strictObject({ version, ...unitValues }),
});
export const succeedUnit = defineRoute({
  ...tryable,
  id: 'succeedUnit',
  method: 'post',
  path: '/structure/units/:code/successor',
  summary:
    'Mengakhiri unit dan menambah penggantinya mulai suatu tanggal: penggabungan, pemecahan, pindah induk',
  params: byCode,
  body: z.strictObject({
    version,
    /** First day of the successor; the unit ends the day before. */
    from: askedDay,
    code: newCode,
    name,
    kind: unitValues.kind,
    parentCode: code,
    calendarCode: code,
  }),
  status: 201,
});
