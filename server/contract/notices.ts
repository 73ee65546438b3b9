import * as z from 'zod';
import { defineRoute } from './route.ts';

const tag = 'notices';
const whole = z.number().int();

/** Word that something waits for the person who asks, or has happened. Who reads for another sees them, and may not mark them. */
export const noticeSchema = z.object({
  id: z.string(),
  kind: z.string(),
  /** In the caller's language, with its full stop. */
  sentence: z.string(),
  /** A path of the product. */
  link: z.string(),
  /** Something is to be done by the reader; false once it was done, by whomever: then it counts as read. */
  waiting: z.boolean(),
  /** Something was to be done by the reader, and was. */
  done: z.boolean(),
  dueOn: z.iso.date().nullable(),
  /** Working days until `dueOn` by the kabupaten's calendar; negative when it is past, but 0 while no working day went by since. */
  workingDaysLeft: whole.nullable(),
  at: z.string(),
  read: z.boolean(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const listNotices = defineRoute({
  id: 'listNotices',
  method: 'get',
  path: '/notices',
  access: 'notices:own',
  tag,
  summary: 'Pemberitahuan untuk jabatan dan orang yang bertanya, yang terbaru dahulu',
  query: z.strictObject({
    /** waiting: something is to be done; unread; all. */
    show: z.enum(['waiting', 'unread', 'all']).optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
    cursor: z.string().max(200).optional(),
  }),
  answer: z.object({
    items: z.array(noticeSchema),
    nextCursor: z.string().nullable(),
    /** Of those asked for. */
    total: whole,
    /** Of all. */
    unread: whole,
    waiting: whole,
  }),
});

export const readNotices = defineRoute({
  id: 'readNotices',
  method: 'post',
  path: '/notices/read',
  access: 'notices:own',
  tag,
  summary: 'Menandai pemberitahuan sudah dibaca; tanpa `ids`: semua',
  body: z.strictObject({ ids: z.array(z.uuid()).min(1).max(200).optional() }),
  answer: z.object({ unread: whole }),
});
