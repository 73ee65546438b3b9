import * as z from 'zod';
import { ATTENTION_KINDS, sparkSchema } from '../attention.ts';
import { askedDay } from '../days.ts';
import { dispositionSchema } from '../dispositions.ts';
import { defineRoute } from '../route.ts';
import { reportDocumentSchema } from './report-document.ts';

const tag = 'meetings';
const whole = z.number().int();
const day = z.iso.date();
const id = z.strictObject({ id: z.uuid() });
const row = z.strictObject({ id: z.uuid(), record: z.uuid() });
const unitRef = z.object({ code: z.string(), name: z.string() });

export const MEETING_STATES = ['planned', 'running', 'closed'] as const;
/** Promises of earlier meetings come first, then what needs a decision, then what the meeting itself brings up. */
export const MEETING_ITEM_KINDS = ['promise', 'exception', 'point'] as const;
/** Said of a matter without a decision; with one it is decided. */
export const MEETING_OUTCOMES = ['undecided', 'noted'] as const;

const WORDS = 2_000;
const words = z.string().max(WORDS);
const title = z.string().trim().min(3).max(200);
const place = z.string().trim().max(200);
const attendees = z.array(z.string().trim().min(1).max(160)).max(100);

/** A decision as it is being written; complete at the close, when it becomes a commitment. */
export const meetingDecisionSchema = z.object({
  id: z.string(),
  item: z.string(),
  what: z.string(),
  to: z.object({ post: z.string(), title: z.string() }).nullable(),
  dueOn: day.nullable(),
  revision: whole,
  /** The post that wrote it last. */
  by: z.string(),
  /** The commitment it became. */
  disposition: z.string().nullable(),
});
export type MeetingDecision = z.infer<typeof meetingDecisionSchema>;

export const meetingItemSchema = z.object({
  id: z.string(),
  kind: z.enum(MEETING_ITEM_KINDS),
  unit: unitRef,
  /** The matter of an own point; empty for the others. */
  title: z.string(),
  /** After "Unit: …", with its full stop; empty for an own point. */
  sentence: z.string(),
  mark: z.enum(['worse', 'better', 'small-sample', 'no-data', 'neutral']).nullable(),
  exception: z.enum(ATTENTION_KINDS).nullable(),
  /** The post that answers for it: never a name. */
  owner: z.string().nullable(),
  since: day.nullable(),
  /** Short facts: "n = 412 (Oktober)". */
  facts: z.array(z.string()),
  spark: sparkSchema.nullable(),
  /** Where its figures are: a path of the product. */
  link: z.string().nullable(),
  /** The commitment it asks about: as it stands now, and at the close as it stood then. */
  promise: dispositionSchema.nullable(),
  note: z.string(),
  outcome: z.enum(MEETING_OUTCOMES).nullable(),
  revision: whole,
  by: z.string(),
  decisions: z.array(meetingDecisionSchema),
});
export type MeetingItem = z.infer<typeof meetingItemSchema>;

const headSchema = z.object({
  title: z.string(),
  place: z.string(),
  attendees: z.array(z.string()),
  revision: whole,
  by: z.string(),
});
export type MeetingHead = z.infer<typeof headSchema>;

const meetingLine = z.object({
  id: z.string(),
  state: z.enum(MEETING_STATES),
  unit: unitRef,
  title: z.string(),
  heldOn: day,
  /** The post that called it. */
  chair: z.string(),
  closedAt: z.string().nullable(),
  /** Of a closed meeting: what was decided, and what of it is closed or late today. */
  decisions: whole,
  done: whole,
  late: whole,
  /** Whether the person who asks runs it. */
  mayRun: z.boolean(),
});
export type MeetingLine = z.infer<typeof meetingLine>;

export const meetingSchema = z.object({
  id: z.string(),
  state: z.enum(MEETING_STATES),
  unit: unitRef,
  heldOn: day,
  chair: z.string(),
  startedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  nextOn: day.nullable(),
  head: headSchema,
  mayRun: z.boolean(),
  items: z.array(meetingItemSchema),
});
export type Meeting = z.infer<typeof meetingSchema>;

export const listMeetings = defineRoute({
  id: 'listMeetings',
  method: 'get',
  path: '/meetings',
  access: 'meetings:read',
  tag,
  summary: 'Rapat di lingkup sendiri: yang dijadwalkan, yang berjalan, dan yang sudah ditutup',
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).optional(),
    cursor: z.string().max(500).optional(),
  }),
  answer: z.object({
    /** Running and planned ones, the running first, then the nearest. */
    current: z.array(meetingLine),
    /** Closed ones, the last first. */
    items: z.array(meetingLine),
    nextCursor: z.string().nullable(),
    total: whole,
    /** Unkept promises that the next meeting of the own unit opens with. */
    promises: z.object({ late: whole, reported: whole, open: whole }),
  }),
});

export const createMeeting = defineRoute({
  id: 'createMeeting',
  method: 'post',
  path: '/meetings',
  access: 'meetings:run',
  tag,
  summary: 'Menjadwalkan rapat unit sendiri, atau memulainya sekarang',
  body: z.strictObject({
    title,
    heldOn: askedDay,
    /** Begin now: the agenda is made from what is unkept and what needs a decision. Only for a meeting of today. */
    start: z.boolean(),
  }),
  answer: meetingSchema,
  status: 201,
});

export const readMeeting = defineRoute({
  id: 'readMeeting',
  method: 'get',
  path: '/meetings/:id',
  access: 'meetings:read',
  tag,
  summary: 'Satu rapat: agenda, catatan, dan keputusan',
  params: id,
  answer: meetingSchema,
});

