import * as z from 'zod';
import { CODE_PATTERN } from '#domain/scope';
import { defineRoute } from '../route.ts';
import { proofSchema } from '../attention.ts';

const tag = 'oversight';
const whole = z.number().int();
const day = z.iso.date();
const code = z.string().regex(CODE_PATTERN);

const unitRef = z.object({ code: z.string(), name: z.string(), kind: z.string() });

/** A published rule of the watch-list: how a unit comes on it and how it leaves. */
export const watchRuleSchema = z.object({
  id: z.enum(['persistent-signal', 'overdue-share', 'no-data', 'small-sample']),
  name: z.string(),
  entry: z.string(),
  exit: z.string(),
});

export const watchEntrySchema = z.object({
  key: z.string(),
  unit: unitRef,
  rule: z.string(),
  /** Why now, in the caller's language. */
  sentence: z.string(),
  since: day,
  days: whole,
  /** What still has to happen before it leaves the list. */
  leavesWhen: z.string(),
  /** What the rule looks at: whole months or whole quarters. */
  grain: z.enum(['month', 'quarter']),
  /** Months (quarters) of the window, newest last: met the entry rule or not, or nothing to judge. */
  months: z.array(z.object({ from: day, state: z.enum(['concern', 'fine', 'not-judged']) })),
  facts: z.array(z.string()),
  proof: proofSchema,
  owner: z.object({ post: z.string(), postId: z.string().nullable() }).nullable(),
  openFindings: whole,
});
export type WatchEntry = z.infer<typeof watchEntrySchema>;

export const readWatchList = defineRoute({
  id: 'readWatchList',
  method: 'get',
  path: '/watch-list',
  access: 'watch-list:read',
  tag,
  summary: 'Unit dalam pengawasan: mengapa sekarang, sejak kapan, berapa hari, dan kapan keluar',
  query: z.strictObject({ unit: code.optional() }),
  answer: z.object({
    rules: z.array(watchRuleSchema),
    items: z.array(watchEntrySchema),
    /** Left the list within the last 90 days. */
    left: z.array(z.object({ unit: unitRef, rule: z.string(), from: day, to: day, sentence: z.string() })),
    trialUntil: day.nullable(),
  }),
});
