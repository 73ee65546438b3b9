import * as z from 'zod';
import { CODE_PATTERN } from '#domain/scope';
import { defineRoute } from '../route.ts';
import { SNAPSHOT_GRAINS } from './snapshot-content.ts';

const tag = 'subscriptions';
const whole = z.number().int();

/** What comes with the mail; `text`: the report is the mail itself. */
export const MAIL_FORMATS = ['pdf', 'xlsx', 'text'] as const;
export type MailFormat = (typeof MAIL_FORMATS)[number];

/** Which period is told: the one that runs, or the last one that is over. */
export const WHICH_PERIODS = ['running', 'ended'] as const;

/** Why a subscription ended. */
export const ENDED_REASONS = ['own', 'unsubscribed', 'post-ended', 'account-closed', 'rights-lost'] as const;
export type EndedReason = (typeof ENDED_REASONS)[number];

export const DELIVERY_KINDS = ['report', 'alert', 'digest', 'made-report'] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];
export const DELIVERY_STATES = ['waiting', 'sent', 'failed', 'dropped'] as const;

/** Why a mail did not leave; the operator's log says more. */
export const DELIVERY_PROBLEMS = [
  'refused',
  'too-large',
  'not-allowed',
  'unreachable',
  'no-address',
  'report-failed',
  'subscription-ended',
] as const;
export type DeliveryProblem = (typeof DELIVERY_PROBLEMS)[number];

/** Days and hour by the kabupaten's clock; outside 06.00–19.59 nothing is sent. */
const scheduleSchema = z.union([
  z.strictObject({ rhythm: z.literal('daily'), hour: whole.min(6).max(19) }),
  z.strictObject({ rhythm: z.literal('weekly'), weekday: whole.min(1).max(7), hour: whole.min(6).max(19) }),
  z.strictObject({
    rhythm: z.literal('monthly'),
    monthDay: whole.min(1).max(31),
    hour: whole.min(6).max(19),
  }),
]);
export type AskedSchedule = z.infer<typeof scheduleSchema>;

export const subscriptionSchema = z.object({
  id: z.string(),
  report: z.string(),
  title: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }),
  grain: z.enum(SNAPSHOT_GRAINS),
  which: z.enum(WHICH_PERIODS),
  format: z.enum(MAIL_FORMATS),
  schedule: scheduleSchema,
  /** Title of the post with whose rights it is computed. */
  post: z.string(),
  /** When the next mail falls due; null once it ended. */
  nextDue: z.string().nullable(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  endedReason: z.enum(ENDED_REASONS).nullable(),
});
export type Subscription = z.infer<typeof subscriptionSchema>;

/** Where mail goes. Nothing is sent to an address before its owner gave the code that was mailed to it. */
export const mailAddressSchema = z.object({
  /** Confirmed. */
  address: z.string().nullable(),
  /** Waits for its code. */
  waiting: z.string().nullable(),
  /** Known from the account, not confirmed. */
  suggested: z.string().nullable(),
});
export type MailAddress = z.infer<typeof mailAddressSchema>;

export const subscriptionListSchema = z.object({
  /** False while the operator has not set a mail server: nothing can be subscribed to. */
  canSend: z.boolean(),
  mail: mailAddressSchema,
  /** IANA zone of hours. */
  timeZone: z.string(),
  /** So many a person may have at once. */
  most: whole,
  items: z.array(subscriptionSchema),
});
export type SubscriptionList = z.infer<typeof subscriptionListSchema>;

export const listSubscriptions = defineRoute({
  id: 'listSubscriptions',
  method: 'get',
  path: '/subscriptions',
  access: 'subscriptions:own',
  tag,
  summary: 'Langganan surel orang yang bertanya, dan alamat surelnya',
  answer: subscriptionListSchema,
});

export const addSubscription = defineRoute({
  id: 'addSubscription',
  method: 'post',
  path: '/subscriptions',
  access: 'subscriptions:own',
  tag,
  summary: 'Berlangganan satu laporan lewat surel, dihitung dengan hak jabatan yang sedang dipakai',
  body: z.strictObject({
    report: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
    unit: z.string().regex(CODE_PATTERN),
    grain: z.enum(SNAPSHOT_GRAINS),
    which: z.enum(WHICH_PERIODS),
    format: z.enum(MAIL_FORMATS),
    schedule: scheduleSchema,
  }),
  answer: subscriptionSchema,
  status: 201,
});

