import * as z from 'zod';
import { problemErrorSchema } from './problem.ts';
import { defineRoute } from './route.ts';

export const DATASETS = [
  'service-cases',
  'case-steps',
  'pauses',
  'extra-sessions',
  'complaints',
  'survey-responses',
  'units',
  'services',
  'service-standards',
  'calendar',
  'targets',
  'boundaries',
  'pilot-milestones',
  'staff',
] as const;
export type DatasetName = (typeof DATASETS)[number];

const IMPORT_STATUSES = ['queued', 'running', 'succeeded', 'failed'] as const;

export const importSchema = z.object({
  id: z.string(),
  dataset: z.enum(DATASETS),
  fileName: z.string(),
  dryRun: z.boolean(),
  status: z.enum(IMPORT_STATUSES),
  startedAt: z.iso.datetime({ offset: true }),
  finishedAt: z.iso.datetime({ offset: true }).nullable(),
  startedBy: z.string(),
  rowsRead: z.number().int(),
  rowsInserted: z.number().int(),
  /**
   * Records that changed. Who reported a complaint is not counted; for those without a right to the details of the
   * dataset this is the number of all rows that were there already, the same or not, and `rowsUnchanged` is 0.
   */
  rowsUpdated: z.number().int(),
  rowsUnchanged: z.number().int(),
  rowsRejected: z.number().int(),
  /**
   * The rejected rows: there are none; this person can download them; they belong to somebody else; or they were deleted,
   * as those of complaints and surveys are 30 days after the import.
   */
  rejectedRows: z.enum(['none', 'available', 'withheld', 'deleted']),
  /** The first 100 things that are wrong; all of them are in the file of rejected rows. */
  errors: z.array(problemErrorSchema),
  /** What a careful person should know although nothing was refused (e.g. U8/U9, created units, total rows skipped). */
  warnings: z.array(z.string()),
  /** Units, services and channels that were created because the mapping allowed it. */
  created: z.array(
    z.object({ kind: z.enum(['unit', 'service', 'channel']), code: z.string(), name: z.string() }),
  ),
  /** Why the whole import failed; null otherwise. */
  failure: z.string().nullable(),
});
export type ImportResult = z.infer<typeof importSchema>;

export const importsSchema = z.object({
  items: z.array(importSchema),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
});

/** A column of a dataset: what a column of a file can be told to be. */
export const columnSchema = z.object({
  name: z.string(),
  english: z.string(),
  required: z.boolean(),
  explanation: z.string(),
});
export type ColumnOfDataset = z.infer<typeof columnSchema>;

/** What the screen needs to know to explain a dataset and to offer a template. */
const datasetSchema = z.object({
  name: z.enum(DATASETS),
  label: z.string(),
  description: z.string(),
  columns: z.array(columnSchema),
  key: z.string(),
  /** Whether this person may load it: some datasets keep the structure of the kabupaten. */
  loadable: z.boolean(),
});
export const datasetsSchema = z.object({
  items: z.array(datasetSchema),
  maximumMegabytes: z.number(),
  maximumRows: z.number().int(),
});

/** First look at a file before it is loaded: its columns, and what was recognised. */
export const previewSchema = z.object({
  fileName: z.string(),
  sheets: z.array(z.string()),
  headerRow: z.number().int(),
  columns: z.array(
    z.object({ header: z.string(), field: z.string().nullable(), examples: z.array(z.string()) }),
  ),
  missing: z.array(z.string()),
  warnings: z.array(z.string()),
});
export type ImportPreview = z.infer<typeof previewSchema>;

const tag = 'imports';
const flag = z.enum(['true', 'false', '1', '0']).optional();
const idParams = z.strictObject({ id: z.string().min(1).max(64) });
const datasetParams = z.strictObject({ dataset: z.string().min(1).max(64) });

export const readDatasets = defineRoute({
  id: 'readDatasets',
  method: 'get',
  path: '/datasets',
  access: 'imports:write',
  tag,
  summary: 'Himpunan data yang dapat diunggah, beserta kolomnya',
  answer: datasetsSchema,
});
export const readTemplate = defineRoute({
  id: 'readTemplate',
  method: 'get',
  path: '/datasets/:dataset/template',
  access: 'imports:write',
  tag,
  summary: 'Contoh berkas XLSX yang siap diisi',
  params: datasetParams,
  answer: z.unknown(),
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});
export const previewImport = defineRoute({
  id: 'previewImport',
  method: 'post',
  path: '/imports/:dataset/preview',
  access: 'imports:write',
  tag,
  summary: 'Melihat kolom berkas sebelum dimuat; tidak menyimpan apa pun',
  params: datasetParams,
  body: z.unknown(),
  consumes: 'multipart/form-data',
  answer: previewSchema,
});
export const createImport = defineRoute({
  id: 'createImport',
  method: 'post',
  path: '/imports/:dataset',
  access: 'imports:write',
  tag,
  summary: 'Memuat berkas (isian `file`, boleh dengan `mapping`); `dryRun=true` hanya memeriksa',
  params: datasetParams,
  query: z.strictObject({ dryRun: flag }),
  body: z.unknown(),
  consumes: 'multipart/form-data',
  answer: z.object({ id: z.string() }),
  status: 202,
});
export const listImports = defineRoute({
  id: 'listImports',
  method: 'get',
  path: '/imports',
  access: 'imports:write',
  tag,
  summary: 'Unggahan terdahulu',
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: z.string().max(200).optional(),
  }),
  answer: importsSchema,
});
export const readImport = defineRoute({
  id: 'readImport',
  method: 'get',
  path: '/imports/:id',
  access: 'imports:write',
  tag,
  summary: 'Kemajuan dan hasil satu unggahan',
  params: idParams,
  answer: importSchema,
});
export const readRejectedRows = defineRoute({
  id: 'readRejectedRows',
  method: 'get',
  path: '/imports/:id/rejected',
  access: 'imports:write',
  tag,
  summary: 'Baris yang ditolak, dalam jenis berkas yang sama, dengan kolom Kesalahan',
  params: idParams,
  answer: z.unknown(),
  produces: 'application/octet-stream',
});
