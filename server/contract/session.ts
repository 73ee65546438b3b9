import * as z from 'zod';
import { CAPACITIES, ROLES } from '#domain/permissions';
import { defineRoute } from './route.ts';

export const kabupatenSchema = z.object({
  code: z.string(),
  name: z.string(),
  timeZone: z.string(),
  /** True for demonstration data, which every screen and export must say. */
  demo: z.boolean(),
});

/** A post (jabatan) the person holds today. */
export const heldPostSchema = z.object({
  id: z.string(),
  title: z.string(),
  role: z.enum(ROLES),
  capacity: z.enum(CAPACITIES),
  kabupaten: z.string().nullable(),
});

export const sessionUserSchema = z.object({
  username: z.string(),
  name: z.string(),
  /** The role that is active now. */
  role: z.enum(ROLES),
  roles: z.array(z.enum(ROLES)),
  /** The unit of the active role; its subtree is what a unit role sees. */
  unit: z.object({ code: z.string(), name: z.string() }).nullable(),
  kabupaten: kabupatenSchema.nullable(),
  /** The post that is active now. */
  post: heldPostSchema,
  posts: z.array(heldPostSchema),
  /** True while the post asks for a second factor and none is set up: only the own account is open. */
  lacksSecondFactor: z.boolean(),
});

export const sessionSchema = z.object({ user: sessionUserSchema });
export type SessionUser = z.infer<typeof sessionUserSchema>;
export type Session = z.infer<typeof sessionSchema>;

/** What the sign-in page may say to strangers: whether there are demo accounts to try. */
export const signInHintSchema = z.object({
  demoAccounts: z.array(z.object({ username: z.string(), name: z.string() })),
  /** Name of the single sign-on to offer; null without one. */
  singleSignOn: z.string().nullable(),
});

const tag = 'session';

export const createSession = defineRoute({
  id: 'createSession',
  method: 'post',
  path: '/session',
  access: 'anonymous',
  tag,
  summary: 'Masuk dengan nama pengguna dan kata sandi',
  body: z.strictObject({
    username: z.string().min(1).max(100),
    password: z.string().min(1).max(1000),
    /** Six digits of the authenticator or a recovery code; asked for with 401 `second-factor-required`. */
    code: z.string().trim().min(6).max(40).optional(),
  }),
  answer: sessionSchema,
});

export const readSession = defineRoute({
  id: 'readSession',
  method: 'get',
  path: '/session',
  access: 'session:own',
  tag,
  summary: 'Siapa yang masuk, dengan peran apa',
  answer: sessionSchema,
});

export const switchRole = defineRoute({
  id: 'switchRole',
  method: 'post',
  path: '/session/role',
  access: 'session:own',
  tag,
  summary: 'Berganti jabatan, atau ke jabatan pertama dengan suatu peran',
  body: z.union([z.strictObject({ role: z.enum(ROLES) }), z.strictObject({ post: z.uuid() })]),
  answer: sessionSchema,
});

export const deleteSession = defineRoute({
  id: 'deleteSession',
  method: 'delete',
  path: '/session',
  access: 'session:own',
  tag,
  summary: 'Keluar',
  answer: z.undefined(),
  status: 204,
});

export const readSignInHint = defineRoute({
  id: 'readSignInHint',
  method: 'get',
  path: '/session/hint',
  access: 'anonymous',
  tag,
  summary: 'Keterangan untuk halaman masuk (akun contoh, bila ada)',
  answer: signInHintSchema,
});
