import * as z from 'zod';
import { CODE_PATTERN } from '#domain/scope';
import { askedDay } from './days.ts';
import { defineRoute } from './route.ts';

const tag = 'service-cases';
const code = z.string().regex(CODE_PATTERN);
const whole = z.number().int();
const instant = z.string();

/**
 * Counts of the measures that are records: `count=` on a list selects exactly those of the number. The last two are
 * what comes before a number: deadlines of the next two working days, and what is open with its deadline passed.
 */
export const CASE_COUNTS = [
  'volume.received',
  'volume.completed',
  'volume.rejected',
  'volume.cancelled',
  'volume.open',
  'volume.lateEntries',
  'turnaround.due',
  'turnaround.dueMet',
  'turnaround.dueMissed',
  'turnaround.completed',
  'turnaround.promised',
  'turnaround.withinStandard',
  'turnaround.visitsKnown',
  'turnaround.singleVisit',
  'turnaround.preparedKnown',
  'turnaround.overdue',
  'turnaround.dueSoon',
] as const;
export type CaseCount = (typeof CASE_COUNTS)[number];

const CASE_STATUSES = ['diterima', 'diproses', 'ditunda', 'selesai', 'ditolak', 'dibatalkan'] as const;

const named = z.object({ code: z.string(), name: z.string() });

const serviceCaseLineSchema = z.object({
  id: z.string(),
  number: z.string(),
  unit: named,
  service: named,
  channel: named,
  servicePoint: z.string().nullable(),
  status: z.enum(CASE_STATUSES),
  receivedAt: instant,
  completedAt: instant.nullable(),
  dueAt: instant.nullable(),
  /** True when `dueAt` is the end of its day. */
  dueAtEndOfDay: z.boolean(),
  /** met, missed (completed or not), or running; none without a deadline. */
  verdict: z.enum(['met', 'missed', 'running', 'none']),
  citizenMinutes: z.number().nullable(),
  workingMinutes: z.number().nullable(),
  visits: whole.nullable(),
  lateEntry: z.boolean(),
});
export type ServiceCaseLine = z.infer<typeof serviceCaseLineSchema>;

/** A day of the way from receipt to deadline, in order. */
export const deadlineStepSchema = z.object({
  day: z.iso.date(),
  kind: z.enum(['received', 'counted', 'paused', 'weekend', 'holiday', 'joint-leave', 'closure']),
  label: z.string(),
  number: whole.optional(),
  workingSeconds: whole.optional(),
});

export const serviceCaseSchema = serviceCaseLineSchema.extend({
  recordedAt: instant.nullable(),
  preparedOnline: z.boolean().nullable(),
  fee: z.number().nullable(),
  staff: z.string().nullable(),
  /** Both clocks, in seconds, up to completion or to now. */
  clocks: z.object({
    citizenSeconds: whole,
    officialSeconds: whole.nullable(),
    pausedSeconds: whole,
    /** True while the case is not completed. */
    running: z.boolean(),
  }),
  deadline: z.object({
    dueAt: instant.nullable(),
    endOfDay: z.boolean(),
    /** own (from the file), standard, paused (stands still), or none. */
    source: z.enum(['own', 'standard', 'paused', 'none']),
    promise: z
      .object({ unit: z.enum(['minutes', 'working-hours', 'working-days']), amount: z.number() })
      .nullable(),
    standardFrom: z.iso.date().nullable(),
    legalBasis: z.string().nullable(),
    calendar: z.object({ name: z.string(), version: whole }).nullable(),
    /** Why the deadline is this day; empty for an own deadline. */
    steps: z.array(deadlineStepSchema),
    /**
     * From the deadline to completion, or to now: working days by the unit's calendar, negative while it lies ahead, and
     * minutes in which the unit was open. Null without a deadline, or when the case was cancelled.
     */
    after: z.object({ workingDays: whole, workingMinutes: z.number() }).nullable(),
    /** False when the standard or the pauses changed since the verdict was given, which stays as it was. */
    reproduced: z.boolean(),
  }),
  steps: z.array(
    z.object({
      step: z.string(),
      unit: named,
      startedAt: instant,
      completedAt: instant.nullable(),
      workingMinutes: z.number().nullable(),
    }),
  ),
  pauses: z.array(
    z.object({
      reason: z.string(),
      reasonName: z.string(),
      startedAt: instant,
      endedAt: instant.nullable(),
      told: z.boolean(),
      workingMinutes: z.number().nullable(),
    }),
  ),
  /** Extra sessions of the unit that the receipt or the completion lies in. */
  sessions: z.array(z.object({ day: z.iso.date(), from: z.string(), to: z.string() })),
  /** What changed since it was first recorded, newest first. */
  changes: z.array(
    z.object({
      at: instant,
      fields: z.array(
        z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
      ),
    }),
  ),
  complaints: z.array(z.object({ id: z.string(), number: z.string() })).optional(),
});
export type ServiceCase = z.infer<typeof serviceCaseSchema>;

/** Most rows of one file: beyond that the selection is to be narrowed. */
export const MOST_EXPORTED_CASES = 100_000;

/**
 * The filters of the measures, and which of their numbers. With `count` and without days it is the current month up to
 * today; without `count` all cases received in the days asked for, or ever.
 */
const listQuery = {
  unit: code.optional(),
  service: code.optional(),
  channel: code.optional(),
  from: askedDay.optional(),
  to: askedDay.optional(),
  count: z.enum(CASE_COUNTS).optional(),
  /** Only the unit's own records, not those of the units below (the `self` item of a breakdown). */
  self: z.stringbool().optional(),
  /** Number of the case, or its beginning. */
  search: z.string().trim().min(1).max(100).optional(),
  sort: z.enum(['newest', 'oldest', 'due']).optional(),
};

export const listServiceCases = defineRoute({
  id: 'listServiceCases',
  method: 'get',
  path: '/service-cases',
  access: 'cases:read',
  tag,
  summary: 'Permohonan di balik suatu angka',
  query: z.strictObject({
    ...listQuery,
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor: z.string().max(500).optional(),
  }),
  answer: z.object({
    items: z.array(serviceCaseLineSchema),
    nextCursor: z.string().nullable(),
    total: whole,
    /** Trial period (masa uji): leadership sees what came in up to this day. */
    shownUntil: z.iso.date().optional(),
  }),
});

export const exportServiceCases = defineRoute({
  id: 'exportServiceCases',
  method: 'get',
  path: '/service-cases/export',
  access: 'cases:read',
  tag,
  summary: 'Permohonan yang sama sebagai berkas CSV atau XLSX; tercatat dalam riwayat',
  query: z.strictObject({ ...listQuery, format: z.enum(['csv', 'xlsx']) }),
  answer: z.undefined(),
  produces: 'application/octet-stream',
});

export const readServiceCase = defineRoute({
  id: 'readServiceCase',
  method: 'get',
  path: '/service-cases/:id',
  access: 'cases:read',
  tag,
  summary: 'Satu permohonan dengan perjalanannya, dua jam, dan alasan tenggatnya',
  params: z.strictObject({ id: z.uuid() }),
  answer: serviceCaseSchema,
});
