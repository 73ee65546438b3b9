import * as z from 'zod';
import { BACKLOG_AGES } from '#domain/complaints/backlog-age';
import { RUNGS } from '#domain/complaints/ladder';
import { CODE_PATTERN } from '#domain/scope';
import { askedDay } from './days.ts';
import { defineRoute } from './route.ts';
import { deadlineStepSchema } from './service-cases.ts';

const tag = 'complaints';
const whole = z.number().int();

/**
 * Numbers of the measures that are complaints: `count=` on the register selects exactly those of the number, in the state
 * at the end of `to` (or now) of what was received in the period. `unanswered` are the open ones without a first answer;
 * the backlog is everything open then, whenever it was received.
 */
export const COMPLAINT_COUNTS = [
  'complaints.received',
  'complaints.valid',
  'complaints.followedUp',
  'complaints.responded',
  'complaints.resolved',
  'complaints.judged',
  'complaints.inTime',
  'complaints.open',
  'complaints.overdue',
  'complaints.reopened',
  'complaints.escalated',
  'complaints.invalid',
  'complaints.unanswered',
  'complaints.backlog',
  'complaints.backlogOverdue',
] as const;
export type ComplaintCount = (typeof COMPLAINT_COUNTS)[number];

export const COMPLAINT_STATUSES = [
  'diterima',
  'diverifikasi',
  'didisposisi',
  'ditindaklanjuti',
  'selesai',
  'ditutup',
  'ditunda',
  'bukan-kewenangan',
  'tidak-valid',
  'dibuka-kembali',
] as const;

/** Who reported. Masked unless a reveal of the person who asks is open; null where nothing is recorded. */
const reporterSchema = z.object({
  name: z.string().nullable(),
  contact: z.string().nullable(),
  nik: z.string().nullable(),
  confidential: z.boolean(),
  /** True when the values are whole. */
  revealed: z.boolean(),
  /** Until when they stay whole for the person who asks. */
  revealedUntil: z.string().nullable(),
});

const complaintLineSchema = z.object({
  id: z.string(),
  number: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }),
  area: z.string().nullable(),
  service: z.string(),
  channel: z.string(),
  class: z.string(),
  category: z.string().nullable(),
  /** Telephone numbers, e-mail addresses and identity numbers in the text are masked. */
  text: z.string().nullable(),
  receivedAt: z.string(),
  firstResponseAt: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  /** True when `dueAt` is the end of its day. */
  dueAtEndOfDay: z.boolean(),
  status: z.string(),
  /** Indonesian name of the class. */
  className: z.string(),
  /** met, missed (resolved or not), or running; none without a deadline, or when it is not a valid complaint. */
  verdict: z.enum(['met', 'missed', 'running', 'none']),
  /** Working days of the unit since receipt, up to the resolution or to today; null when it ended without one. */
  workingDays: whole.nullable(),
  /** How far up the ladder it is by now: unit → Diskominfo → Bupati. */
  rung: z.enum(RUNGS),
});

export const complaintSchema = complaintLineSchema.extend({
  reporter: reporterSchema.nullable(),
  /** Rungs of the ladder that were reached, in order; the last may still lie ahead. */
  ladder: z.array(z.object({ rung: z.enum(RUNGS), at: z.string(), reached: z.boolean() })),
  /** Official time to the first answer and to the resolution, in minutes in which the unit was open. */
  responseWorkingMinutes: z.number().nullable(),
  resolutionWorkingMinutes: z.number().nullable(),
  deadline: z.object({
    /** own (from the file), class (working days of its class), or none. */
    source: z.enum(['own', 'class', 'none']),
    workingDays: whole.nullable(),
    legalBasis: z.string().nullable(),
    calendar: z.object({ name: z.string(), version: whole }).nullable(),
    /** Why the deadline is this day: every day from receipt; empty for an own deadline. */
    steps: z.array(deadlineStepSchema),
    /** False when the days of the class changed since the verdict was given, which stays as it was. */
    reproduced: z.boolean(),
  }),
});
export type ComplaintLine = z.infer<typeof complaintLineSchema>;
export type Complaint = z.infer<typeof complaintSchema>;

const code = z.string().regex(CODE_PATTERN);

/** The filters of the measures, which of their numbers, and what narrows the register further. */
const listQuery = {
  unit: code.optional(),
  service: code.optional(),
  channel: code.optional(),
  /** With `count` and without days: the current month up to today; without `count`: whenever received. */
  from: askedDay.optional(),
  to: askedDay.optional(),
  count: z.enum(COMPLAINT_COUNTS).optional(),
  /** Only the unit's own complaints, not those of the units below (the `self` item of a breakdown). */
  self: z.stringbool().optional(),
  class: code.optional(),
  status: z.enum(COMPLAINT_STATUSES).optional(),
  category: z.string().trim().min(1).max(200).optional(),
  /** Age in working days, as in the backlog. */
  age: z.enum(BACKLOG_AGES.map(({ id }) => id)).optional(),
  /** Words as they stand in text and category, or the beginning of the number. */
  search: z.string().trim().min(1).max(100).optional(),
  sort: z.enum(['newest', 'oldest', 'due']).optional(),
};

export const listComplaints = defineRoute({
  id: 'listComplaints',
  method: 'get',
  path: '/complaints',
  access: 'complaints:read',
  tag,
  summary: 'Register aduan, pelapor disamarkan',
  query: z.strictObject({
    ...listQuery,
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor: z.string().max(500).optional(),
  }),
  answer: z.object({
    items: z.array(complaintLineSchema),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
    /** Trial period (masa uji): leadership sees what came in up to this day. */
    shownUntil: z.iso.date().optional(),
  }),
});

export const exportComplaints = defineRoute({
  id: 'exportComplaints',
  method: 'get',
  path: '/complaints/export',
  access: 'complaints:read',
  tag,
  summary: 'Aduan yang sama sebagai berkas CSV atau XLSX, tanpa pelapor; tercatat dalam riwayat',
  query: z.strictObject({ ...listQuery, format: z.enum(['csv', 'xlsx']) }),
  answer: z.undefined(),
  produces: 'application/octet-stream',
});

const id = z.strictObject({ id: z.uuid() });

export const readComplaint = defineRoute({
  id: 'readComplaint',
  method: 'get',
  path: '/complaints/:id',
  access: 'complaints:read',
  tag,
  summary: 'Satu aduan, pelapor disamarkan',
  params: id,
  answer: complaintSchema,
});

export const revealReporter = defineRoute({
  id: 'revealReporter',
  method: 'post',
  path: '/complaints/:id/reveal',
  access: 'complaints:reveal',
  tag,
  summary: 'Membuka identitas pelapor untuk sementara, dengan alasan yang dicatat',
  params: id,
  body: z.strictObject({ reason: z.string().trim().min(10).max(500) }),
  answer: complaintSchema,
});

export const listReveals = defineRoute({
  id: 'listReveals',
  method: 'get',
  path: '/reveals',
  access: 'reveals:read',
  tag,
  summary: 'Pembukaan identitas pelapor: oleh siapa, mengapa, sampai kapan',
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor: z.string().max(500).optional(),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        complaint: z.object({ id: z.string(), number: z.string() }),
        post: z.string(),
        name: z.string().nullable(),
        reason: z.string(),
        at: z.string(),
        expiresAt: z.string(),
      }),
    ),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
  }),
});
