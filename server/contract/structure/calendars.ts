/** Calendars: opening hours, local closures, and their versions. */
import * as z from 'zod';
import { MAX_INTERVALS_PER_DAY } from '#domain/calendar/calendar-definition';
import { askedDay } from '../days.ts';
import { defineRoute } from '../route.ts';
import {
  byCode,
  changing,
  keeping,
  name,
  newCode,
  secondOfDay,
  tryable,
  version,
} from './structure-change.ts';

const reason = z.string().trim().min(3).max(300);
/** Several hours of one weekday may be valid on a day: the one that began last counts (Ramadan over the usual). */
const openingHours = z.strictObject({
  weekday: z.union([1, 2, 3, 4, 5, 6, 7].map((day) => z.literal(day as 1 | 2 | 3 | 4 | 5 | 6 | 7))),
  validFrom: askedDay,
  /** Last day, inclusive; null: until further notice. */
  validTo: askedDay.nullable(),
  /** Seconds of the local day, in order. */
  intervals: z.array(z.strictObject({ from: secondOfDay, to: secondOfDay })).max(MAX_INTERVALS_PER_DAY + 4),
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
const keptCalendarSchema = z.object({
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
  ...keeping,
  id: 'listCalendars',
  method: 'get',
  path: '/structure/calendars',
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
  ...changing,
  id: 'addCalendar',
  method: 'post',
  path: '/structure/calendars',
  summary: 'Menambah kalender',
  body: z.strictObject({ code: newCode, ...calendarValues }),
  status: 201,
});
export const changeCalendarOf = defineRoute({
  ...tryable,
  id: 'changeCalendar',
  method: 'put',
  path: '/structure/calendars/:code',
  summary: 'Membuat versi baru kalender; tenggat permohonan dan aduan yang terbuka ikut bergeser',
  params: byCode,
  body: z.strictObject({ version, reason, ...calendarValues }),
});
