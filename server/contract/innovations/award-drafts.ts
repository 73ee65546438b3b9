import * as z from 'zod';
import { ENTRY_FIELDS, type EntryFieldId } from '#domain/innovations/entry-fields';
import { INDICATOR_STATES } from '#domain/innovations/awards/iga-draft';
import { defineRoute } from '../route.ts';

const whole = z.number().int();
const day = z.iso.date();
const fields = z.array(z.enum(ENTRY_FIELDS.map(({ id }) => id) as [EntryFieldId, ...EntryFieldId[]]));

/** Where the form of an award comes from; not confirmed: found second-hand, to be checked before it is handed in. */
export const awardSourceSchema = z.object({
  name: z.string(),
  on: day.nullable(),
  confirmed: z.boolean(),
});

const indicatorRow = {
  number: whole,
  /** "a", "b" where one indicator has two rows. */
  sub: z.string(),
  variable: z.string(),
  name: z.string(),
  weight: z.number(),
  mandatory: z.boolean(),
  /** What is asked for 1, 2 and 3 points, times the weight. */
  levels: z.array(z.string()).length(3),
};

/** Texts are Indonesian in every language: they go into Indonesian forms. */
export const awardDraftsSchema = z.object({
  innovation: z.object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    acronym: z.string(),
    unit: z.object({ code: z.string(), name: z.string() }),
    published: z.boolean(),
  }),
  /** The twelve full months that figures are of. */
  from: day,
  to: day,
  iga: z.object({
    year: whole,
    source: awardSourceSchema,
    sid: z.array(
      z.object({
        ...indicatorRow,
        state: z.enum(INDICATOR_STATES),
        level: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
        text: z.string(),
        fields,
      }),
    ),
    /** Of the region as a whole: filled by who answers for innovation in the kabupaten, not from an entry. */
    spd: z.array(z.object(indicatorRow)),
    /** Points of the levels that are known, of so many. */
    points: z.number(),
    mostPoints: z.number(),
  }),
  kipp: z.object({
    source: awardSourceSchema,
    sections: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** Percent of the judgement. */
        weight: whole,
        mostWords: whole,
        words: whole,
        text: z.string(),
        fields,
        missing: fields,
      }),
    ),
  }),
});
export type AwardDrafts = z.infer<typeof awardDraftsSchema>;

export const readAwardDrafts = defineRoute({
  id: 'readAwardDrafts',
  method: 'get',
  path: '/innovations/:key/award-drafts',
  access: 'innovations:write',
  tag: 'innovations',
  summary: 'Draf IGA dan KIPP dari satu inovasi: yang siap, yang kurang, dan yang diisi dari data',
  params: z.strictObject({
    /** The entry's id or its slug. */
    key: z.string().min(1).max(200),
  }),
  answer: awardDraftsSchema,
});
