import * as z from 'zod';
import { CODE_PATTERN } from '#domain/scope';
import { askedDay } from './days.ts';
import { defineRoute } from './route.ts';

const code = z.string().regex(CODE_PATTERN);

/** One form: it names nobody. */
export const surveyResponseSchema = z.object({
  id: z.string(),
  number: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }),
  service: z.object({ code: z.string(), name: z.string() }),
  instrument: z.string(),
  date: z.iso.date(),
  answers: z.array(z.number().int()),
  /** Telephone numbers, e-mail addresses and identity numbers in it are masked. */
  suggestion: z.string().nullable(),
});

export const listSurveyResponses = defineRoute({
  id: 'listSurveyResponses',
  method: 'get',
  path: '/survey-responses',
  access: 'surveys:read',
  tag: 'survey-responses',
  summary: 'Formulir survei di balik suatu nilai',
  query: z.strictObject({
    unit: code.optional(),
    service: code.optional(),
    from: askedDay.optional(),
    to: askedDay.optional(),
    /** Only the forms of the newest instrument of the period: those the score is made of. */
    count: z.enum(['ikm.respondents']).optional(),
    self: z.stringbool().optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor: z.string().max(500).optional(),
  }),
  answer: z.object({
    items: z.array(surveyResponseSchema),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
    /** Trial period (masa uji): leadership sees what came in up to this day. */
    shownUntil: z.iso.date().optional(),
  }),
});
