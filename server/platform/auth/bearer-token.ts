import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { ClockSource } from '../clock.ts';
import type { Database } from '../database/pool.ts';
import { ProblemException } from '../http/problem-error.ts';
import { findToken, noteTokenUse, type StoredToken } from './bearer-token.queries.ts';
import { scopeOf, type Person } from './person.ts';
import { personOf, setPerson } from './request-person.ts';

/** RFC 6750, section 2.1: the scheme in any case, one space, the token. */
const BEARER = /^bearer +([A-Za-z0-9._~+/=-]{1,200})$/i;

/** What is kept of a token: SHA-256 of its text. It has 256 random bits, so a slow hash would add nothing. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * Says which program sent the request, by `Authorization: Bearer …`. A token that is not in force is refused with 401
 * and never falls back to a cookie. Other schemes are somebody else's (a proxy's, for instance) and are left alone.
 *
 * @throws ProblemException 401 when the token is unknown, revoked or over, or its post is closed
 */
export function bearerToken(database: Database, clock: ClockSource): RequestHandler {
  return async (request, _response, next) => {
    const header = request.get('Authorization') ?? '';
    if (!/^bearer\b/i.test(header)) {
      next();
      return;
    }
    const token = await tokenOf(header, database, clock);
    if (!token) throw new ProblemException(401, 'token-unknown');
    setPerson(request, personOfToken(token));
    next();
  };
}

/** The token of an `Authorization` header that is in force, its use noted; null when there is none. */
export async function tokenOf(
  header: string,
  database: Database,
  clock: ClockSource,
): Promise<StoredToken | null> {
  const text = BEARER.exec(header)?.[1];
  if (text === undefined) return null;
  const { now } = clock('UTC');
  const token = await findToken(database, tokenHash(text), now);
  if (token) await noteTokenUse(database, token.id, now);
  return token;
}

/** The program of an `Authorization` header as things stand now, without noting a use; null when it is not let in. */
export async function programOf(
  header: string,
  database: Database,
  clock: ClockSource,
): Promise<Person | null> {
  const text = BEARER.exec(header)?.[1];
  if (text === undefined) return null;
  const token = await findToken(database, tokenHash(text), clock('UTC').now);
  return token && personOfToken(token);
}

/** True when a program sent the request, by its token. */
export function isProgram(request: Request): boolean {
  return personOf(request).tokenPermissions !== null;
}

/** What only browsers need (sessions, XSRF tokens): programs pass by, and get no cookie. */
export function forBrowsers(handler: RequestHandler): RequestHandler {
  return (request, response, next) => {
    if (!isProgram(request)) return handler(request, response, next);
    next();
    return undefined;
  };
}

/** A program in its post: no user, and a name with a colon, which no username has. */
function personOfToken(token: StoredToken): Person {
  const { post } = token;
  return {
    userId: null,
    username: `token:${token.id}`,
    name: token.name,
    role: post.role,
    roles: [post.role],
    post,
    posts: [post],
    scope: scopeOf(post),
    unitCode: post.unitCode,
    kabupaten: post.kabupaten,
    lacksSecondFactor: false,
    tokenPermissions: token.permissions,
  };
}
