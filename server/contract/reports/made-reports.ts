import * as z from 'zod';
import { CODE_PATTERN } from '#domain/scope';
import { askedDay } from '../days.ts';
import { defineRoute } from '../route.ts';
import { SNAPSHOT_GRAINS } from './snapshot-content.ts';

const tag = 'reports';
const whole = z.number().int();
const code = z.string().regex(CODE_PATTERN);

/** Formats that a report is made in for later. */
export const MADE_FORMATS = ['pdf', 'xlsx'] as const;
export type MadeFormat = (typeof MADE_FORMATS)[number];

export const MADE_STATES = ['waiting', 'running', 'done', 'failed'] as const;

/** A report that a person ordered, and how far it is. */
export const madeReportSchema = z.object({
  id: z.string(),
  report: z.string(),
  title: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }),
  grain: z.enum(SNAPSHOT_GRAINS),
  from: z.iso.date(),
  periodName: z.string(),
  format: z.enum(MADE_FORMATS),
  state: z.enum(MADE_STATES),
  /** 0–100. */
  progress: whole.min(0).max(100),
  /** How far it is, or why there is no file. */
  sentence: z.string(),
  /** File, in bytes; null while there is none. */
  bytes: whole.nullable(),
  fileName: z.string().nullable(),
  /** Code of the snapshot it was drawn from; null for figures that were not frozen. */
  snapshotCode: z.string().nullable(),
  at: z.string(),
  finishedAt: z.string().nullable(),
  /** The last day on which it can be fetched. */
  keptUntil: z.iso.date(),
});
export type MadeReport = z.infer<typeof madeReportSchema>;

export const orderReport = defineRoute({
  id: 'orderReport',
  method: 'post',
  path: '/made-reports',
  access: 'reports:read',
  tag,
  summary: 'Membuat berkas laporan di latar belakang; hasilnya ada di daftar laporan sendiri',
  body: z.strictObject({
    report: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
    unit: code,
    grain: z.enum(SNAPSHOT_GRAINS),
    /** A day of the period. */
    from: askedDay,
    format: z.enum(MADE_FORMATS),
  }),
  answer: madeReportSchema,
  status: 202,
});

export const listMadeReports = defineRoute({
  id: 'listMadeReports',
  method: 'get',
  path: '/made-reports',
  access: 'reports:read',
  tag,
  summary: 'Berkas laporan yang dibuat orang yang bertanya, yang terbaru dahulu, dengan kemajuannya',
  answer: z.object({
    items: z.array(madeReportSchema),
    /** So many a person may have at once, and so many days a file is kept. */
    most: whole,
    keptDays: whole,
  }),
});

export const readMadeFile = defineRoute({
  id: 'readMadeFile',
  method: 'get',
  path: '/made-reports/:id/file',
  access: 'reports:read',
  tag,
  summary: 'Mengunduh berkas laporan sendiri yang sudah jadi',
  params: z.strictObject({ id: z.uuid() }),
  answer: z.unknown(),
  produces: 'application/octet-stream',
});

export const removeMadeReport = defineRoute({
  id: 'removeMadeReport',
  method: 'delete',
  path: '/made-reports/:id',
  access: 'reports:read',
  tag,
  summary: 'Menghapus berkas laporan sendiri, atau membatalkan yang belum jadi',
  params: z.strictObject({ id: z.uuid() }),
  answer: z.undefined(),
  status: 204,
});

export const MADE_REPORT_ROUTES = [orderReport, listMadeReports, readMadeFile, removeMadeReport] as const;
