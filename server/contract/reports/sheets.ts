import * as z from 'zod';
import { defineRoute } from '../route.ts';
import { selectionQuery } from '../measures.ts';
import { reportDocumentSchema } from './report-document.ts';

const tag = 'reports';
const unit = z.string().min(1).max(64);
const pdf = { format: z.enum(['pdf']) };
const file = { answer: z.unknown(), produces: 'application/octet-stream', tag } as const;

/** Sheets of one moment: each shows what its screen shows, as the person who asks may see it. */
const musterQuery = z.strictObject({ unit: unit.optional() });
const visitQuery = selectionQuery.omit({ service: true, channel: true }).extend({ unit });
const innovationQuery = z.strictObject({
  /** Id or slug of the entry. */
  key: z.string().min(1).max(200),
});
const worksheetQuery = z.strictObject({ sample: z.uuid() });

export const readMusterSheet = defineRoute({
  id: 'readMusterSheet',
  method: 'get',
  path: '/sheets/lembar-apel',
  access: 'cases:read',
  tag,
  summary: 'Lembar apel pagi: satu halaman untuk apel hari ini',
  query: musterQuery,
  answer: reportDocumentSchema,
});
export const readMusterFile = defineRoute({
  id: 'readMusterFile',
  method: 'get',
  path: '/sheets/lembar-apel/file',
  access: 'cases:read',
  summary: 'Lembar apel pagi sebagai berkas PDF; tercatat dalam riwayat',
  query: musterQuery.extend(pdf),
  ...file,
});

export const readVisitSheet = defineRoute({
  id: 'readVisitSheet',
  method: 'get',
  path: '/sheets/lembar-kunjungan',
  access: 'attention:read',
  tag,
  summary: 'Lembar kunjungan kerja: satu halaman sebelum mengunjungi unit',
  query: visitQuery,
  answer: reportDocumentSchema,
});
export const readVisitFile = defineRoute({
  id: 'readVisitFile',
  method: 'get',
  path: '/sheets/lembar-kunjungan/file',
  access: 'attention:read',
  summary: 'Lembar kunjungan kerja sebagai berkas PDF; tercatat dalam riwayat',
  query: visitQuery.extend(pdf),
  ...file,
});

export const readInnovationSheet = defineRoute({
  id: 'readInnovationSheet',
  method: 'get',
  path: '/sheets/lembar-inovasi',
  access: 'innovations:read',
  tag,
  summary: 'Lembar inovasi: satu halaman per inovasi',
  query: innovationQuery,
  answer: reportDocumentSchema,
});
export const readInnovationFile = defineRoute({
  id: 'readInnovationFile',
  method: 'get',
  path: '/sheets/lembar-inovasi/file',
  access: 'innovations:read',
  summary: 'Lembar inovasi sebagai berkas PDF; tercatat dalam riwayat',
  query: innovationQuery.extend(pdf),
  ...file,
});

export const readWorksheet = defineRoute({
  id: 'readWorksheet',
  method: 'get',
  path: '/sheets/kertas-kerja-uji-petik',
  access: 'samples:draw',
  tag,
  summary: 'Kertas kerja uji petik: berkas yang tertarik, dengan kolom untuk hasil pemeriksaan',
  query: worksheetQuery,
  answer: reportDocumentSchema,
});
export const readWorksheetFile = defineRoute({
  id: 'readWorksheetFile',
  method: 'get',
  path: '/sheets/kertas-kerja-uji-petik/file',
  access: 'samples:draw',
  summary: 'Kertas kerja uji petik sebagai berkas PDF atau XLSX; tercatat dalam riwayat',
  query: worksheetQuery.extend({ format: z.enum(['pdf', 'xlsx']) }),
  ...file,
});

export const SHEET_ROUTES = [
  readMusterSheet,
  readMusterFile,
  readVisitSheet,
  readVisitFile,
  readInnovationSheet,
  readInnovationFile,
  readWorksheet,
  readWorksheetFile,
] as const;
