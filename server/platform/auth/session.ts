import { randomBytes, timingSafeEqual } from 'node:crypto';
import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import type { ClockSource } from '../clock.ts';
import type { Database, SessionPool } from '../database/pool.ts';
import { ProblemException } from '../http/problem-error.ts';
import { findUserById } from './people.queries.ts';
import { setPerson } from './request-person.ts';
import { personOfUser } from './sign-in.ts';

declare module 'express-session' {
  interface SessionData {
    userId: string;
    postId: string;
    xsrf: string;
  }
}

const COOKIE = 'pandu.sid';
const TWELVE_HOURS = 12 * 60 * 60 * 1000;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface SessionOptions {
  readonly pool: SessionPool;
  readonly secret: string;
  readonly secureCookie: boolean;
}

/** Sessions live in PostgreSQL; nothing is stored for strangers. */
export function sessionMiddleware(options: SessionOptions): RequestHandler {
  const Store = connectPgSimple(session);
  return session({
    name: COOKIE,
    secret: options.secret,
    store: new Store({
      pool: options.pool,
      tableName: 'sessions',
      disableTouch: true,
      pruneSessionInterval: 15 * 60,
    }),
    resave: false,
    saveUninitialized: false,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: options.secureCookie,
      maxAge: TWELVE_HOURS,
      path: '/',
    },
  });
}

/** Says who sent the request, read afresh from the database so that a withdrawn grant ends at once. */
export function personMiddleware(database: Database, clock: ClockSource): RequestHandler {
  return async (request, _response, next) => {
    const { userId, postId } = request.session;
    if (userId) {
      const user = await findUserById(database, userId, clock('UTC').now);
      const person = user && personOfUser(user, postId ?? null);
      if (person) setPerson(request, person);
    }
    next();
  };
}

/** Unsafe methods of a signed-in browser must repeat the XSRF token; signing in has none yet. */
export function xsrfMiddleware(): RequestHandler {
  return (request, _response, next) => {
    const expected = request.session.xsrf;
    if (
      SAFE_METHODS.has(request.method) ||
      !expected ||
      (request.method === 'POST' && request.path === '/session')
    ) {
      next();
      return;
    }
    const given = request.get('X-XSRF-TOKEN') ?? '';
    if (!sameText(given, expected)) throw new ProblemException(403, 'xsrf-missing');
    next();
  };
}

/** Starts a fresh session for the user: a new id (against fixation) and a new XSRF token. */
export async function startSession(
  request: Request,
  response: Response,
  userId: string,
  postId: string,
  secureCookie: boolean,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error: unknown) => (error ? reject(asError(error)) : resolve()));
  });
  const xsrf = randomBytes(24).toString('base64url');
  request.session.userId = userId;
  request.session.postId = postId;
  request.session.xsrf = xsrf;
  await saveSession(request);
  response.cookie('XSRF-TOKEN', xsrf, {
    sameSite: 'lax',
    secure: secureCookie,
    path: '/',
    maxAge: TWELVE_HOURS,
  });
}

export async function saveSession(request: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.save((error: unknown) => (error ? reject(asError(error)) : resolve()));
  });
}

/** Ends the session on the server and in the browser. */
export async function endSession(request: Request, response: Response): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.destroy((error: unknown) => (error ? reject(asError(error)) : resolve()));
  });
  response.clearCookie(COOKIE, { path: '/' });
  response.clearCookie('XSRF-TOKEN', { path: '/' });
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
