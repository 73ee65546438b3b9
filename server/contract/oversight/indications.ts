import * as z from 'zod';
import { CODE_PATTERN } from '#domain/scope';
import { askedDay } from '../days.ts';
import { defineRoute } from '../route.ts';

const tag = 'oversight';
const whole = z.number().int();
const day = z.iso.date();
const code = z.string().regex(CODE_PATTERN);

const unitRef = z.object({ code: z.string(), name: z.string(), kind: z.string() });
/** *Indikasi untuk diperiksa*: worth a look, never a verdict. */
export const INDICATION_RULES = [
  'mass-closing',
  'close-then-reopen',
  'completion-before-receipt',
  'late-entry',
  'identical-forms',
  'refusal-before-deadline',
  'ikm-against-complaints',
  'fee-above-standard',
] as const;
export type IndicationRule = (typeof INDICATION_RULES)[number];

export const indicationRecordSchema = z.object({
  dataset: z.enum(['service-cases', 'complaints', 'survey-responses', 'rejected-rows']),
  id: z.string().nullable(),
  number: z.string(),
  unit: unitRef,
  day: day.nullable(),
  /** What is remarkable about this record. */
  note: z.string(),
});
export const indicationSchema = z.object({
  key: z.string(),
  rule: z.enum(INDICATION_RULES),
  unit: unitRef,
  sentence: z.string(),
  from: day,
  to: day,
  /** Records behind it: exactly as many as the list has. */
  count: whole,
  /** What it is held against: the usual share, the peers, the standard. */
  against: z.string(),
  /** What may explain it without any fault. */
  innocent: z.string(),
});
export type Indication = z.infer<typeof indicationSchema>;

export const listIndications = defineRoute({
  id: 'listIndications',
  method: 'get',
  path: '/indications',
  access: 'indications:read',
  tag,
  summary: 'Indikasi untuk diperiksa, dengan berkas di baliknya',
  query: z.strictObject({
    unit: code.optional(),
    rule: z.enum(INDICATION_RULES).optional(),
    from: askedDay.optional(),
    to: askedDay.optional(),
  }),
  answer: z.object({
    /** The days that were looked over: those asked for, or what the rules need. */
    from: day,
    to: day,
    items: z.array(indicationSchema),
    rules: z.array(
      z.object({ id: z.enum(INDICATION_RULES), name: z.string(), definition: z.string(), found: whole }),
    ),
  }),
});
export const listIndicationRecords = defineRoute({
  id: 'listIndicationRecords',
  method: 'get',
  path: '/indications/records',
  access: 'indications:read',
  tag,
  summary: 'Berkas di balik satu indikasi',
  query: z.strictObject({
    key: z.string().min(1).max(300),
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor: z.string().max(200).optional(),
  }),
  answer: z.object({
    items: z.array(indicationRecordSchema),
    nextCursor: z.string().nullable(),
    total: whole,
  }),
});
