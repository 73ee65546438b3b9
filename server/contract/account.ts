import * as z from 'zod';
import { CAPACITIES, ROLES } from '#domain/permissions';
import { defineRoute } from './route.ts';

const tag = 'account';

export const accountPostSchema = z.object({
  id: z.string(),
  title: z.string(),
  role: z.enum(ROLES),
  capacity: z.enum(CAPACITIES),
  kabupaten: z.string().nullable(),
  unit: z.string().nullable(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
});

export const accountSchema = z.object({
  username: z.string(),
  name: z.string(),
  hasPassword: z.boolean(),
  passwordSetAt: z.string().nullable(),
  singleSignOn: z.boolean(),
  secondFactor: z.object({
    active: z.boolean(),
    /** True when one of the posts asks for it. */
    required: z.boolean(),
    recoveryCodesLeft: z.number().int(),
  }),
  posts: z.array(accountPostSchema),
});
export type Account = z.infer<typeof accountSchema>;

export const readAccount = defineRoute({
  id: 'readAccount',
  method: 'get',
  path: '/account',
  access: 'account:own',
  tag,
  summary: 'Akun sendiri: sandi, faktor kedua, jabatan',
  answer: accountSchema,
});

const password = z.string().min(1).max(1000);
/** Six digits of the authenticator, or a recovery code. */
const code = z.string().trim().min(6).max(40);

export const changePassword = defineRoute({
  id: 'changePassword',
  method: 'post',
  path: '/account/password',
  access: 'account:own',
  tag,
  summary: 'Mengganti kata sandi; semua perangkat lain dikeluarkan',
  body: z.strictObject({ current: password, next: password }),
  answer: z.undefined(),
  status: 204,
});

export const startSecondFactor = defineRoute({
  id: 'startSecondFactor',
  method: 'post',
  path: '/account/second-factor',
  access: 'account:own',
  tag,
  summary: 'Mulai memasang faktor kedua: rahasia dan kode QR untuk aplikasi autentikator',
  /** The code of the present factor, when one is set that the new one is to replace. */
  body: z.strictObject({ password, code: code.optional() }),
  answer: z.object({
    secret: z.string(),
    uri: z.string(),
    /** SVG text of the QR code. */
    qr: z.string(),
  }),
});

export const confirmSecondFactor = defineRoute({
  id: 'confirmSecondFactor',
  method: 'post',
  path: '/account/second-factor/confirm',
  access: 'account:own',
  tag,
  summary: 'Mengesahkan faktor kedua dengan kode pertama; memberi kode cadangan, sekali ini saja',
  body: z.strictObject({ code }),
  answer: z.object({ recoveryCodes: z.array(z.string()) }),
});

export const removeSecondFactor = defineRoute({
  id: 'removeSecondFactor',
  method: 'delete',
  path: '/account/second-factor',
  access: 'account:own',
  tag,
  summary: 'Melepas faktor kedua, bila tidak diwajibkan jabatan',
  body: z.strictObject({ password, code }),
  answer: z.undefined(),
  status: 204,
});

export const deviceSchema = z.object({
  id: z.string(),
  /** The one that asks. */
  current: z.boolean(),
  /** Browser and system, in words. */
  device: z.string(),
  address: z.string().nullable(),
  signedInAt: z.string(),
  lastSeenAt: z.string(),
});
export type Device = z.infer<typeof deviceSchema>;

export const listDevices = defineRoute({
  id: 'listDevices',
  method: 'get',
  path: '/account/devices',
  access: 'account:own',
  tag,
  summary: 'Perangkat yang sedang masuk dengan akun ini',
  answer: z.object({ items: z.array(deviceSchema) }),
});

export const revokeDevice = defineRoute({
  id: 'revokeDevice',
  method: 'delete',
  path: '/account/devices/:id',
  access: 'account:own',
  tag,
  summary: 'Mengeluarkan satu perangkat',
  params: z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{10,100}$/) }),
  answer: z.undefined(),
  status: 204,
});

export const revokeOtherDevices = defineRoute({
  id: 'revokeOtherDevices',
  method: 'delete',
  path: '/account/devices',
  access: 'account:own',
  tag,
  summary: 'Mengeluarkan semua perangkat lain',
  answer: z.object({ revoked: z.number().int() }),
});

export const readerSchema = z.object({
  id: z.string(),
  post: z.object({ id: z.string(), title: z.string() }),
  username: z.string(),
  name: z.string(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
});

export const listReaders = defineRoute({
  id: 'listReaders',
  method: 'get',
  path: '/account/readers',
  access: 'account:own',
  tag,
  summary: 'Siapa yang membaca atas nama jabatan saya (ajudan)',
  answer: z.object({ items: z.array(readerSchema) }),
});

export const addReader = defineRoute({
  id: 'addReader',
  method: 'post',
  path: '/account/readers',
  access: 'account:own',
  tag,
  summary: 'Mempersilakan seseorang membaca atas nama jabatan yang sedang dipakai',
  body: z.strictObject({
    username: z.string().min(1).max(100),
    from: z.iso.date().optional(),
    to: z.iso.date().nullable().optional(),
  }),
  answer: readerSchema,
  status: 201,
});

export const endReader = defineRoute({
  id: 'endReader',
  method: 'delete',
  path: '/account/readers/:id',
  access: 'account:own',
  tag,
  summary: 'Mengakhiri pembacaan oleh ajudan',
  params: z.strictObject({ id: z.uuid() }),
  answer: z.undefined(),
  status: 204,
});

const link = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{20,100}$/) });

export const readLink = defineRoute({
  id: 'readLink',
  method: 'get',
  path: '/links/:token',
  access: 'anonymous',
  tag,
  summary: 'Untuk siapa sebuah tautan undangan atau pengaturan ulang sandi',
  params: link,
  answer: z.object({
    kind: z.enum(['invitation', 'reset']),
    username: z.string(),
    name: z.string(),
    expiresAt: z.string(),
  }),
});

export const useLink = defineRoute({
  id: 'useLink',
  method: 'post',
  path: '/links/:token',
  access: 'anonymous',
  tag,
  summary: 'Menetapkan kata sandi lewat tautan; tautan berlaku sekali',
  params: link,
  body: z.strictObject({ password }),
  answer: z.undefined(),
  status: 204,
});
