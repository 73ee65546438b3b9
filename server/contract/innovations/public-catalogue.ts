import * as z from 'zod';
import { defineRoute } from '../route.ts';
import { catalogueQuery, entrySchema, listInnovations } from './catalogue.ts';

const tag = 'innovations';

/** The catalogue as everyone may read it: entries that their owners opened to everyone, and of those the ticked fields. */
export const listPublicInnovations = defineRoute({
  id: 'listPublicInnovations',
  method: 'get',
  path: '/public/innovations',
  access: 'anonymous',
  tag,
  summary: 'Inovasi yang dibuka pemiliknya untuk umum; tanpa masuk',
  query: catalogueQuery.omit({ show: true }),
  answer: listInnovations.answer,
});

export const readPublicInnovation = defineRoute({
  id: 'readPublicInnovation',
  method: 'get',
  path: '/public/innovations/:slug',
  access: 'anonymous',
  tag,
  summary: 'Satu inovasi yang dibuka untuk umum; tanpa masuk',
  params: z.strictObject({ slug: z.string().min(1).max(200) }),
  answer: entrySchema,
});

export const readInnovationFeed = defineRoute({
  id: 'readInnovationFeed',
  method: 'get',
  path: '/public/innovations.atom',
  access: 'anonymous',
  tag,
  summary: 'Umpan Atom: inovasi terbaru yang dibuka untuk umum',
  answer: z.undefined(),
  produces: 'application/atom+xml',
});
