import * as z from 'zod';
import { MEASURE_IDS } from '#domain/measures';
import { askedDay } from './days.ts';
import { defineRoute } from './route.ts';

export const UNIT_KINDS = [
  'kabupaten',
  'kecamatan',
  'kelurahan',
  'desa',
  'skpd',
  'setda',
  'bagian',
  'service-point',
  'other',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export interface UnitNode {
  code: string;
  name: string;
  kind: UnitKind;
  parentCode: string | null;
  children: UnitNode[];
}

const unitNodeSchema: z.ZodType<UnitNode> = z
  .object({
    code: z.string(),
    name: z.string(),
    kind: z.enum(UNIT_KINDS),
    parentCode: z.string().nullable(),
    get children() {
      return z.array(unitNodeSchema);
    },
  })
  .meta({ id: 'UnitNode' });

export const unitsSchema = z.object({ items: z.array(unitNodeSchema) });

const serviceSchema = z.object({
  code: z.string(),
  name: z.string(),
  /** The standard in force today; null when none was recorded. */
  promise: z
    .object({ unit: z.enum(['minutes', 'working-hours', 'working-days']), amount: z.number() })
    .nullable(),
});
export const servicesSchema = z.object({ items: z.array(serviceSchema) });

export const channelsSchema = z.object({ items: z.array(z.object({ code: z.string(), name: z.string() })) });

const measureFieldSchema = z.object({
  id: z.string(),
  label: z.string(),
  definition: z.string(),
  unit: z.enum(['count', 'share', 'minutes', 'score']),
  polarity: z.enum(['higher', 'lower', 'neutral']),
  decimals: z.number().int(),
  change: z.enum(['percent', 'points']),
  n: z.string(),
  minimumN: z.number().int(),
});
const measuresSchema = z.object({
  definitionsVersion: z.string(),
  items: z.array(
    z.object({
      id: z.enum(MEASURE_IDS),
      label: z.string(),
      definition: z.string(),
      legalBasis: z.string(),
      headline: z.string(),
      filters: z.array(z.string()),
      breakdowns: z.array(z.string()),
      fields: z.array(measureFieldSchema),
    }),
  ),
});

export const calendarSchema = z.object({
  items: z.array(
    z.object({
      date: z.iso.date(),
      working: z.boolean(),
      /** Opening intervals, local time `HH:MM`. */
      opens: z.array(z.object({ from: z.string(), to: z.string() })),
      /** Why the day is not a working day; null when it is. */
      reason: z.string().nullable(),
    }),
  ),
});

const tag = 'reference';
const code = z.string().min(1).max(64);

export const readUnits = defineRoute({
  id: 'readUnits',
  method: 'get',
  path: '/units',
  access: 'reference:read',
  tag,
  summary: 'Susunan unit dalam wilayah kerja',
  answer: unitsSchema,
});
export const readServices = defineRoute({
  id: 'readServices',
  method: 'get',
  path: '/services',
  access: 'reference:read',
  tag,
  summary: 'Jenis layanan dan janji waktunya',
  answer: servicesSchema,
});
export const readChannels = defineRoute({
  id: 'readChannels',
  method: 'get',
  path: '/channels',
  access: 'reference:read',
  tag,
  summary: 'Kanal yang dipakai',
  answer: channelsSchema,
});
export const readMeasures = defineRoute({
  id: 'readMeasures',
  method: 'get',
  path: '/measures',
  access: 'reference:read',
  tag,
  summary: 'Kamus indikator',
  answer: measuresSchema,
});
export const readCalendar = defineRoute({
  id: 'readCalendar',
  method: 'get',
  path: '/calendar',
  access: 'reference:read',
  tag,
  summary: 'Hari kerja dan jam buka',
  query: z.strictObject({ from: askedDay, to: askedDay, unit: code.optional() }),
  answer: calendarSchema,
});
