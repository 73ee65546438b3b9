import * as z from 'zod';
import { CODE_PATTERN } from '#domain/scope';
import { askedDay } from '../days.ts';
import { columnSchema, previewSchema } from '../imports.ts';
import { defineRoute } from '../route.ts';

const tag = 'oversight';
const whole = z.number().int();
const day = z.iso.date();
const code = z.string().regex(CODE_PATTERN);
const text = (most: number): z.ZodString => z.string().trim().min(3).max(most);
const named = z.object({ code: z.string(), name: z.string() });
const id = z.strictObject({ id: z.uuid() });

/* Selisih dengan laporan lain. */
export const RECONCILED_DATASETS = ['service-cases', 'complaints'] as const;
export const DIFFERENCE_KINDS = ['only-theirs', 'only-ours', 'differs', 'unreadable'] as const;
const countsSchema = z.object({
  theirs: whole,
  ours: whole,
  same: whole,
  onlyTheirs: whole,
  onlyOurs: whole,
  differs: whole,
  unreadable: whole,
});
export const reconciliationLineSchema = z.object({
  id: z.string(),
  dataset: z.enum(RECONCILED_DATASETS),
  unit: named,
  from: day,
  to: day,
  source: z.string(),
  fileName: z.string(),
  counts: countsSchema,
  /** "Laporan mereka 412, PANDU 405: 9 hanya ada di sana, 2 hanya di sini, 14 berbeda isinya." */
  sentence: z.string(),
  at: z.string(),
  by: z.string(),
});
export type ReconciliationLine = z.infer<typeof reconciliationLineSchema>;
export const reconciliationRowSchema = z.object({
  kind: z.enum(DIFFERENCE_KINDS),
  number: z.string(),
  unit: named.nullable(),
  /** Row of their file; null when it is only ours. */
  row: whole.nullable(),
  /** Path of our record. */
  link: z.string().nullable(),
  differences: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      theirs: z.string().nullable(),
      ours: z.string().nullable(),
    }),
  ),
});

export const listReconciliations = defineRoute({
  id: 'listReconciliations',
  method: 'get',
  path: '/reconciliations',
  access: 'reconciliations:write',
  tag,
  summary: 'Perbandingan dengan laporan lain yang pernah dibuat',
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).optional(),
    cursor: z.string().max(200).optional(),
  }),
  answer: z.object({
    items: z.array(reconciliationLineSchema),
    nextCursor: z.string().nullable(),
    total: whole,
  }),
});
/** Columns of their file, what was recognised, and the fields that a comparison can use. */
export const reportPreviewSchema = previewSchema.extend({ fields: z.array(columnSchema) });
export type ReportPreview = z.infer<typeof reportPreviewSchema>;
export const previewReconciliation = defineRoute({
  id: 'previewReconciliation',
  method: 'post',
  path: '/reconciliations/preview',
  access: 'reconciliations:write',
  tag,
  summary: 'Melihat kolom berkas mereka sebelum dibandingkan; tidak menyimpan apa pun',
  query: z.strictObject({ dataset: z.enum(RECONCILED_DATASETS) }),
  body: z.unknown(),
  consumes: 'multipart/form-data',
  answer: reportPreviewSchema,
});
export const createReconciliation = defineRoute({
  id: 'createReconciliation',
  method: 'post',
  path: '/reconciliations',
  access: 'reconciliations:write',
  tag,
  summary: 'Membandingkan berkas mereka (isian `file`, boleh dengan `mapping`) dengan catatan PANDU',
  query: z.strictObject({
    dataset: z.enum(RECONCILED_DATASETS),
    unit: code.optional(),
    from: askedDay,
    to: askedDay,
    source: text(120),
  }),
  body: z.unknown(),
  consumes: 'multipart/form-data',
  answer: reconciliationLineSchema,
  status: 201,
});
export const readReconciliation = defineRoute({
  id: 'readReconciliation',
  method: 'get',
  path: '/reconciliations/:id',
  access: 'reconciliations:write',
  tag,
  summary: 'Satu perbandingan: setiap berkas yang berbeda disebut',
  params: id,
  query: z.strictObject({
    kind: z.enum(DIFFERENCE_KINDS).optional(),
    limit: z.coerce.number().int().min(1).max(500).optional(),
    cursor: z.string().max(200).optional(),
  }),
  answer: reconciliationLineSchema.extend({
    rows: z.array(reconciliationRowSchema),
    nextCursor: z.string().nullable(),
    total: whole,
  }),
});
export const exportReconciliation = defineRoute({
  id: 'exportReconciliation',
  method: 'get',
  path: '/reconciliations/:id/differences',
  access: 'reconciliations:write',
  tag,
  summary: 'Daftar selisih (XLSX)',
  params: id,
  answer: z.unknown(),
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});
