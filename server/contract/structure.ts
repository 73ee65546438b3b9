/** What the figures rest on: units, services with their standards, calendars, extra sessions, targets. */
import * as z from 'zod';
import { MAX_INTERVALS_PER_DAY, SECONDS_PER_DAY } from '#domain/calendar/calendar-definition';
import { MEASURE_IDS } from '#domain/measures';
import { CODE_PATTERN } from '#domain/scope';
import { COMPONENT_CODES } from '#domain/standards/standard-components';
import { askedDay } from './days.ts';
import { UNIT_KINDS } from './reference.ts';
import { defineRoute } from './route.ts';

const tag = 'structure';
const access = 'structure:manage';
const code = z.string().min(1).max(64);
const newCode = z.string().regex(CODE_PATTERN);
const name = z.string().trim().min(2).max(160);
const legalBasis = z.string().trim().max(300).nullable();
/** Last day, inclusive; null: until further notice. */
const lastDay = askedDay.nullable();
const reason = z.string().trim().min(3).max(300);
/** What a record was when it was read; a change of an outdated record is refused with 409. */
const version = z.string().min(1).max(64);
const byId = z.strictObject({ id: z.uuid() });
const byCode = z.strictObject({ code });
const trial = z.strictObject({
  /** `true`: nothing is saved; the answer says what would follow. */
  dryRun: z.enum(['true', 'false']).optional(),
});

/** A number of records; null where it is one to four and the caller's post sees no single records. */
const records = z.number().int().min(0).nullable();

/** What follows from a change. */
export const structureOutcomeSchema = z.object({
  /** False for a trial. */
  saved: z.boolean(),
  /** Code or id of what was written. */
  key: z.string(),
  /** Open service cases and unresolved complaints that have another deadline. */
  movedCases: records,
  movedComplaints: records,
  /** Records of the unit from days on which it is not valid: no unit above counts them. */
  recordsOutside: records,
  /** Open posts of the unit that has an end now. */
  posts: z.number().int(),
  /** How many days, e.g. of sessions, were written. */
  days: z.number().int(),
});
export type StructureOutcome = z.infer<typeof structureOutcomeSchema>;

// Units

const unitValues = {
  name,
  kind: z.enum(UNIT_KINDS),
  parentCode: code.nullable(),
  calendarCode: code,
  validFrom: askedDay.nullable(),
  validTo: lastDay,
  predecessorCode: code.nullable(),
};

/** `validFrom` null: since before anything was recorded. `validTo` is the last day. */
export const keptUnitSchema = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
  parentCode: z.string().nullable(),
  calendarCode: z.string(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  predecessorCode: z.string().nullable(),
  version: z.string(),
});
export type KeptUnit = z.infer<typeof keptUnitSchema>;

export const listKeptUnits = defineRoute({
  id: 'listKeptUnits',
  method: 'get',
  path: '/structure/units',
  access,
  tag,
  summary: 'Semua unit dengan induk, masa berlaku, pendahulu, dan kalendernya; juga yang sudah berakhir',
  answer: z.object({ items: z.array(keptUnitSchema) }),
});
export const addUnit = defineRoute({
  id: 'addUnit',
  method: 'post',
  path: '/structure/units',
  access,
  tag,
  summary: 'Menambah unit',
  query: trial,
  body: z.strictObject({ code: newCode, ...unitValues }),
  answer: structureOutcomeSchema,
  status: 201,
});
export const changeUnit = defineRoute({
  id: 'changeUnit',
  method: 'put',
  path: '/structure/units/:code',
  access,
  tag,
  summary: 'Mengubah unit: nama, jenis, induk untuk seluruh riwayat, kalender, atau masa berlaku',
  params: byCode,
  query: trial,
  body: z.strictObject({ version, ...unitValues }),
  answer: structureOutcomeSchema,
});
export const succeedUnit = defineRoute({
  id: 'succeedUnit',
  method: 'post',
  path: '/structure/units/:code/successor',
  access,
  tag,
  summary:
    'Mengakhiri unit dan menambah penggantinya mulai suatu tanggal: penggabungan, pemecahan, pindah induk',
  params: byCode,
  query: trial,
  body: z.strictObject({
    version,
    /** First day of the successor; the unit ends the day before. */
    from: askedDay,
    code: newCode,
    name,
    kind: unitValues.kind,
    parentCode: code,
    calendarCode: code,
  }),
  answer: structureOutcomeSchema,
  status: 201,
});

// Services and their standards

