import type { IRouter } from 'express';
import {
  changePassword,
  listDevices,
  readAccount,
  revokeDevice,
  revokeOtherDevices,
  type Account,
} from '#contract/account';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { setPassword } from '../../../platform/auth/account-link.repository.ts';
import { recordedChange } from '../../../platform/auth/own-change.repository.ts';
import type { PasswordSignIn } from '../../../platform/auth/password-sign-in.ts';
import type { Person } from '../../../platform/auth/person.ts';
import type { SessionLimits } from '../../../platform/auth/session.ts';
import { endSessionOf, endSessionsOf, listSessionsOf } from '../../../platform/auth/sessions.repository.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { bindRoute } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { passwordFault } from '../../../platform/kabupaten/account-rules.ts';
import { findUnitName } from '../../../platform/kabupaten/kabupaten.queries.ts';
import { getAccountFacts, isSecondFactorRequired, listAccountPosts } from './account.queries.ts';

export interface AccountDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  readonly secret: string;
  readonly secureCookie: boolean;
  readonly signIn: PasswordSignIn;
  readonly sessionLimits: SessionLimits;
}

/** The own account: what it is, the password, the devices that are signed in. */
export function accountRoutes(router: IRouter, deps: AccountDeps): void {
  bindRoute(router, readAccount, ({ person }) => accountOf(deps, person));

  bindRoute(router, changePassword, async ({ body, person, request, response }) => {
    const userId = userIdOf(person);
    await deps.signIn.requirePassword(request, response, person, body.current);
    requireGoodPassword(body.next, person.username, 'next', body.current);
    const passwordHash = await deps.signIn.hash(response, body.next);
    await recordedChange(deps, person, request, async (transaction) => {
      await setPassword(transaction, userId, passwordHash, deps.clock('UTC').now);
      const ended = await endSessionsOf(transaction, userId, request.sessionID);
      return {
        result: undefined,
        event: {
          action: 'password-changed',
          subject: `users/${userId}`,
          details: { devicesSignedOut: ended },
        },
      };
    });
    return undefined;
  });

  bindRoute(router, listDevices, async ({ person, request }) => ({
    items: (await openSessions(deps, person)).map(({ sid, ...session }) => ({
      ...session,
      current: sid === request.sessionID,
    })),
  }));

  bindRoute(router, revokeDevice, async ({ params, person, request }) => {
    const userId = userIdOf(person);
    const session = (await openSessions(deps, person)).find(({ id }) => id === params.id);
    if (!session) throw new ProblemException(404, 'device-not-found');
    await recordedChange(deps, person, request, async (transaction) => {
      const ended = await endSessionOf(transaction, userId, session.sid);
      return { result: undefined, event: ended ? deviceRevoked(userId, 1) : null };
    });
    return undefined;
  });

  bindRoute(router, revokeOtherDevices, async ({ person, request }) => {
    const userId = userIdOf(person);
    return recordedChange(deps, person, request, async (transaction) => {
      const revoked = await endSessionsOf(transaction, userId, request.sessionID);
      return { result: { revoked }, event: revoked === 0 ? null : deviceRevoked(userId, revoked) };
    });
  });
}

/** The id of a person who is signed in. @throws ProblemException 401 for a stranger */
export function userIdOf(person: Person): string {
  if (person.userId === null) throw new ProblemException(401, 'not-signed-in');
  return person.userId;
}

/**
 * Makes sure that a new password keeps the rules.
 *
 * @param field the field of the request it stands in
 * @throws ProblemException 400 `password-refused` with the reason as a sentence
 */
export function requireGoodPassword(
  password: string,
  username: string,
  field: string,
  current: string | null = null,
): void {
  const reason =
    password === current
      ? 'Sandi baru sama dengan yang sekarang; pilih yang lain.'
      : passwordFault(password, username);
  if (reason === null) return;
  throw new ProblemException(400, 'password-refused', { reason }, [
    { path: field, code: 'password-refused', message: reason },
  ]);
}

async function accountOf(deps: AccountDeps, person: Person): Promise<Account> {
  const userId = userIdOf(person);
  const facts = await getAccountFacts(deps.database, userId);
  const posts = await listAccountPosts(deps.database, userId, deps.clock('UTC').now);
  return {
    username: person.username,
    name: person.name,
    hasPassword: facts.hasPassword,
    passwordSetAt: facts.passwordSetAt,
    singleSignOn: facts.singleSignOn,
    secondFactor: {
      active: facts.secondFactor,
      required: isSecondFactorRequired(facts, posts),
      recoveryCodesLeft: facts.recoveryCodesLeft,
    },
    posts: await Promise.all(
      posts.map(async ({ kabupatenCode, unitCode, ...post }) => ({
        ...post,
        unit:
          kabupatenCode === null || unitCode === null
            ? null
            : ((await findUnitName(deps.database, kabupatenCode, unitCode)) ?? unitCode),
      })),
    ),
  };
}

async function openSessions(deps: AccountDeps, person: Person) {
  const { idleMinutes } = deps.sessionLimits;
  return listSessionsOf(
    deps.database,
    userIdOf(person),
    new Date(Date.now() - idleMinutes * 60_000).toISOString(),
  );
}

function deviceRevoked(userId: string, count: number) {
  return { action: 'device-revoked', subject: `users/${userId}`, details: { devices: count } };
}
