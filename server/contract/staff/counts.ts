import * as z from 'zod';
import { CODE_PATTERN } from '#domain/scope';
import { defineRoute } from '../route.ts';
import { FLAG_STATES } from './flags.ts';

const tag = 'staff-flags';
const whole = z.number().int();
const day = z.iso.date();
const code = z.string().regex(CODE_PATTERN);
const named = z.object({ code: z.string(), name: z.string() });
/** null: fewer than five, and more than none. */
const hiddenCount = whole.nullable();

export const flagCountsSchema = z.object({
  /** Of the last 12 months, withdrawn ones left out. */
  from: day,
  to: day,
  reward: hiddenCount,
  sanction: hiddenCount,
  /** How the two stand to each other, one sentence. */
  balance: z.string(),
  /** Empty for a single unit: what is told of a state and of a unit would tell of both together. */
  byState: z.array(z.object({ state: z.enum(FLAG_STATES), reward: hiddenCount, sanction: hiddenCount })),
  byUnit: z.array(z.object({ unit: named, reward: hiddenCount, sanction: hiddenCount })),
  trialUntil: day.nullable(),
});
export type FlagCounts = z.infer<typeof flagCountsSchema>;

export const countStaffFlags = defineRoute({
  id: 'countStaffFlags',
  method: 'get',
  path: '/staff-flags/counts',
  access: 'staff-flags:count',
  tag,
  summary: 'Berapa usulan, tanpa nama; timbangan apresiasi dan bahan klarifikasi',
  query: z.strictObject({ unit: code.optional() }),
  answer: flagCountsSchema,
});
