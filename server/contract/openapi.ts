import * as z from 'zod';
import { can, FOR_PROGRAMS, ROLES } from '#domain/permissions';
import { problemSchema } from './problem.ts';
import { ROUTES } from './routes.ts';
import type { RouteDescriptor } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of the API, generated from the routes' own schemas. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of ROUTES) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'PANDU',
      version,
      description:
        'Pemantauan Aduan, Nilai kepuasan, Durasi layanan, dan Unggulan inovasi. Semua yang ada di layar berasal dari API ini.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema), ...sharedSchemas() },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'pandu.sid' },
        program: { type: 'http', scheme: 'bearer', description: 'Token untuk program, dibuat administrator' },
      },
    },
  };
}

/** Roles that may call the route; everyone for an anonymous one. */
export function rolesOf(route: RouteDescriptor): readonly string[] {
  const { access } = route;
  return access === 'anonymous' ? ROLES : ROLES.filter((role) => role !== 'publik' && can(role, access));
}

/** A session for people; for what programs may do, a token as well. */
function securityOf({ access }: RouteDescriptor): Json[] {
  if (access === 'anonymous') return [];
  return FOR_PROGRAMS.includes(access) ? [{ session: [] }, { program: [] }] : [{ session: [] }];
}

function operation(route: RouteDescriptor): Json {
  const multipart = {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: {
          file: { type: 'string', format: 'binary' },
          mapping: { type: 'string', description: 'Pemetaan kolom (JSON)' },
        },
      },
    },
  };
  const hasBody =
    route.method !== 'get' && route.method !== 'delete' && !(route.body instanceof z.ZodUndefined);
  const answer =
    route.produces === 'application/json' && !(route.answer instanceof z.ZodUndefined)
      ? { content: { 'application/json': { schema: schemaOf(route.answer) } } }
      : route.status === 204
        ? {}
        : { content: { [route.produces]: {} } };
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary,
    'x-permission': route.access,
    'x-roles': rolesOf(route),
    security: securityOf(route),
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(hasBody
      ? {
          requestBody: {
            required: true,
            content:
              route.consumes === 'multipart/form-data'
                ? multipart
                : { 'application/json': { schema: schemaOf(route.body) } },
          },
        }
      : {}),
    responses: {
      [route.status]: { description: 'Berhasil', ...answer },
      default: {
        description: 'Kesalahan',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function parameters(schema: z.ZodObject, where: 'path' | 'query'): Json[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const type = field as z.ZodType;
    return {
      name,
      in: where,
      required: where === 'path' || !type.safeParse(undefined).success,
      schema: schemaOf(type),
    };
  });
}

function schemaOf(schema: z.ZodType): Json {
  const document = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return pointedAtComponents(
    Object.fromEntries(Object.entries(document).filter(([name]) => name !== '$schema' && name !== '$defs')),
  );
}

/** Schemas that refer to themselves, by the name they were given; they stand among the components. */
function sharedSchemas(): Json {
  const shared = ROUTES.map(
    (route) => z.toJSONSchema(route.answer, { io: 'input', unrepresentable: 'any' }).$defs ?? {},
  );
  return pointedAtComponents(Object.assign({}, ...shared) as Json);
}

function pointedAtComponents(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}
