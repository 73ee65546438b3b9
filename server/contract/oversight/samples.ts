import * as z from 'zod';
import { defineRoute } from '../route.ts';

const tag = 'oversight';
const whole = z.number().int();
const day = z.iso.date();
const text = (most: number): z.ZodString => z.string().trim().min(3).max(most);
const named = z.object({ code: z.string(), name: z.string() });
const id = z.strictObject({ id: z.uuid() });

export const SAMPLED_DATASETS = ['service-cases', 'complaints', 'survey-responses'] as const;
export const CHECK_VERDICTS = ['sesuai', 'tidak-sesuai', 'berkas-tidak-ada'] as const;

export const sampleLineSchema = z.object({
  id: z.string(),
  dataset: z.enum(SAMPLED_DATASETS),
  unit: named,
  /** What was drawn from, in words: "lewat tenggat, KK, Muara Kaman, Jan–Nov 2026". */
  selection: z.string(),
  reason: z.string(),
  seed: z.string(),
  size: whole,
  population: whole,
  populationHash: z.string(),
  at: z.string(),
  by: z.string(),
  checked: whole,
  byVerdict: z.record(z.enum(CHECK_VERDICTS), whole),
});
export const sampleSchema = sampleLineSchema.extend({
  query: z.record(z.string(), z.string()),
  /** Path of the records list it was drawn from. */
  link: z.string(),
  items: z.array(
    z.object({
      position: whole,
      id: z.string(),
      number: z.string(),
      unit: named,
      service: named.nullable(),
      day: day.nullable(),
      /** Path of the record; null when it is gone since. */
      link: z.string().nullable(),
      check: z
        .object({
          verdict: z.enum(CHECK_VERDICTS),
          note: z.string().nullable(),
          by: z.string(),
          at: z.string(),
        })
        .nullable(),
    }),
  ),
  evidenceCount: whole,
});
export type Sample = z.infer<typeof sampleSchema>;

export const listSamples = defineRoute({
  id: 'listSamples',
  method: 'get',
  path: '/samples',
  access: 'samples:draw',
  tag,
  summary: 'Uji petik yang pernah ditarik',
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).optional(),
    cursor: z.string().max(200).optional(),
  }),
  answer: z.object({ items: z.array(sampleLineSchema), nextCursor: z.string().nullable(), total: whole }),
});
export const drawSample = defineRoute({
  id: 'drawSample',
  method: 'post',
  path: '/samples',
  access: 'samples:draw',
  tag,
  summary: 'Menarik n berkas secara acak dari suatu angka; benihnya dicatat',
  body: z.strictObject({
    dataset: z.enum(SAMPLED_DATASETS),
    /** The query of the records list, exactly as in its address (`count`, `unit`, `from`, `to` …). */
    query: z.record(z.string().max(40), z.string().max(300)),
    size: whole.min(1).max(500),
    reason: text(500),
    /** Left out: a random one. The same seed over the same population gives the same records. */
    seed: z.string().trim().min(1).max(64).optional(),
  }),
  answer: sampleSchema,
  status: 201,
});
export const readSample = defineRoute({
  id: 'readSample',
  method: 'get',
  path: '/samples/:id',
  access: 'samples:draw',
  tag,
  summary: 'Satu uji petik dengan lembar kerjanya',
  params: id,
  answer: sampleSchema,
});
/** Draws again with the same seed and says whether the population is still the same. */
export const redrawSample = defineRoute({
  id: 'redrawSample',
  method: 'post',
  path: '/samples/:id/redraw',
  access: 'samples:draw',
  tag,
  summary: 'Menarik ulang dengan benih yang sama untuk membuktikan sampelnya',
  params: id,
  body: z.strictObject({}),
  answer: z.object({
    samePopulation: z.boolean(),
    sameSample: z.boolean(),
    population: whole,
    populationHash: z.string(),
    /** Drawn now and not then, and the other way round. */
    added: z.array(z.string()),
    gone: z.array(z.string()),
    sentence: z.string(),
  }),
});
export const checkSampled = defineRoute({
  id: 'checkSampled',
  method: 'put',
  path: '/samples/:id/checks/:record',
  access: 'samples:draw',
  tag,
  summary: 'Mencatat hasil pemeriksaan satu berkas',
  params: z.strictObject({ id: z.uuid(), record: z.uuid() }),
  body: z.strictObject({ verdict: z.enum(CHECK_VERDICTS), note: z.string().trim().max(1000).nullable() }),
  answer: sampleSchema,
});