export const endSubscription = defineRoute({
  id: 'endSubscription',
  method: 'delete',
  path: '/subscriptions/:id',
  access: 'subscriptions:own',
  tag,
  summary: 'Menghentikan langganan sendiri',
  params: z.strictObject({ id: z.uuid() }),
  answer: z.undefined(),
  status: 204,
});

export const setMailAddress = defineRoute({
  id: 'setMailAddress',
  method: 'put',
  path: '/mail-address',
  access: 'subscriptions:own',
  tag,
  summary: 'Mengirim kode ke alamat surel baru; alamat berlaku setelah kodenya dimasukkan',
  // Whether it is an address is told in a sentence of its own, also of an empty or an endless one.
  body: z.strictObject({ address: z.string() }),
  answer: mailAddressSchema,
});

export const confirmMailAddress = defineRoute({
  id: 'confirmMailAddress',
  method: 'post',
  path: '/mail-address/confirmation',
  access: 'subscriptions:own',
  tag,
  summary: 'Mengonfirmasi alamat surel dengan kode yang diterima di sana',
  body: z.strictObject({ code: z.string().regex(/^\s*(\d\s*){6}$/) }),
  answer: mailAddressSchema,
});

export const removeMailAddress = defineRoute({
  id: 'removeMailAddress',
  method: 'delete',
  path: '/mail-address',
  access: 'subscriptions:own',
  tag,
  summary: 'Menghapus alamat surel sendiri; langganan tetap ada tetapi tidak dikirim',
  answer: mailAddressSchema,
});

export const deliverySchema = z.object({
  id: z.string(),
  kind: z.enum(DELIVERY_KINDS),
  /** What was sent: report, unit, period and state of its figures; null where nothing was made yet. */
  told: z.string().nullable(),
  dueAt: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: whole,
  problem: z.enum(DELIVERY_PROBLEMS).nullable(),
  /** Masked: `c…@kukarkab.go.id`. */
  address: z.string().nullable(),
  bytes: whole.nullable(),
  sentAt: z.string().nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

const page = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).optional(),
  cursor: z.string().max(200).optional(),
});

export const listDeliveries = defineRoute({
  id: 'listDeliveries',
  method: 'get',
  path: '/deliveries',
  access: 'subscriptions:own',
  tag,
  summary: 'Surel untuk orang yang bertanya: terkirim, menunggu, atau gagal; yang terbaru dahulu',
  query: page,
  answer: z.object({ items: z.array(deliverySchema), nextCursor: z.string().nullable(), total: whole }),
});

export const listAllDeliveries = defineRoute({
  id: 'listAllDeliveries',
  method: 'get',
  path: '/deliveries/all',
  access: 'deliveries:read',
  tag,
  summary: 'Catatan pengiriman surel satu kabupaten tanpa isinya',
  query: page.extend({ state: z.enum(DELIVERY_STATES).optional() }),
  answer: z.object({
    canSend: z.boolean(),
    items: z.array(deliverySchema.omit({ told: true }).extend({ username: z.string().nullable() })),
    nextCursor: z.string().nullable(),
    total: whole,
    /** Failed within the last seven days. */
    failedLately: whole,
    waiting: whole,
  }),
});

const unsubscriptionSchema = z.object({
  /** What comes: report and unit. */
  report: z.string(),
  unit: z.string(),
  ended: z.boolean(),
});
export type Unsubscription = z.infer<typeof unsubscriptionSchema>;

const tokenParams = z.strictObject({ token: z.string().min(1).max(120) });

export const readUnsubscription = defineRoute({
  id: 'readUnsubscription',
  method: 'get',
  path: '/unsubscriptions/:token',
  access: 'anonymous',
  tag,
  summary: 'Langganan mana yang akan dihentikan tautan ini; tidak menghentikan apa pun',
  params: tokenParams,
  answer: unsubscriptionSchema,
});

export const unsubscribe = defineRoute({
  id: 'unsubscribe',
  method: 'post',
  path: '/unsubscriptions/:token',
  access: 'anonymous',
  tag,
  summary: 'Menghentikan langganan tanpa masuk, dari tautan di surelnya (RFC 8058)',
  params: tokenParams,
  // Mail programs send `List-Unsubscribe=One-Click` as a form, which says nothing beyond the address.
  body: z.unknown(),
  answer: unsubscriptionSchema,
});

export const SUBSCRIPTION_ROUTES = [
  listSubscriptions,
  addSubscription,
  endSubscription,
  setMailAddress,
  confirmMailAddress,
  removeMailAddress,
  listDeliveries,
  listAllDeliveries,
  readUnsubscription,
  unsubscribe,
] as const;