const promise = z.strictObject({
  unit: z.enum(['minutes', 'working-hours', 'working-days']),
  amount: z.number().positive().max(10_000),
});
const componentTexts = z.partialRecord(z.enum(COMPONENT_CODES), z.string().trim().max(4000));
const consultation = z.strictObject({
  heldOn: askedDay,
  participants: z.string().trim().min(3).max(2000),
  minutes: z.string().trim().max(8000),
  agreedChanges: z.string().trim().max(8000),
  followUp: z.string().trim().max(8000),
});
const standardValues = {
  promise,
  /** Rupiah; null: not recorded; 0: free of charge. */
  fee: z.number().min(0).max(1_000_000_000).nullable(),
  legalBasis,
  components: componentTexts,
  /** Forum Konsultasi Publik; null: none recorded. */
  consultation: consultation.nullable(),
};
export const standardSchema = z.object({
  validFrom: z.iso.date(),
  ...standardValues,
  /** False for an example that nobody has confirmed. */
  confirmed: z.boolean(),
});
export type Standard = z.infer<typeof standardSchema>;
export const keptServiceSchema = z.object({
  code: z.string(),
  name: z.string(),
  /** Newest first. */
  standards: z.array(standardSchema),
  version: z.string(),
});
export type KeptService = z.infer<typeof keptServiceSchema>;

export const listKeptServices = defineRoute({
  id: 'listKeptServices',
  method: 'get',
  path: '/structure/services',
  access,
  tag,
  summary: 'Jenis layanan dengan semua versi standar pelayanannya',
  answer: z.object({ items: z.array(keptServiceSchema) }),
});
export const addService = defineRoute({
  id: 'addService',
  method: 'post',
  path: '/structure/services',
  access,
  tag,
  summary: 'Menambah jenis layanan',
  body: z.strictObject({ code: newCode, name }),
  answer: structureOutcomeSchema,
  status: 201,
});
export const renameService = defineRoute({
  id: 'renameService',
  method: 'put',
  path: '/structure/services/:code',
  access,
  tag,
  summary: 'Mengganti nama jenis layanan',
  params: byCode,
  body: z.strictObject({ version, name }),
  answer: structureOutcomeSchema,
});
const byStandard = z.strictObject({ code, validFrom: askedDay });
export const saveStandard = defineRoute({
  id: 'saveStandard',
  method: 'put',
  path: '/structure/services/:code/standards/:validFrom',
  access,
  tag,
  summary:
    'Menyimpan versi standar pelayanan yang berlaku mulai suatu tanggal; tenggat yang terbuka ikut bergeser',
  params: byStandard,
  query: trial,
  body: z.strictObject({ version, ...standardValues }),
  answer: structureOutcomeSchema,
});
export const removeStandard = defineRoute({
  id: 'removeStandard',
  method: 'delete',
  path: '/structure/services/:code/standards/:validFrom',
  access,
  tag,
  summary: 'Membatalkan versi standar pelayanan yang belum berlaku',
  params: byStandard,
  query: z.strictObject({ version }),
  answer: structureOutcomeSchema,
});

// Calendars

const second = z.number().int().min(0).max(SECONDS_PER_DAY);
/** Several hours of one weekday may be valid on a day: the one that began last counts (Ramadan over the usual). */
const openingHours = z.strictObject({
  weekday: z.union([1, 2, 3, 4, 5, 6, 7].map((day) => z.literal(day as 1 | 2 | 3 | 4 | 5 | 6 | 7))),
  validFrom: askedDay,
  validTo: lastDay,
  /** Seconds of the local day, in order. */
  intervals: z.array(z.strictObject({ from: second, to: second })).max(MAX_INTERVALS_PER_DAY + 4),
});
const closure = z.strictObject({ day: askedDay, name: z.string().trim().min(3).max(120) });
const calendarValues = {
  name,
  openingHours: z.array(openingHours).max(200),
  /** Local closures, besides the national holidays. */
  closures: z.array(closure).max(1000),
  /** False for units that work through holidays (gawat darurat, rawat inap). */
  nationalHolidays: z.boolean(),
};
export const keptCalendarSchema = z.object({
  code: z.string(),
  ...calendarValues,
  /** Units that use it. */
  units: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Newest first. */
  versions: z.array(
    z.object({ number: z.number().int(), madeAt: z.string(), reason: z.string().nullable() }),
  ),
  version: z.string(),
});
export type KeptCalendar = z.infer<typeof keptCalendarSchema>;
export type OpeningHoursOf = KeptCalendar['openingHours'][number];

