import * as z from 'zod';
import { askedDay } from '../days.ts';
import { defineRoute } from '../route.ts';
import { reportDocumentSchema } from './report-document.ts';
import { SNAPSHOT_GRAINS } from './snapshot-content.ts';

const tag = 'reports';
const code = z.string().min(1).max(64);

/** Formats in which a report can be taken along; the screen is the document itself. */
export const FILE_FORMATS = ['pdf', 'xlsx', 'text'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** Every report that has a screen of its own, `/laporan/<report>`: the names of the catalogue in `reports/definitions`. */
export const REPORT_IDS = ['laporan-kinerja', 'publikasi-ikm', 'ringkasan-wa'] as const;

const params = z.strictObject({ report: z.string().min(1).max(64) });
/** One unit and one whole month or quarter, told by its first day; without a unit the own one. */
const askedReport = {
  unit: code.optional(),
  grain: z.enum(SNAPSHOT_GRAINS),
  from: askedDay,
};

export const reportListSchema = z.object({
  unit: z.string(),
  unitName: z.string(),
  items: z.array(
    z.object({
      report: z.string(),
      title: z.string(),
      grains: z.array(z.enum(SNAPSHOT_GRAINS)),
      formats: z.array(z.enum(FILE_FORMATS)),
    }),
  ),
});
export type ReportList = z.infer<typeof reportListSchema>;

export const listReports = defineRoute({
  id: 'listReports',
  method: 'get',
  path: '/reports',
  access: 'reports:read',
  tag,
  summary: 'Laporan yang dapat dibuka untuk satu unit',
  query: z.strictObject({ unit: code.optional() }),
  answer: reportListSchema,
});

export const readReport = defineRoute({
  id: 'readReport',
  method: 'get',
  path: '/reports/:report',
  access: 'reports:read',
  tag,
  summary: 'Satu laporan, dari angka tetap bila sudah ditetapkan',
  params,
  query: z.strictObject(askedReport),
  answer: reportDocumentSchema,
});

export const readReportFile = defineRoute({
  id: 'readReportFile',
  method: 'get',
  path: '/reports/:report/file',
  access: 'reports:read',
  tag,
  summary: 'Laporan yang sama sebagai PDF, buku kerja Excel, atau ringkasan teks',
  params,
  query: z.strictObject({ ...askedReport, format: z.enum(FILE_FORMATS) }),
  answer: z.unknown(),
  produces: 'application/octet-stream',
});

export const DOCUMENT_ROUTES = [listReports, readReport, readReportFile];
