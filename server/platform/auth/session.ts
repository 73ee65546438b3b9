import { randomBytes, timingSafeEqual } from 'node:crypto';
import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import type { ClockSource } from '../clock.ts';
import type { Database, SessionPool } from '../database/pool.ts';
import { ProblemException } from '../http/problem-error.ts';
import { addressOf } from '../http/request-address.ts';
import { deviceName } from './device-name.ts';
import { findUserById } from './people.queries.ts';
import type { Person } from './person.ts';
import { setPerson } from './request-person.ts';
import { noteSessionUse } from './sessions.repository.ts';
import { personOfUser } from './sign-in.ts';

declare module 'express-session' {
  interface SessionData {
    userId: string;
    postId: string;
    xsrf: string;
    /** ISO instants. */
    signedInAt: string;
    lastSeenAt: string;
    /** Browser and system in words. */
    device: string;
    /** Network address at sign-in. */
    address: string;
    /** A second factor that waits for its first code, sealed. */
    pendingSecondFactor: string | null;
    /** Set when an identity provider let the person in: whether a second factor was given there. */
    singleSignOn: { secondFactor: boolean };
  }
}

/** With https the browser keeps the cookie to this host and this path, whatever a neighbour sets. */
function cookieName(secure: boolean): string {
  return secure ? '__Host-pandu.sid' : 'pandu.sid';
}

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
/** A session that is not used ends after this many minutes, and every one after this many hours. */
export const SESSION_LIMITS: SessionLimits = { idleMinutes: 60, hours: 12 };
/** Use is noted once a minute; a stream of events is not use. */
const NOTE_EVERY = MINUTE;
const EVENT_STREAM = '/events';
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** When sessions end. `PANDU_SESSION_IDLE_MINUTES`, `PANDU_SESSION_HOURS`. */
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly hours: number;
}

export interface SessionOptions {
  readonly pool: SessionPool;
  readonly secret: string;
  readonly secureCookie: boolean;
  readonly limits: SessionLimits;
}

/** Sessions live in PostgreSQL; nothing is stored for strangers. One that was idle or open for too long is none. */
export function sessionMiddleware(options: SessionOptions): RequestHandler {
  const Store = connectPgSimple(session);
  const { limits } = options;
  const read = session({
    name: cookieName(options.secureCookie),
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
      maxAge: limits.hours * HOUR,
      path: '/',
    },
  });
  return (request, response, next) => {
    read(request, response, (error?: unknown) => {
      if (error !== undefined || !sessionHasEnded(request.session, limits, Date.now())) next(error);
      else request.session.regenerate(next);
    });
  };
}

/** True when a session was idle or open for too long; `now` in milliseconds. */
export function sessionHasEnded(
  { userId, signedInAt, lastSeenAt }: Partial<session.SessionData>,
  limits: SessionLimits,
  now: number,
): boolean {
  if (userId === undefined) return false;
  const [opened, seen] = [Date.parse(signedInAt ?? ''), Date.parse(lastSeenAt ?? '')];
  return !(now - opened < limits.hours * HOUR && now - seen < limits.idleMinutes * MINUTE);
}

/** Notes that a signed-in person is there, at most once a minute. */
async function noteUse(database: Database, request: Request): Promise<void> {
  const { lastSeenAt } = request.session;
  const now = Date.now();
  if (request.path === EVENT_STREAM || now - Date.parse(lastSeenAt ?? '') < NOTE_EVERY) return;
  await noteSessionUse(
    database,
    request.sessionID,
    new Date(now).toISOString(),
    new Date(now - NOTE_EVERY).toISOString(),
  );
}

/** Says who sent the request, read afresh from the database so that a withdrawn grant ends at once. */
export function personMiddleware(database: Database, clock: ClockSource): RequestHandler {
  return async (request, _response, next) => {
    const person = await findPersonOfSession(database, request.session, clock('UTC').now);
    if (person) {
      setPerson(request, person);
      await noteUse(database, request);
    }
    next();
  };
}

/**
 * The person a session belongs to, as things stand in the database now; null when there is none.
 *
 * @param now ISO instant
 */
export async function findPersonOfSession(
  database: Database,
  { userId, postId, singleSignOn }: Partial<session.SessionData>,
  now: string,
): Promise<Person | null> {
  if (userId === undefined) return null;
  const stored = await findUserById(database, userId, now);
  // Who came by single sign-on gave the factor there, or nowhere.
  const user = stored && singleSignOn ? { ...stored, hasSecondFactor: singleSignOn.secondFactor } : stored;
  return user && personOfUser(user, postId ?? null);
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

/**
 * Starts a fresh session for the person in the post that is active: a new id (against fixation) and a new XSRF token.
 * Whatever the session before held is gone.
 */
export async function startSession(
  request: Request,
  response: Response,
  person: Person,
  secureCookie: boolean,
): Promise<void> {
  if (person.userId === null || person.post === null) throw new Error('a session needs a person with a post');
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error: unknown) => (error ? reject(asError(error)) : resolve()));
  });
  const now = new Date().toISOString();
  const xsrf = randomBytes(24).toString('base64url');
  request.session.userId = person.userId;
  request.session.postId = person.post.id;
  request.session.xsrf = xsrf;
  request.session.signedInAt = now;
  request.session.lastSeenAt = now;
  request.session.device = deviceName(request.get('User-Agent'));
  request.session.address = addressOf(request);
  await saveSession(request);
  const { originalMaxAge } = request.session.cookie;
  response.cookie('XSRF-TOKEN', xsrf, {
    sameSite: 'lax',
    secure: secureCookie,
    path: '/',
    ...(originalMaxAge === null ? {} : { maxAge: originalMaxAge }),
  });
}

export async function saveSession(request: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.save((error: unknown) => (error ? reject(asError(error)) : resolve()));
  });
}

/** Ends the session on the server and in the browser. */
export async function endSession(request: Request, response: Response): Promise<void> {
  const secure = request.session.cookie.secure === true;
  await new Promise<void>((resolve, reject) => {
    request.session.destroy((error: unknown) => (error ? reject(asError(error)) : resolve()));
  });
  response.clearCookie(cookieName(secure), { path: '/', secure });
  response.clearCookie('XSRF-TOKEN', { path: '/', secure });
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
