import type { IRouter } from 'express';
import type { SessionData } from 'express-session';
import type { Logger } from 'pino';
import type { Database } from '../../../platform/database/pool.ts';
import {
  createSession,
  deleteSession,
  readSession,
  readSignInHint,
  switchRole,
  type Session,
} from '#contract/session';
import { isTenantScope } from '#domain/scope';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import { recordedChange } from '../../../platform/auth/own-change.repository.ts';
import { PasswordSignIn } from '../../../platform/auth/password-sign-in.ts';
import { listDemoAccounts } from '../../../platform/auth/people.queries.ts';
import type { HeldPost, Person } from '../../../platform/auth/person.ts';
import {
  endSession,
  findPersonOfSession,
  startSession,
  type SessionLimits,
} from '../../../platform/auth/session.ts';
import { changeSession } from '../../../platform/auth/sessions.repository.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { accountLinkRoutes } from '../account/account-links.routes.ts';
import { accountRoutes } from '../account/account.routes.ts';
import { accountReaderRoutes } from '../account/account-readers.routes.ts';
import { secondFactorRoutes } from '../account/account-second-factor.routes.ts';

export interface AccessDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly secureCookie: boolean;
  readonly demo: boolean;
  /** Name of the identity provider for the sign-in page; null without one. */
  readonly singleSignOn: string | null;
  readonly audit: AuditLog;
  /** The installation's secret. */
  readonly secret: string;
  readonly log: Logger;
  readonly sessionLimits: SessionLimits;
}

/** Sign-in, the own session and account, switching posts, links to set a password. */
export function accessRoutes(router: IRouter, deps: AccessDeps): void {
  const signIn = new PasswordSignIn(deps);

  bindRoute(router, createSession, async ({ body, request, response }) => {
    const person = await signIn.admit(request, response, body);
    await startSession(request, response, person, deps.secureCookie);
    return toSession(deps, person);
  });

  bindRoute(router, readSession, ({ person }) => toSession(deps, person));

  bindRoute(router, switchRole, async ({ body, person, request }) => {
    const post = person.posts.find((held) =>
      'post' in body ? held.id === body.post : held.role === body.role,
    );
    if (!post) throw new ProblemException(403, 'forbidden');
    if (post.id === person.post?.id) return toSession(deps, person);
    await recordedChange(deps, person, request, async (transaction) => {
      await changeSession(transaction, request.sessionID, { postId: post.id });
      return {
        result: undefined,
        event: {
          action: 'post-switched',
          subject: `posts/${post.id}`,
          details: { post: { before: person.post?.title ?? null, after: post.title } },
        },
      };
    });
    const switched = await findPersonOfSession(
      deps.database,
      sessionAt(request.session, post.id),
      deps.clock('UTC').now,
    );
    if (!switched) throw new ProblemException(401, 'not-signed-in');
    return toSession(deps, switched);
  });

  bindRoute(router, deleteSession, async ({ person, request, response }) => {
    await recordedChange(deps, person, request, async () => ({
      result: undefined,
      event: { action: 'signed-out', subject: `users/${person.userId ?? ''}` },
    }));
    await endSession(request, response);
    return undefined;
  });

  bindRoute(router, readSignInHint, async () => ({
    demoAccounts: deps.demo ? await listDemoAccounts(deps.database) : [],
    singleSignOn: deps.singleSignOn,
  }));

  accountRoutes(router, { ...deps, signIn });
  secondFactorRoutes(router, { ...deps, signIn });
  accountReaderRoutes(router, deps);
  accountLinkRoutes(router, { ...deps, signIn });
}

/** What the session says of the person, in another post. */
function sessionAt({ userId, singleSignOn }: Partial<SessionData>, postId: string): Partial<SessionData> {
  return { postId, ...(userId ? { userId } : {}), ...(singleSignOn ? { singleSignOn } : {}) };
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
