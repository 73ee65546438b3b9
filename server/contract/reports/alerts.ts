import * as z from 'zod';
import { ALERT_RULES } from '#domain/alerts/alert-episode';
import { CODE_PATTERN } from '#domain/scope';
import { proofSchema } from '../attention.ts';
import { defineRoute } from '../route.ts';

const tag = 'alerts';
const whole = z.number().int();
const day = z.iso.date();
const code = z.string().regex(CODE_PATTERN);

/** How somebody hears of a rule: not at all, by a notice in the product, or by a notice and e-mail. */
export const ALERT_WAYS = ['off', 'notice', 'mail'] as const;
export type AlertWay = (typeof ALERT_WAYS)[number];

/** How often somebody gets the digest by e-mail: never, every working day, or on Mondays. */
export const DIGEST_RHYTHMS = ['off', 'daily', 'weekly'] as const;
export type DigestRhythm = (typeof DIGEST_RHYTHMS)[number];

/** A word about an episode. */
const alertEventSchema = z.object({
  kind: z.enum(['opened', 'escalated', 'eased', 'reminded', 'recovered', 'withdrawn']),
  on: day,
});

/** One figure of a unit (or its silence) with every rule that holds, or held, about it: from the first word to the last. */
export const alertEpisodeSchema = z.object({
  id: z.string(),
  unit: z.object({ code: z.string(), name: z.string(), kind: z.string() }),
  /** `measure.field`; null for silence. With the unit it names the figure: no two open episodes are about the same. */
  field: z.string().nullable(),
  /** Why it is open, each rule since when; `holds`: its newest period still does. Of one that ended, by which it ended. */
  reasons: z.array(z.object({ rule: z.enum(ALERT_RULES), since: day, holds: z.boolean() })),
  /** After "Unit: …", in the caller's language: why it is open, or how it ended. */
  sentence: z.string(),
  since: day,
  openedOn: day,
  /** Day of the last reminder; null when there was none. */
  remindedOn: day.nullable(),
  reminders: whole,
  /** The post that answers for the unit. */
  owner: z.object({ post: z.string(), postId: z.string().nullable() }).nullable(),
  /** `withdrawn`: its target no longer applies; `unwatched`: its unit is no longer there. */
  ended: z.object({ on: day, how: z.enum(['recovered', 'withdrawn', 'unwatched']) }).nullable(),
  /** Every word about it, the first one first. */
  events: z.array(alertEventSchema),
  proof: proofSchema,
});
export type AlertEpisode = z.infer<typeof alertEpisodeSchema>;

export const listAlerts = defineRoute({
  id: 'listAlerts',
  method: 'get',
  path: '/alerts',
  access: 'reports:read',
  tag,
  summary:
    'Peringatan yang terbuka dan yang sudah berakhir dalam 90 hari terakhir, beserta unit yang dipantau',
  query: z.strictObject({ unit: code.optional() }),
  answer: z.object({
    unit: z.string(),
    unitName: z.string(),
    /** Open ones unit by unit, the most pressing unit first, and within it the most pressing first. */
    open: z.array(alertEpisodeSchema),
    /** Ended within the last 90 days, the last one first. */
    ended: z.array(alertEpisodeSchema),
    /** What is watched, in words. */
    rules: z.array(z.object({ id: z.enum(ALERT_RULES), name: z.string() })),
    /** The day of the first alerts of the kabupaten: what they tell of had begun before. Null before the first. */
    firstOn: day.nullable(),
    /** Units watched, and the last day with records; null when there are none. */
    looked: z.object({ units: whole, until: day.nullable() }),
  }),
});

export const alertSettingsSchema = z.object({
  ways: z.object({
    'target-missed': z.enum(ALERT_WAYS),
    worsening: z.enum(ALERT_WAYS),
    'not-reporting': z.enum(ALERT_WAYS),
  }),
  digest: z.enum(DIGEST_RHYTHMS),
});
export type AlertSettings = z.infer<typeof alertSettingsSchema>;

const settingsAnswer = alertSettingsSchema.extend({
  /** The post answers for a unit: notices about that unit come to it whatever was chosen. */
  answersForUnit: z.string().nullable(),
  rules: z.array(z.object({ id: z.enum(ALERT_RULES), name: z.string() })),
  /** Whether e-mail leaves PANDU at all. */
  mail: z.enum(['ready', 'no-address', 'not-set']),
});
export type AlertSettingsAnswer = z.infer<typeof settingsAnswer>;

export const readAlertSettings = defineRoute({
  id: 'readAlertSettings',
  method: 'get',
  path: '/alerts/settings',
  access: 'subscriptions:own',
  tag,
  summary:
    'Apa yang ingin didengar orang yang bertanya dalam jabatannya: per jenis peringatan, dan rangkuman',
  answer: settingsAnswer,
});

export const saveAlertSettings = defineRoute({
  id: 'saveAlertSettings',
  method: 'put',
  path: '/alerts/settings',
  access: 'subscriptions:own',
  tag,
  summary: 'Menetapkan jenis peringatan yang ingin didengar, lewat pemberitahuan atau surel, dan rangkuman',
  body: z.strictObject({
    ways: z.strictObject(alertSettingsSchema.shape.ways.shape),
    digest: z.enum(DIGEST_RHYTHMS),
  }),
  answer: settingsAnswer,
});

export const readDigest = defineRoute({
  id: 'readDigest',
  method: 'get',
  path: '/alerts/digest',
  access: 'reports:read',
  tag,
  summary:
    'Rangkuman satu hari atau satu minggu terakhir: yang baru, yang bertambah berat, yang masih berlangsung, yang pulih, yang patut diapresiasi',
  query: z.strictObject({ unit: code.optional(), span: z.enum(['day', 'week']).optional() }),
  answer: z.object({
    from: day,
    to: day,
    /** Nothing opened, escalated, reminds or recovered: the sentence that says so. */
    calm: z.string().nullable(),
    sections: z.array(
      z.object({
        kind: z.enum(['opening', 'opened', 'escalated', 'reminded', 'recovered', 'praise']),
        title: z.string(),
        lines: z.array(z.string()),
      }),
    ),
    /** What was looked at. */
    looked: z.string(),
    /** The whole as plain text, as it is sent. */
    text: z.string(),
  }),
});
export type Digest = z.infer<typeof readDigest.answer>;

export const ALERT_ROUTES = [listAlerts, readAlertSettings, saveAlertSettings, readDigest] as const;
