import type { IRouter, Request } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Database } from '../../platform/database/pool.ts';
import {
  createSession,
  deleteSession,
  readSession,
  readSignInHint,
  switchRole,
  type Session,
} from '#contract/session';
import { isTenantScope } from '#domain/scope';
import type { ClockSource } from '../../platform/clock.ts';
import { findUserByUsername, listDemoAccounts } from '../../platform/auth/people.queries.ts';
import type { HeldPost, Person } from '../../platform/auth/person.ts';
import { endSession, saveSession, startSession } from '../../platform/auth/session.ts';
import { passwordMatches, personOfUser } from '../../platform/auth/sign-in.ts';
import { readInScope } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { bindRoute } from '../../platform/http/bind-route.ts';
import { answerProblem } from '../../platform/http/error-answer.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';

export interface AccessDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly secureCookie: boolean;
  readonly demo: boolean;
}

/** Wrong passwords per username and address in five minutes, before answers are held back for the rest of them. */
const WRONG_PASSWORDS = 15;
const WINDOW_MS = 5 * 60 * 1000;

/** Sign-in, the own session, switching roles. */
export function accessRoutes(router: IRouter, deps: AccessDeps): void {
  router.post('/session', signInLimit());

  bindRoute(router, createSession, async ({ body, request, response }) => {
    const user = await findUserByUsername(deps.database, body.username, deps.clock('UTC').now);
    const matches = await passwordMatches(user, body.password);
    const person = matches && user ? personOfUser(user, null) : null;
    if (!person?.userId || !person.post) throw new ProblemException(401, 'wrong-credentials');
    await startSession(request, response, person.userId, person.post.id, deps.secureCookie);
    return toSession(deps, person);
  });

  bindRoute(router, readSession, ({ person }) => toSession(deps, person));

  bindRoute(router, switchRole, async ({ body, person, request }) => {
    const post = person.posts.find((held) =>
      'post' in body ? held.id === body.post : held.role === body.role,
    );
    if (!post) throw new ProblemException(403, 'forbidden');
    request.session.postId = post.id;
    await saveSession(request);
    const user = await findUserByUsername(deps.database, person.username, deps.clock('UTC').now);
    const switched = user && personOfUser(user, post.id);
    if (!switched) throw new ProblemException(401, 'not-signed-in');
    return toSession(deps, switched);
  });

  bindRoute(router, deleteSession, async ({ request, response }) => {
    await endSession(request, response);
    return undefined;
  });

  bindRoute(router, readSignInHint, async () => ({
    demoAccounts: deps.demo ? await listDemoAccounts(deps.database) : [],
    singleSignOn: null,
  }));
}

async function toSession(deps: AccessDeps, person: Person): Promise<Session> {
  if (person.post === null) throw new ProblemException(401, 'not-signed-in');
  return {
    user: {
      username: person.username,
      name: person.name,
      role: person.role,
      roles: [...person.roles],
      unit: await unitOf(deps, person),
      kabupaten: person.kabupaten && { ...person.kabupaten },
      post: heldPost(person.post),
      posts: person.posts.map(heldPost),
      lacksSecondFactor: person.lacksSecondFactor,
    },
  };
}

function heldPost({ id, title, role, capacity, kabupaten }: HeldPost): Session['user']['post'] {
  return { id, title, role, capacity, kabupaten: kabupaten?.name ?? null };
}

async function unitOf(deps: AccessDeps, person: Person): Promise<Session['user']['unit']> {
  const { scope } = person;
  if (!isTenantScope(scope)) return null;
  const code = person.unitCode ?? scope.rootUnit;
  return readInScope(deps.database, scope, async (transaction) => {
    const { structure } = await readStructure(transaction);
    const unit = structure.units.find(code);
    return unit && { code: unit.code, name: unit.name };
  });
}

/** Slows guessing down per username and address; right passwords do not count. */
function signInLimit() {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: WRONG_PASSWORDS,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skipSuccessfulRequests: true,
    validate: { trustProxy: false, keyGeneratorIpFallback: false },
    keyGenerator: (request) => `${request.socket.remoteAddress ?? ''}|${usernameOf(request)}`,
    handler: (request, response) => {
      answerProblem(
        request,
        response,
        new ProblemException(429, 'too-many-attempts', { seconds: Math.ceil(WINDOW_MS / 1000) }),
      );
    },
  });
}

function usernameOf(request: Request): string {
  const body: unknown = request.body;
  const username = typeof body === 'object' && body !== null && 'username' in body ? body.username : '';
  return typeof username === 'string' ? username.toLowerCase().slice(0, 100) : '';
}