export const listCalendars = defineRoute({
  id: 'listCalendars',
  method: 'get',
  path: '/structure/calendars',
  access,
  tag,
  summary:
    'Kalender kabupaten: jam buka, hari tutup setempat, hari libur nasional, versi, dan unit pemakainya',
  answer: z.object({
    items: z.array(keptCalendarSchema),
    holidays: z.array(
      z.object({
        day: z.iso.date(),
        kind: z.enum(['national', 'joint-leave']),
        name: z.string(),
        legalBasis: z.string(),
        confirmed: z.boolean(),
      }),
    ),
  }),
});
export type Holiday = z.infer<typeof listCalendars.answer>['holidays'][number];
export const addCalendar = defineRoute({
  id: 'addCalendar',
  method: 'post',
  path: '/structure/calendars',
  access,
  tag,
  summary: 'Menambah kalender',
  body: z.strictObject({ code: newCode, ...calendarValues }),
  answer: structureOutcomeSchema,
  status: 201,
});
export const changeCalendarOf = defineRoute({
  id: 'changeCalendar',
  method: 'put',
  path: '/structure/calendars/:code',
  access,
  tag,
  summary: 'Membuat versi baru kalender; tenggat permohonan dan aduan yang terbuka ikut bergeser',
  params: byCode,
  query: trial,
  body: z.strictObject({ version, reason, ...calendarValues }),
  answer: structureOutcomeSchema,
});

// Extra sessions

export const keptSessionSchema = z.object({
  id: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }),
  /** Null: every service of the unit. */
  service: z.object({ code: z.string(), name: z.string() }).nullable(),
  day: z.iso.date(),
  opens: second,
  closes: second,
  note: z.string().nullable(),
});
export type KeptSession = z.infer<typeof keptSessionSchema>;

export const listSessions = defineRoute({
  id: 'listSessions',
  method: 'get',
  path: '/structure/sessions',
  access,
  tag,
  summary: 'Sesi tambahan di luar jam buka, terbaru dahulu',
  query: z.strictObject({ unit: code.optional(), from: askedDay.optional(), to: askedDay.optional() }),
  answer: z.object({ items: z.array(keptSessionSchema), total: z.number().int() }),
});
export const addSessions = defineRoute({
  id: 'addSessions',
  method: 'post',
  path: '/structure/sessions',
  access,
  tag,
  summary: 'Menambah sesi tambahan pada satu hari, atau pada satu hari tiap pekan dari … sampai …',
  query: trial,
  body: z.strictObject({
    unit: code,
    service: code.nullable(),
    from: askedDay,
    /** Null: that one day. Otherwise the weekday of `from` in every week up to this day. */
    to: askedDay.nullable(),
    opens: second,
    closes: second,
    note: z.string().trim().max(200).nullable(),
  }),
  answer: structureOutcomeSchema,
  status: 201,
});
export const removeSessions = defineRoute({
  id: 'removeSessions',
  method: 'post',
  path: '/structure/sessions/removals',
  access,
  tag,
  summary: 'Menghapus sesi tambahan',
  body: z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) }),
  answer: structureOutcomeSchema,
});

// Targets

const targetValues = {
  /** A unit's code, or `*`. */
  unit: code,
  /** A kind of units, or `*`; `*` where a unit is named. */
  unitKind: z.enum(['*', ...UNIT_KINDS]),
  /** A service's code, or `*` for all together. */
  service: code,
  measure: z.enum(MEASURE_IDS),
  field: code,
  validFrom: askedDay,
  validTo: lastDay,
  /** In the unit of the field; percentages as shares 0–1. */
  atLeast: z.number().min(0).max(1_000_000_000).nullable(),
  atMost: z.number().min(0).max(1_000_000_000).nullable(),
  legalBasis,
};
export const keptTargetSchema = z.object({ id: z.string(), ...targetValues, version: z.string() });
export type KeptTarget = z.infer<typeof keptTargetSchema>;

export const listTargets = defineRoute({
  id: 'listTargets',
  method: 'get',
  path: '/structure/targets',
  access,
  tag,
  summary: 'Target per unit, jenis unit, dan layanan, dengan masa berlakunya',
  answer: z.object({ items: z.array(keptTargetSchema) }),
});
export const addTarget = defineRoute({
  id: 'addTarget',
  method: 'post',
  path: '/structure/targets',
  access,
  tag,
  summary: 'Menetapkan target',
  body: z.strictObject(targetValues),
  answer: structureOutcomeSchema,
  status: 201,
});
export const changeTarget = defineRoute({
  id: 'changeTarget',
  method: 'put',
  path: '/structure/targets/:id',
  access,
  tag,
  summary: 'Mengubah target',
  params: byId,
  body: z.strictObject({ version, ...targetValues }),
  answer: structureOutcomeSchema,
});
export const removeTarget = defineRoute({
  id: 'removeTarget',
  method: 'delete',
  path: '/structure/targets/:id',
  access,
  tag,
  summary: 'Mencabut target; riwayat tetap menyimpannya',
  params: byId,
  query: z.strictObject({ version }),
  answer: structureOutcomeSchema,
});
