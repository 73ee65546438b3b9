import * as z from 'zod';
import { MEASURE_IDS } from '#domain/measures';

/** What the signal engine says about a series: the one result that charts, icons, cells, sentences and lists read. */
export const SIGNAL_RULES = ['outside', 'trend', 'two-of-three', 'run'] as const;
export const VARIATIONS = ['improving', 'worsening', 'changed', 'stable', 'unknown'] as const;
export const ASSURANCES = ['meets', 'hit-or-miss', 'misses', 'unknown'] as const;

const whole = z.number().int();
const day = z.iso.date();

/** A target in force at the last judged point, in the unit of the field. */
const targetSchema = z.object({
  atLeast: z.number().nullable(),
  atMost: z.number().nullable(),
  legalBasis: z.string().nullable(),
  validFrom: day,
});

export const verdictSchema = z.object({
  variation: z.enum(VARIATIONS),
  assurance: z.enum(ASSURANCES),
  /** The rule that the last judged point completes; null when it completes none. */
  rule: z.enum(SIGNAL_RULES).nullable(),
  direction: z.enum(['up', 'down']).nullable(),
  /** First day of the first bucket of the pattern: "sejak Juni". */
  since: day.nullable(),
  /** Signals in a row up to the last judged point. */
  persistence: whole,
  /** Mean of the baseline in force at the last judged point. */
  centre: z.number().nullable(),
  /** The last judged (whole) bucket, its value and how many records stand behind it. */
  lastFrom: day.nullable(),
  last: z.number().nullable(),
  n: whole.nullable(),
  /** Fewer than 13 points stand behind the limits. */
  trial: z.boolean(),
  target: targetSchema.nullable(),
  /** One sentence in the caller's language, without the unit's name. */
  sentence: z.string(),
});
export type Verdict = z.infer<typeof verdictSchema>;

/** Limits that hold from one bucket to another, both included: one per baseline. */
export const limitsSchema = z.object({
  from: day,
  to: day,
  centre: z.number(),
  lower: z.number(),
  upper: z.number(),
  trial: z.boolean(),
  frozen: z.boolean(),
  /** Points the baseline is made of. */
  points: whole,
});
export type Limits = z.infer<typeof limitsSchema>;

/** A baseline that a person set. */
export const baselineSchema = z.object({
  id: z.string(),
  startsOn: day,
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Baseline = z.infer<typeof baselineSchema>;

/** A note at a day. */
export const annotationSchema = z.object({
  id: z.string(),
  unit: z.string(),
  unitName: z.string(),
  service: z.string().nullable(),
  measure: z.enum(MEASURE_IDS).nullable(),
  day,
  text: z.string(),
  by: z.string(),
  at: z.string(),
  /** True when the person who asks may take it away. */
  own: z.boolean(),
});
export type Annotation = z.infer<typeof annotationSchema>;
