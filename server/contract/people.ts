import * as z from 'zod';
import { CAPACITIES, FOR_PROGRAMS, ROLES } from '#domain/permissions';
import { CODE_PATTERN } from '#domain/scope';
import { defineRoute } from './route.ts';

const tag = 'people';
const access = 'users:manage' as const;

export const personLineSchema = z.object({
  username: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  active: z.boolean(),
  /** False until a password is set or a single sign-on is used. */
  ready: z.boolean(),
  secondFactor: z.boolean(),
  lastSignedInAt: z.string().nullable(),
  /** False when the person also belongs to another kabupaten: appointed here, but not changed, reset or erased. */
  managed: z.boolean(),
  posts: z.array(
    z.object({ id: z.string(), title: z.string(), role: z.enum(ROLES), capacity: z.enum(CAPACITIES) }),
  ),
});
export type PersonLine = z.infer<typeof personLineSchema>;

/** A link is shown once, to be handed over: PANDU keeps only its hash. */
export const issuedLinkSchema = z.object({ link: z.string(), expiresAt: z.string() });

const username = z.strictObject({ username: z.string().min(1).max(100) });
const search = z.string().trim().max(100).optional();
const list = {
  search,
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(500).optional(),
};

export const listPeople = defineRoute({
  id: 'listPeople',
  method: 'get',
  path: '/users',
  access,
  tag,
  summary: 'Pengguna dengan jabatan yang dipegang',
  query: z.strictObject(list),
  answer: z.object({
    items: z.array(personLineSchema),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
    /** True while a second administrator is missing: until then nothing but that can be set up. */
    secondAdministratorMissing: z.boolean(),
  }),
});

export const invitePerson = defineRoute({
  id: 'invitePerson',
  method: 'post',
  path: '/users',
  access,
  tag,
  summary: 'Menambah pengguna; menjawab dengan tautan undangan yang berlaku sekali',
  body: z.strictObject({
    username: z.string().min(1).max(100),
    name: z.string().trim().min(1).max(200),
    email: z.email().max(200).nullable().optional(),
    /** The post to hold from today. */
    post: z.uuid().optional(),
  }),
  answer: issuedLinkSchema.extend({ username: z.string() }),
  status: 201,
});

export const changePerson = defineRoute({
  id: 'changePerson',
  method: 'patch',
  path: '/users/:username',
  access,
  tag,
  summary: 'Mengubah nama, surel, atau menonaktifkan pengguna',
  params: username,
  body: z.strictObject({
    name: z.string().trim().min(1).max(200).optional(),
    email: z.email().max(200).nullable().optional(),
    active: z.boolean().optional(),
  }),
  answer: personLineSchema,
});

export const issueLink = defineRoute({
  id: 'issueLink',
  method: 'post',
  path: '/users/:username/link',
  access,
  tag,
  summary: 'Membuat tautan pengaturan ulang sandi yang berlaku sekali',
  params: username,
  answer: issuedLinkSchema,
  status: 201,
});

export const resetSecondFactor = defineRoute({
  id: 'resetSecondFactor',
  method: 'delete',
  path: '/users/:username/second-factor',
  access,
  tag,
  summary: 'Melepas faktor kedua seseorang yang kehilangan ponselnya',
  params: username,
  answer: z.undefined(),
  status: 204,
});

export const erasePerson = defineRoute({
  id: 'erasePerson',
  method: 'post',
  path: '/users/:username/erasure',
  access,
  tag,
  summary: 'Menghapus data pribadi seseorang; catatannya tetap, tanpa nama',
  params: username,
  body: z.strictObject({ reason: z.string().trim().min(5).max(500) }),
  answer: z.undefined(),
  status: 204,
});

export const holderSchema = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  capacity: z.enum(CAPACITIES),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  letter: z.string().nullable(),
});

export const postSchema = z.object({
  id: z.string(),
  title: z.string(),
  role: z.enum(ROLES),
  unit: z.object({ code: z.string(), name: z.string() }).nullable(),
  closedOn: z.iso.date().nullable(),
  /** Newest first, former ones included. */
  holders: z.array(holderSchema),
});
export type Post = z.infer<typeof postSchema>;

export const listPosts = defineRoute({
  id: 'listPosts',
  method: 'get',
  path: '/posts',
  access,
  tag,
  summary: 'Jabatan dan pemegangnya dari waktu ke waktu',
  query: z.strictObject({ search }),
  answer: z.object({ items: z.array(postSchema) }),
});

export const addPost = defineRoute({
  id: 'addPost',
  method: 'post',
  path: '/posts',
  access,
  tag,
  summary: 'Menambah jabatan',
  body: z.strictObject({
    title: z.string().trim().min(2).max(200),
    role: z.enum(ROLES),
    unit: z.string().regex(CODE_PATTERN).nullable().optional(),
  }),
  answer: postSchema,
  status: 201,
});

