import * as z from 'zod';
import { BACKLOG_AGES } from '#domain/complaints/backlog-age';
import { selectionQuery } from './measures.ts';
import { defineRoute } from './route.ts';
import { asTable } from './table-format.ts';

const tag = 'measures';
const whole = z.number().int();
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
/** Present where nothing is told because few people stand behind it: *disamarkan*, which is not "no data". */
const suppression = { suppressed: z.literal(true).optional() };

/** What is open now (or at the end of `to`), whenever it was received, by its age in working days. */
export const backlogSchema = z.object({
  ...frame,
  open: whole.nullable(),
  items: z.array(
    z.object({
      age: z.enum(BACKLOG_AGES.map(({ id }) => id)),
      /** Working days since receipt: from … to, both included; `toDays` null = and more. */
      fromDays: whole,
      toDays: whole.nullable(),
      count: whole,
      /** Of these, past their deadline. */
      overdue: whole,
    }),
  ),
  /** Working days the oldest has waited; null when nothing is open. */
  oldestDays: whole.nullable(),
  /** The ladder in force: working days a unit has to answer, and Diskominfo after it, before the complaint goes up. */
  ladder: z.object({ unitDays: whole, diskominfoDays: whole }),
  ...suppression,
});
export type Backlog = z.infer<typeof backlogSchema>;

/** What people complain about most: categories as they were recorded, of the complaints received in the period. */
export const categoriesSchema = z.object({
  ...frame,
  received: whole.nullable(),
  items: z.array(
    z.object({
      /** Null: recorded without a category. */
      category: z.string().nullable(),
      received: whole,
      /** Valid ones that are not resolved at the end of `to`, or now. */
      open: whole,
      overdue: whole,
    }),
  ),
  /** Categories that are not among the items, and their complaints. */
  others: z.object({ categories: whole, received: whole }).nullable(),
  ...suppression,
});
export type Categories = z.infer<typeof categoriesSchema>;

export const readComplaintBacklog = defineRoute({
  id: 'readComplaintBacklog',
  method: 'get',
  path: '/complaint-backlog',
  access: 'measures:read',
  tag,
  summary: 'Aduan yang belum selesai menurut umurnya dalam hari kerja',
  query: selectionQuery.extend(asTable),
  answer: backlogSchema,
});

export const readComplaintCategories = defineRoute({
  id: 'readComplaintCategories',
  method: 'get',
  path: '/complaint-categories',
  access: 'measures:read',
  tag,
  summary: 'Sepuluh kategori aduan terbanyak dari yang diterima dalam periode',
  query: selectionQuery.extend(asTable),
  answer: categoriesSchema,
});
