import * as z from 'zod';
import { askedDay } from '../days.ts';
import { defineRoute } from '../route.ts';
import { FLAG_KINDS } from './flags.ts';

const tag = 'staff-flags';
const whole = z.number().int();
const day = z.iso.date();
/** null: fewer than five, and more than none. */
const hiddenCount = whole.nullable();

/** A setting of a rule: its meaning, its bounds, its value here. */
export const ruleSettingSchema = z.object({
  key: z.string(),
  label: z.string(),
  unit: z.enum(['share', 'count', 'working-days', 'months', 'rupiah']),
  least: z.number(),
  most: z.number(),
  preset: z.number(),
  value: z.number(),
});
export const staffRuleSchema = z.object({
  id: z.string(),
  kind: z.enum(FLAG_KINDS),
  name: z.string(),
  description: z.string(),
  legalBasis: z.string(),
  enabled: z.boolean(),
  settings: z.array(ruleSettingSchema),
  changed: z.object({ by: z.string(), at: z.string(), legalBasis: z.string().nullable() }).nullable(),
});
export type StaffRule = z.infer<typeof staffRuleSchema>;
const ruleId = z.strictObject({ rule: z.string().min(1).max(64) });
const settings = z.record(z.string().max(64), z.number());

export const listStaffRules = defineRoute({
  id: 'listStaffRules',
  method: 'get',
  path: '/staff-rules',
  access: 'staff-flags:read',
  tag,
  summary: 'Aturan yang diumumkan: apa yang dilihat, ambangnya, dan dasar hukumnya',
  answer: z.object({
    items: z.array(staffRuleSchema),
    mayManage: z.boolean(),
    rewards: whole,
    sanctions: whole,
  }),
});
export const changeStaffRule = defineRoute({
  id: 'changeStaffRule',
  method: 'put',
  path: '/staff-rules/:rule',
  access: 'staff-rules:manage',
  tag,
  summary: 'Menyalakan, mematikan, atau mengubah ambang suatu aturan',
  params: ruleId,
  body: z.strictObject({ enabled: z.boolean(), settings, legalBasis: z.string().trim().max(300).nullable() }),
  answer: staffRuleSchema,
});
export const tryStaffRule = defineRoute({
  id: 'tryStaffRule',
  method: 'post',
  path: '/staff-rules/:rule/trial',
  access: 'staff-rules:manage',
  tag,
  summary: 'Uji coba aturan terhadap masa lalu: berapa yang akan diusulkan, tanpa nama',
  params: ruleId,
  body: z.strictObject({ settings, from: askedDay, to: askedDay }),
  answer: z.object({
    staff: whole,
    /** One line a judged period, the earliest first; small counts stay hidden. */
    periods: z.array(
      z.object({ from: day, to: day, raised: hiddenCount, clear: hiddenCount, insufficient: hiddenCount }),
    ),
    sentence: z.string(),
  }),
});