const postId = z.strictObject({ id: z.uuid() });

export const changePost = defineRoute({
  id: 'changePost',
  method: 'patch',
  path: '/posts/:id',
  access,
  tag,
  summary: 'Mengubah nama jabatan atau menutupnya',
  params: postId,
  body: z.strictObject({
    title: z.string().trim().min(2).max(200).optional(),
    closedOn: z.iso.date().nullable().optional(),
  }),
  answer: postSchema,
});

export const appointHolder = defineRoute({
  id: 'appointHolder',
  method: 'post',
  path: '/posts/:id/holders',
  access,
  tag,
  summary:
    'Menetapkan pemegang jabatan (tetap, Plt., Plh.); pemegang tetap sebelumnya berakhir pada hari itu',
  params: postId,
  body: z.strictObject({
    username: z.string().min(1).max(100),
    capacity: z.enum(['tetap', 'plt', 'plh']),
    from: z.iso.date(),
    to: z.iso.date().nullable().optional(),
    letter: z.string().trim().max(200).nullable().optional(),
  }),
  answer: postSchema,
  status: 201,
});

export const endHolder = defineRoute({
  id: 'endHolder',
  method: 'patch',
  path: '/posts/:id/holders/:holder',
  access,
  tag,
  summary: 'Mengakhiri masa pemegang jabatan; hari itu hari pertama tanpa jabatan',
  params: z.strictObject({ id: z.uuid(), holder: z.uuid() }),
  body: z.strictObject({ to: z.iso.date() }),
  answer: postSchema,
});

/** What is open when the holder of a post changes. */
export const handoverSchema = z.object({
  post: z.object({ id: z.string(), title: z.string() }),
  unit: z.object({ code: z.string(), name: z.string() }).nullable(),
  on: z.iso.date(),
  holders: z.array(holderSchema),
  openCases: z.number().int().nullable(),
  overdueCases: z.number().int().nullable(),
  oldestOpenCases: z.array(
    z.object({
      number: z.string(),
      unit: z.string(),
      service: z.string(),
      receivedAt: z.string(),
      dueAt: z.string().nullable(),
    }),
  ),
  openComplaints: z.number().int().nullable(),
  overdueComplaints: z.number().int().nullable(),
  oldestOpenComplaints: z.array(
    z.object({
      number: z.string(),
      unit: z.string(),
      class: z.string(),
      receivedAt: z.string(),
      dueAt: z.string().nullable(),
    }),
  ),
  /** Last import per dataset into the post's unit, and how many rows were rejected. */
  imports: z.array(
    z.object({
      dataset: z.string(),
      fileName: z.string(),
      finishedAt: z.string().nullable(),
      rowsRejected: z.number().int(),
    }),
  ),
  readers: z.array(holderSchema),
});
export type Handover = z.infer<typeof handoverSchema>;

export const readHandover = defineRoute({
  id: 'readHandover',
  method: 'get',
  path: '/posts/:id/handover',
  // The holder reads the sheet of the own post; an administrator that of any, without records.
  access: 'account:own',
  tag,
  summary: 'Lembar serah terima: yang masih terbuka saat pemegang jabatan berganti',
  params: postId,
  answer: handoverSchema,
});

export const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  post: z.object({ id: z.string(), title: z.string() }),
  permissions: z.array(z.string()),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});
export type Token = z.infer<typeof tokenSchema>;

export const listTokens = defineRoute({
  id: 'listTokens',
  method: 'get',
  path: '/tokens',
  access,
  tag,
  summary: 'Token untuk program',
  answer: z.object({ items: z.array(tokenSchema) }),
});

const PROGRAM_PERMISSIONS = FOR_PROGRAMS as readonly [string, ...string[]];

export const createToken = defineRoute({
  id: 'createToken',
  method: 'post',
  path: '/tokens',
  access,
  tag,
  summary: 'Membuat token untuk program; rahasianya tampil sekali ini saja',
  body: z.strictObject({
    name: z.string().trim().min(2).max(100),
    post: z.uuid(),
    permissions: z.array(z.enum(PROGRAM_PERMISSIONS)).min(1),
    /** Days until it ends: 1 to 366. */
    days: z.number().int().min(1).max(366),
  }),
  answer: tokenSchema.extend({ token: z.string() }),
  status: 201,
});

export const revokeToken = defineRoute({
  id: 'revokeToken',
  method: 'delete',
  path: '/tokens/:id',
  access,
  tag,
  summary: 'Mencabut token',
  params: postId,
  answer: z.undefined(),
  status: 204,
});
