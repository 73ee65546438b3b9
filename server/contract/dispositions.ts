import * as z from 'zod';
import { askedDay } from './days.ts';
import { defineRoute } from './route.ts';

const tag = 'dispositions';
const code = z.string().min(1).max(64);
const id = z.strictObject({ id: z.uuid() });
const day = z.iso.date();

/** open → reported (the recipient says it is done) → closed by who gave it, or sent back to open. */
export const DISPOSITION_STATES = ['open', 'late', 'reported', 'closed'] as const;

/** A commitment is a decision of an evaluation meeting: it comes back at every later meeting until it is closed. */
export const DISPOSITION_KINDS = ['disposition', 'reminder', 'commitment'] as const;

export const dispositionSchema = z.object({
  id: z.string(),
  kind: z.enum(DISPOSITION_KINDS),
  state: z.enum(DISPOSITION_STATES),
  unit: z.object({ code: z.string(), name: z.string() }),
  about: z.object({ key: z.string().nullable(), sentence: z.string(), link: z.string().nullable() }),
  from: z.object({ post: z.string(), title: z.string() }),
  to: z.object({ post: z.string(), title: z.string() }),
  instruction: z.string(),
  dueOn: day.nullable(),
  at: z.string(),
  report: z.string().nullable(),
  reportedAt: z.string().nullable(),
  sentBackReason: z.string().nullable(),
  closedAt: z.string().nullable(),
  /** Day of the meeting that a commitment was made in; null for the other kinds. */
  meetingOn: day.nullable(),
  /** Evaluation meetings held since that one, up to today; null for the other kinds. */
  meetingsSince: z.number().int().nullable(),
  /** What the person who asks may do now. */
  actions: z.array(z.enum(['report', 'close', 'send-back', 'withdraw'])),
});
export type Disposition = z.infer<typeof dispositionSchema>;

/** Posts a disposisi about a unit can go to: who answers for the unit first, then above, then below. */
export const recipientsSchema = z.object({
  items: z.array(
    z.object({
      post: z.string(),
      title: z.string(),
      /** null: vacant; then a disposisi waits for the next holder. */
      holder: z.string().nullable(),
      /** Whether the post answers for this very unit. */
      responsible: z.boolean(),
    }),
  ),
});

export const listDispositions = defineRoute({
  id: 'listDispositions',
  method: 'get',
  path: '/dispositions',
  access: 'dispositions:own',
  tag,
  summary: 'Disposisi dan pengingat yang diberikan atau diterima jabatan ini',
  query: z.strictObject({
    box: z.enum(['received', 'given']).optional(),
    state: z.enum(DISPOSITION_STATES).optional(),
    unit: code.optional(),
    /**
     * With `commitment` those that still run come first. Who may give commitments sees those of all posts, unless a `box`
     * is asked for.
     */
    kind: z.enum(DISPOSITION_KINDS).optional(),
    /** Commitments of one meeting. */
    meeting: askedDay.optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor: z.string().max(500).optional(),
  }),
  answer: z.object({
    items: z.array(dispositionSchema),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
  }),
});

export const listRecipients = defineRoute({
  id: 'listRecipients',
  method: 'get',
  path: '/dispositions/recipients',
  access: 'dispositions:give',
  tag,
  summary: 'Jabatan yang dapat menerima disposisi tentang suatu unit',
  query: z.strictObject({ unit: code }),
  answer: recipientsSchema,
});

export const giveDisposition = defineRoute({
  id: 'giveDisposition',
  method: 'post',
  path: '/dispositions',
  access: 'dispositions:give',
  tag,
  summary: 'Memberi disposisi atau pengingat kepada suatu jabatan',
  body: z.strictObject({
    /** A commitment is given by the Bupati, the Sekda, Bagian Organisasi or the Inspektorat. */
    kind: z.enum(DISPOSITION_KINDS),
    /** For a commitment: the day of its meeting. */
    meetingOn: askedDay.nullable().optional(),
    unit: code,
    to: z.uuid(),
    about: z.strictObject({
      key: z.string().max(300).nullable(),
      sentence: z.string().trim().min(3).max(500),
      /** A path of the product, beginning with one slash: browsers read a backslash as one too, and skip white space. */
      link: z
        .string()
        .max(1000)
        .regex(/^\/(?!\/)[^\s\\]*$/)
        .nullable(),
    }),
    instruction: z.string().trim().min(3).max(1000),
    dueOn: askedDay.nullable(),
  }),
  answer: dispositionSchema,
  status: 201,
});

export const reportDisposition = defineRoute({
  id: 'reportDisposition',
  method: 'post',
  path: '/dispositions/:id/report',
  access: 'dispositions:own',
  tag,
  summary: 'Melaporkan bahwa disposisi sudah dikerjakan',
  params: id,
  body: z.strictObject({ report: z.string().trim().min(3).max(1000) }),
  answer: dispositionSchema,
});

export const closeDisposition = defineRoute({
  id: 'closeDisposition',
  method: 'post',
  path: '/dispositions/:id/close',
  access: 'dispositions:give',
  tag,
  summary: 'Menerima laporan dan menutup disposisi, atau menariknya kembali',
  params: id,
  body: z.strictObject({}),
  answer: dispositionSchema,
});

export const sendBackDisposition = defineRoute({
  id: 'sendBackDisposition',
  method: 'post',
  path: '/dispositions/:id/send-back',
  access: 'dispositions:give',
  tag,
  summary: 'Mengembalikan disposisi untuk dikerjakan lagi, dengan alasan',
  params: id,
  body: z.strictObject({ reason: z.string().trim().min(3).max(500), dueOn: askedDay.nullable() }),
  answer: dispositionSchema,
});
