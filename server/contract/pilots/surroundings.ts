import * as z from 'zod';
import { askedDay } from '../days.ts';
import { defineRoute } from '../route.ts';
import { DOCUMENT_KINDS, FACILITIES, NETWORK_STATES, OBSTACLE_KINDS, programmeSchema } from './programme.ts';

const tag = 'pilots';
const whole = z.number().int();
const text = (most: number): z.ZodString => z.string().trim().min(3).max(most);
const post = z.object({ post: z.string(), title: z.string() });
const id = z.strictObject({ id: z.uuid() });

export const addObstacle = defineRoute({
  id: 'addObstacle',
  method: 'post',
  path: '/pilots/:id/obstacles',
  access: 'pilots:report',
  tag,
  summary: 'Mencatat hambatan, dan bantuan siapa yang diminta',
  params: id,
  body: z.strictObject({
    milestone: z.uuid().nullable(),
    kind: z.enum(OBSTACLE_KINDS),
    body: text(1000),
    owner: z.uuid(),
    help: z.strictObject({ post: z.uuid(), asked: text(500) }).nullable(),
    sinceOn: askedDay,
  }),
  answer: programmeSchema,
  status: 201,
});
export const resolveObstacle = defineRoute({
  id: 'resolveObstacle',
  method: 'post',
  path: '/pilots/:id/obstacles/:obstacle/resolve',
  access: 'pilots:report',
  tag,
  summary: 'Menyatakan hambatan teratasi',
  params: z.strictObject({ id: z.uuid(), obstacle: z.uuid() }),
  body: z.strictObject({ on: askedDay, resolution: text(1000) }),
  answer: programmeSchema,
});
/** Posts an obstacle can belong to, or help can be asked of. */
export const listPilotPosts = defineRoute({
  id: 'listPilotPosts',
  method: 'get',
  path: '/pilots/:id/posts',
  access: 'pilots:read',
  tag,
  summary: 'Jabatan yang dapat menanggung hambatan atau dimintai bantuan',
  params: id,
  answer: z.object({ items: z.array(post.extend({ holder: z.string().nullable() })) }),
});
export const addPilotDocument = defineRoute({
  id: 'addPilotDocument',
  method: 'post',
  path: '/pilots/:id/documents',
  access: 'pilots:manage',
  tag,
  summary: 'Mencatat dokumen SPM, SP, SOP, atau IKM dengan masa berlakunya',
  params: id,
  body: z.strictObject({
    kind: z.enum(DOCUMENT_KINDS),
    title: text(200),
    number: z.string().trim().max(100).nullable(),
    validFrom: askedDay,
    validTo: askedDay.nullable(),
  }),
  answer: programmeSchema,
  status: 201,
});
export const addPilotVisit = defineRoute({
  id: 'addPilotVisit',
  method: 'post',
  path: '/pilots/:id/visits',
  access: 'pilots:manage',
  tag,
  summary: 'Mencatat pendampingan: saran dan kunjungan berikutnya',
  params: id,
  body: z.strictObject({ on: askedDay, team: text(200), advice: text(2000), nextOn: askedDay.nullable() }),
  answer: programmeSchema,
  status: 201,
});
export const savePilotPoint = defineRoute({
  id: 'savePilotPoint',
  method: 'put',
  path: '/pilots/:id/points',
  access: 'pilots:report',
  tag,
  summary: 'Keadaan satu titik layanan: jaringan dan sarana bagi pengguna berkebutuhan khusus',
  params: id,
  body: z.strictObject({
    name: text(120),
    network: z.enum(NETWORK_STATES),
    networkNote: z.string().trim().max(500).nullable(),
    facilities: z.partialRecord(z.enum(FACILITIES), z.boolean()),
    checkedOn: askedDay,
  }),
  answer: programmeSchema,
});
export const addPilotTraining = defineRoute({
  id: 'addPilotTraining',
  method: 'post',
  path: '/pilots/:id/trainings',
  access: 'pilots:report',
  tag,
  summary: 'Mencatat pelatihan petugas',
  params: id,
  body: z.strictObject({
    point: z.uuid().nullable(),
    on: askedDay,
    topic: text(200),
    participants: whole.min(1).max(10_000),
  }),
  answer: programmeSchema,
  status: 201,
});
