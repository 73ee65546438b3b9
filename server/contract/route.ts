import * as z from 'zod';
import type { Permission } from '#domain/permissions';

export type Method = 'get' | 'post' | 'delete' | 'put' | 'patch';

/** `anonymous` is the one way to open a route to strangers; everything else names a permission. */
export type RouteAccess = Permission | 'anonymous';

/**
 * A route of the API: its address, who may call it, and the schemas of what goes in and comes out. The server binds
 * a handler to it, the OpenAPI document is generated from it, and the role matrix walks over it.
 */
export interface RouteDescriptor<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: Method;
  /** Express path below `/api/v1`, e.g. `/imports/:id`. */
  readonly path: string;
  readonly access: RouteAccess;
  readonly summary: string;
  readonly tag: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
  readonly status: number;
  /** Media type of the answer when it is not JSON. */
  readonly produces: string;
  /** `multipart/form-data` for uploads. */
  readonly consumes: string;
}

const nothing = z.strictObject({});
const noBody = z.undefined();

interface RouteInput<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType> {
  id: string;
  method: Method;
  path: string;
  access: RouteAccess;
  summary: string;
  tag: string;
  params?: P;
  query?: Q;
  body?: B;
  answer: A;
  status?: number;
  produces?: string;
  consumes?: string;
}

/** Describes a route; leaving out `access` does not compile. Unknown query parameters are refused (strict objects). */
export function defineRoute<
  A extends z.ZodType,
  P extends z.ZodObject = typeof nothing,
  Q extends z.ZodObject = typeof nothing,
  B extends z.ZodType = typeof noBody,
>(input: RouteInput<P, Q, B, A>): RouteDescriptor<P, Q, B, A> {
  return {
    ...input,
    // The defaults stand in exactly where the type parameter took its default.
    params: (input.params ?? nothing) as P,
    query: (input.query ?? nothing) as Q,
    body: (input.body ?? noBody) as B,
    status: input.status ?? 200,
    produces: input.produces ?? 'application/json',
    consumes: input.consumes ?? 'application/json',
  };
}
