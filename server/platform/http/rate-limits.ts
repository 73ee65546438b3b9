import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit, type RateLimitRequestHandler } from 'express-rate-limit';
import { ROUTES } from '#contract/routes';
import { personOf } from '../auth/request-person.ts';
import { addressOf } from './request-address.ts';
import { answerProblem } from './error-answer.ts';
import { ProblemException } from './problem-error.ts';

/** Calls a minute, and event streams at a time. Far above what screens need, far below what hurts. */
export interface RateLimits {
  /** All calls of one address: a whole office may stand behind it. */
  readonly address: number;
  /** Reads of one account. */
  readonly reads: number;
  /** Changes by one account. */
  readonly writes: number;
  /** Files made for one account. */
  readonly exports: number;
  /** Event streams of one account that are open at a time; one a tab. */
  readonly streams: number;
}

export const RATE_LIMITS: RateLimits = { address: 6_000, reads: 600, writes: 120, exports: 30, streams: 20 };

const MINUTE = 60_000;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const EXPORTS = ROUTES.filter((route) => !/json|event-stream/.test(route.produces)).map(({ path }) =>
  pattern(path),
);
const STREAMS = ROUTES.filter((route) => route.produces === 'text/event-stream').map(({ path }) =>
  pattern(path),
);

/** Limits all calls of one address; stands before everything that costs. */
export function limitByAddress(limits: RateLimits): RequestHandler {
  return limiter(limits.address, (request) => ipKeyGenerator(addressOf(request)));
}

/** Limits the calls of one account (or one program), by what they cost; stands after who asks is known. */
export function limitByAccount(limits: RateLimits): RequestHandler {
  const of = {
    reads: byAccount(limits.reads),
    writes: byAccount(limits.writes),
    exports: byAccount(limits.exports),
  };
  const streams = limitStreams(limits.streams);
  return (request, response, next) => {
    if (personOf(request).role === 'publik') next();
    else if (!SAFE_METHODS.has(request.method)) void of.writes(request, response, next);
    else if (STREAMS.some((path) => path.test(request.path))) streams(request, response, next);
    else if (EXPORTS.some((path) => path.test(request.path))) void of.exports(request, response, next);
    else void of.reads(request, response, next);
  };
}

function limitStreams(most: number): RequestHandler {
  const open = new Map<string, number>();
  return (request, response, next) => {
    const account = accountOf(request);
    const count = open.get(account) ?? 0;
    if (count >= most) throw new ProblemException(429, 'too-many-streams', { most });
    open.set(account, count + 1);
    response.on('close', () => {
      const left = (open.get(account) ?? 1) - 1;
      if (left > 0) open.set(account, left);
      else open.delete(account);
    });
    next();
  };
}

function byAccount(limit: number): RateLimitRequestHandler {
  return limiter(limit, accountOf);
}

/** A person's id, or the name of a program, which carries the id of its token. */
function accountOf(request: Request): string {
  const { userId, username } = personOf(request);
  return userId ?? username;
}

function limiter(limit: number, keyOf: (request: Request) => string): RateLimitRequestHandler {
  return rateLimit({
    windowMs: MINUTE,
    limit,
    // Answers carry no counters: they would be one more thing that differs between two answers with one ETag.
    standardHeaders: false,
    legacyHeaders: false,
    validate: false,
    keyGenerator: keyOf,
    handler: (request, response) => {
      response.set('Retry-After', String(MINUTE / 1000));
      answerProblem(request, response, new ProblemException(429, 'too-many-calls'));
    },
  });
}

function pattern(path: string): RegExp {
  // As the router does: any case, with or without a slash at the end.
  return new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}/?$`, 'i');
}
