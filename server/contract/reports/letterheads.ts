import * as z from 'zod';
import { MOST_LINES } from '#domain/letterheads/letterhead-lines';
import { defineRoute } from '../route.ts';
import { letterheadSchema } from './report-document.ts';

const tag = 'reports';
const unit = z.object({ code: z.string(), name: z.string(), kind: z.string() });
const params = z.strictObject({ code: z.string().min(1).max(64) });

/** Largest crest, in kilobytes. */
export const CREST_KILOBYTES = 200;
/** Types of a crest, told by their content. */
export const CREST_TYPES = ['image/png', 'image/jpeg', 'image/svg+xml'] as const;
export type CrestType = (typeof CREST_TYPES)[number];

export const keptLetterheadSchema = z.object({
  unit,
  /** As it stands on paper: what was set, else the names of the units and the crest of the unit above. */
  letterhead: letterheadSchema,
  /** What was set for this very unit; empty lines are made from the names. */
  lines: z.array(z.string()),
  address: z.string(),
  /** The crest of this very unit: its type, and its size in pixels or in units of its drawing. */
  crest: z
    .object({
      type: z.enum(CREST_TYPES),
      width: z.number().int(),
      height: z.number().int(),
      bytes: z.number().int(),
    })
    .nullable(),
  /** Who set it, and when; null while nothing is set for this unit. */
  set: z.object({ by: z.string(), at: z.iso.datetime({ offset: true }) }).nullable(),
});
export type KeptLetterhead = z.infer<typeof keptLetterheadSchema>;

export const listLetterheads = defineRoute({
  id: 'listLetterheads',
  method: 'get',
  path: '/letterheads',
  access: 'reports:letterhead',
  tag,
  summary: 'Unit yang kop suratnya diatur sendiri',
  answer: z.object({ items: z.array(z.object({ unit, by: z.string(), at: z.string() })) }),
});

export const readLetterhead = defineRoute({
  id: 'readLetterhead',
  method: 'get',
  path: '/letterheads/:code',
  access: 'reports:letterhead',
  tag,
  summary: 'Kop surat satu unit: yang diatur, dan yang tercetak',
  params,
  answer: keptLetterheadSchema,
});

export const saveLetterhead = defineRoute({
  id: 'saveLetterhead',
  method: 'put',
  path: '/letterheads/:code',
  access: 'reports:letterhead',
  tag,
  summary: 'Mengatur baris dan alamat kop surat; baris kosong kembali ke nama unit',
  params,
  body: z.strictObject({
    lines: z.array(z.string().trim().min(1).max(60)).max(MOST_LINES),
    address: z.string().trim().max(200),
  }),
  answer: keptLetterheadSchema,
});

export const saveCrest = defineRoute({
  id: 'saveCrest',
  method: 'put',
  path: '/letterheads/:code/crest',
  access: 'reports:letterhead',
  tag,
  summary: 'Mengganti lambang pada kop surat (isian `file`: PNG, JPEG, atau SVG, paling besar 200 kB)',
  params,
  body: z.unknown(),
  consumes: 'multipart/form-data',
  answer: keptLetterheadSchema,
});

export const removeCrest = defineRoute({
  id: 'removeCrest',
  method: 'delete',
  path: '/letterheads/:code/crest',
  access: 'reports:letterhead',
  tag,
  summary: 'Mencabut lambang unit; yang tercetak kembali lambang unit di atasnya',
  params,
  answer: keptLetterheadSchema,
});

export const resetLetterhead = defineRoute({
  id: 'resetLetterhead',
  method: 'delete',
  path: '/letterheads/:code',
  access: 'reports:letterhead',
  tag,
  summary: 'Menghapus pengaturan kop surat unit: kembali ke nama unit dan lambang di atasnya',
  params,
  answer: keptLetterheadSchema,
});

export const LETTERHEAD_ROUTES = [
  listLetterheads,
  readLetterhead,
  saveLetterhead,
  saveCrest,
  removeCrest,
  resetLetterhead,
] as const;
