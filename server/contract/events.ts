import * as z from 'zod';
import { defineRoute } from './route.ts';

/** Payloads of the event stream; the event's name is the key. */
export const eventSchemas = {
  'data-changed': z.object({ dataVersion: z.number().int() }),
  'import-progress': z.object({ id: z.string(), rowsRead: z.number().int() }),
  /** Somebody has more or fewer notices than before: whoever counts theirs counts again. Says nothing else. */
  'notices-changed': z.object({}),
  /** Something was written at a meeting: whoever looks at it reads it anew. Says nothing of what it is about. */
  'meeting-changed': z.object({ id: z.string() }),
} as const;

export const readEvents = defineRoute({
  id: 'readEvents',
  method: 'get',
  path: '/events',
  access: 'events:read',
  tag: 'events',
  summary: 'Aliran kejadian: data berubah, kemajuan unggahan (server-sent events)',
  answer: z.unknown(),
  produces: 'text/event-stream',
});
