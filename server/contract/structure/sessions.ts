/** Extra sessions outside the opening hours. */
import * as z from 'zod';
import { askedDay } from '../days.ts';
import { defineRoute } from '../route.ts';
import { changing, code, keeping, secondOfDay, tryable } from './structure-change.ts';

const keptSessionSchema = z.object({
  id: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }),
  /** Null: every service of the unit. */
  service: z.object({ code: z.string(), name: z.string() }).nullable(),
  day: z.iso.date(),
  opens: secondOfDay,
  closes: secondOfDay,
  note: z.string().nullable(),
});
export type KeptSession = z.infer<typeof keptSessionSchema>;

export const listSessions = defineRoute({
  ...keeping,
  id: 'listSessions',
  method: 'get',
  path: '/structure/sessions',
  summary: 'Sesi tambahan di luar jam buka, terbaru dahulu',
  query: z.strictObject({ unit: code.optional(), from: askedDay.optional(), to: askedDay.optional() }),
  answer: z.object({ items: z.array(keptSessionSchema), total: z.number().int() }),
});
export const addSessions = defineRoute({
  ...tryable,
  id: 'addSessions',
  method: 'post',
  path: '/structure/sessions',
  summary: 'Menambah sesi tambahan pada satu hari, atau pada satu hari tiap pekan dari … sampai …',
  body: z.strictObject({
    unit: code,
    service: code.nullable(),
    from: askedDay,
    /** Null: that one day. Otherwise the weekday of `from` in every week up to this day. */
    to: askedDay.nullable(),
    opens: secondOfDay,
    closes: secondOfDay,
    note: z.string().trim().max(200).nullable(),
  }),
  status: 201,
});
export const removeSessions = defineRoute({
  ...changing,
  id: 'removeSessions',
  method: 'post',
  path: '/structure/sessions/removals',
  summary: 'Menghapus sesi tambahan',
  body: z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) }),
});