export const startMeeting = defineRoute({
  id: 'startMeeting',
  method: 'post',
  path: '/meetings/:id/start',
  access: 'meetings:run',
  tag,
  summary: 'Memulai rapat yang dijadwalkan: agendanya disusun saat itu',
  params: id,
  body: z.strictObject({}),
  answer: meetingSchema,
});

export const cancelMeeting = defineRoute({
  id: 'cancelMeeting',
  method: 'post',
  path: '/meetings/:id/cancel',
  access: 'meetings:run',
  tag,
  summary: 'Membatalkan rapat yang belum memutuskan apa pun',
  params: id,
  body: z.strictObject({}),
  answer: z.object({ id: z.string() }),
});

/** `saved` is false when somebody else wrote meanwhile: `current` is what stands there now. */
const saved = <S extends z.ZodType>(current: S) => z.object({ saved: z.boolean(), current });

export const saveMeetingHead = defineRoute({
  id: 'saveMeetingHead',
  method: 'put',
  path: '/meetings/:id/head',
  access: 'meetings:run',
  tag,
  summary: 'Menyimpan judul, tempat, dan peserta rapat',
  params: id,
  body: z.strictObject({ revision: whole, title, place, attendees }),
  answer: saved(headSchema),
});

export const saveMeetingItem = defineRoute({
  id: 'saveMeetingItem',
  method: 'put',
  path: '/meetings/:id/items/:record',
  access: 'meetings:run',
  tag,
  summary: 'Menyimpan catatan tentang satu butir agenda, atau menambah butir sendiri',
  params: row,
  body: z.strictObject({
    /** The revision that was read; 0 adds a point of one's own under an id of one's own. */
    revision: whole.min(0),
    /** Of an own point; the others keep what they tell. */
    title: z.string().trim().max(300),
    note: words,
    outcome: z.enum(MEETING_OUTCOMES).nullable(),
  }),
  answer: saved(meetingItemSchema),
});

export const removeMeetingItem = defineRoute({
  id: 'removeMeetingItem',
  method: 'post',
  path: '/meetings/:id/items/:record/remove',
  access: 'meetings:run',
  tag,
  summary: 'Menghapus butir sendiri yang tidak jadi dibahas',
  params: row,
  body: z.strictObject({ revision: whole }),
  answer: z.object({ id: z.string() }),
});

export const saveMeetingDecision = defineRoute({
  id: 'saveMeetingDecision',
  method: 'put',
  path: '/meetings/:id/decisions/:record',
  access: 'meetings:run',
  tag,
  summary: 'Menyimpan keputusan: apa, siapa, sampai kapan',
  params: row,
  body: z.strictObject({
    /** The revision that was read; 0 adds one under an id of one's own. */
    revision: whole.min(0),
    item: z.uuid(),
    what: z.string().max(1_000),
    to: z.uuid().nullable(),
    dueOn: askedDay.nullable(),
  }),
  answer: saved(meetingDecisionSchema),
});

export const removeMeetingDecision = defineRoute({
  id: 'removeMeetingDecision',
  method: 'post',
  path: '/meetings/:id/decisions/:record/remove',
  access: 'meetings:run',
  tag,
  summary: 'Menghapus keputusan yang belum ditutup rapatnya',
  params: row,
  body: z.strictObject({ revision: whole }),
  answer: z.object({ id: z.string() }),
});

export const listMeetingOwners = defineRoute({
  id: 'listMeetingOwners',
  method: 'get',
  path: '/meetings/:id/owners',
  access: 'meetings:run',
  tag,
  summary: 'Jabatan yang dapat memegang keputusan tentang suatu unit',
  params: id,
  query: z.strictObject({ unit: z.string().min(1).max(64).optional() }),
  answer: z.object({
    items: z.array(z.object({ post: z.string(), title: z.string(), responsible: z.boolean() })),
  }),
});

export const closeMeeting = defineRoute({
  id: 'closeMeeting',
  method: 'post',
  path: '/meetings/:id/close',
  access: 'meetings:run',
  tag,
  summary: 'Menutup rapat: setiap keputusan menjadi komitmen, dan notulen tetap',
  params: id,
  body: z.strictObject({ nextOn: askedDay.nullable() }),
  answer: meetingSchema,
});

export const MINUTES_FORMATS = ['pdf', 'docx'] as const;

export const readMinutes = defineRoute({
  id: 'readMinutes',
  method: 'get',
  path: '/meetings/:id/minutes',
  access: 'meetings:read',
  tag,
  summary: 'Notulen rapat yang sudah ditutup, sebagai dokumen',
  params: id,
  answer: reportDocumentSchema,
});

export const readMinutesFile = defineRoute({
  id: 'readMinutesFile',
  method: 'get',
  path: '/meetings/:id/minutes/file',
  access: 'meetings:read',
  tag,
  summary: 'Notulen rapat sebagai PDF atau berkas Word',
  params: id,
  query: z.strictObject({ format: z.enum(MINUTES_FORMATS) }),
  answer: z.unknown(),
  produces: 'application/octet-stream',
});

/** All routes of meetings. */
export const MEETING_ROUTES = [
  listMeetings,
  createMeeting,
  readMeeting,
  startMeeting,
  cancelMeeting,
  saveMeetingHead,
  saveMeetingItem,
  removeMeetingItem,
  saveMeetingDecision,
  removeMeetingDecision,
  listMeetingOwners,
  closeMeeting,
  readMinutes,
  readMinutesFile,
] as const;
