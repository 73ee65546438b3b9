import * as z from 'zod';
import { defineRoute } from './route.ts';
import { asTable } from './table-format.ts';
import { selectionQuery } from './measures.ts';

const tag = 'measures';
const whole = z.number().int();
const share = z.number().min(0).max(1).nullable();
const frame = {
  unit: z.string(),
  unitName: z.string(),
  service: z.string().nullable(),
  channel: z.string().nullable(),
  from: z.iso.date(),
  to: z.iso.date(),
  dataVersion: whole,
  asOf: z.iso.datetime({ offset: true }).nullable(),
};
const suppression = { suppressed: z.literal(true).optional() };

/** Whose desk the time was on: stages completed in the period, by their owner. */
export const stagesSchema = z.object({
  ...frame,
  ignoredFilters: z.array(z.string()),
  approximate: z.boolean(),
  items: z.array(
    z.object({
      step: z.string(),
      unit: z.object({ code: z.string(), name: z.string() }),
      completed: whole,
      medianWorkingMinutes: z.number().nullable(),
      p90WorkingMinutes: z.number().nullable(),
      /** Part of the official time of all stages. */
      share,
    }),
  ),
  ...suppression,
});
export type Stages = z.infer<typeof stagesSchema>;

/** Why the official clock stood still: pauses begun in the period. */
export const pausesSchema = z.object({
  ...frame,
  ignoredFilters: z.array(z.string()),
  approximate: z.boolean(),
  items: z.array(
    z.object({
      reason: z.string(),
      name: z.string(),
      causedBy: z.enum(['applicant', 'administration', 'unknown']),
      pauses: whole,
      medianWorkingMinutes: z.number().nullable(),
      /** Part of the time of all pauses. */
      share,
    }),
  ),
  ...suppression,
});
export type Pauses = z.infer<typeof pausesSchema>;

/** When the counter is open: outlines of the heat map. Slots are ISO weekday (1–7) × 24 + hour, local. */
export const serviceHoursSchema = z.object({
  ...frame,
  opens: z.array(whole),
  /** Slots with an extra session in the period. */
  sessions: z.array(whole),
  /** The sessions as people say them, e.g. "Minggu 09.00–11.00". */
  sessionNames: z.array(z.string()),
});
export type ServiceHours = z.infer<typeof serviceHoursSchema>;

/** What is open now (or at the end of `to`), by its age in working days. */
export const ageingSchema = z.object({
  ...frame,
  open: whole.nullable(),
  items: z.array(
    z.object({
      /** Working days since receipt: from … to, both included; `to` null = and more. */
      fromDays: whole,
      toDays: whole.nullable(),
      count: whole,
      /** Of these, past their deadline. */
      overdue: whole,
    }),
  ),
  /** Working days the oldest has waited. */
  oldestDays: whole.nullable(),
  /** Deadlines of today and the next two working days that are still to be met; null when `to` is past. */
  dueSoon: whole.nullable(),
  ...suppression,
});
export type Ageing = z.infer<typeof ageingSchema>;

export const readStages = defineRoute({
  id: 'readStages',
  method: 'get',
  path: '/service-stages',
  access: 'measures:read',
  tag,
  summary: 'Di meja siapa waktunya: tahap yang selesai dalam periode',
  query: selectionQuery.extend(asTable),
  answer: stagesSchema,
});
export const readPauses = defineRoute({
  id: 'readPauses',
  method: 'get',
  path: '/service-pauses',
  access: 'measures:read',
  tag,
  summary: 'Alasan jeda yang dimulai dalam periode',
  query: selectionQuery.extend(asTable),
  answer: pausesSchema,
});
export const readServiceHours = defineRoute({
  id: 'readServiceHours',
  method: 'get',
  path: '/service-hours',
  access: 'measures:read',
  tag,
  summary: 'Jam buka dan sesi tambahan dalam periode',
  query: selectionQuery,
  answer: serviceHoursSchema,
});
export const readAgeing = defineRoute({
  id: 'readAgeing',
  method: 'get',
  path: '/service-ageing',
  access: 'measures:read',
  tag,
  summary: 'Umur permohonan yang belum selesai, dalam hari kerja',
  query: selectionQuery.extend(asTable),
  answer: ageingSchema,
});
