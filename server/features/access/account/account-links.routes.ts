import type { IRouter, Request } from 'express';
import { readLink, useLink } from '#contract/account';
import {
  findOpenLink,
  setPassword,
  useUpLink,
  type OpenLink,
} from '../../../platform/auth/account-link.repository.ts';
import { recordedChange } from '../../../platform/auth/own-change.repository.ts';
import { findUserById } from '../../../platform/auth/people.queries.ts';
import { STRANGER, type Person } from '../../../platform/auth/person.ts';
import { endSessionsOf } from '../../../platform/auth/sessions.repository.ts';
import { personOfUser } from '../../../platform/auth/sign-in.ts';
import { bindRoute } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { requireGoodPassword, type AccountDeps } from './account.routes.ts';

/** Invitations and resets: whoever has the link sets the password, once. */
export function accountLinkRoutes(router: IRouter, deps: AccountDeps): void {
  const open = async (token: string): Promise<OpenLink> => {
    const link = await findOpenLink(deps.database, token, deps.clock('UTC').now);
    // Used, ended, or never there: one answer, which tells nothing about anyone.
    if (!link) throw new ProblemException(404, 'link-not-found');
    return link;
  };

  bindRoute(router, readLink, async ({ params }) => {
    const { kind, username, name, expiresAt } = await open(params.token);
    return { kind, username, name, expiresAt };
  });

  bindRoute(router, useLink, async ({ params, body, request, response }) => {
    const { userId, username, kind } = await open(params.token);
    requireGoodPassword(body.password, username, 'password');
    const passwordHash = await deps.signIn.hash(response, body.password);
    const now = deps.clock('UTC').now;
    await recordedChange(deps, await ownerOf(userId, now), request, async (transaction) => {
      if (!(await useUpLink(transaction, params.token, now)))
        throw new ProblemException(404, 'link-not-found');
      await setPassword(transaction, userId, passwordHash, now);
      await endSessionsOf(transaction, userId, ownSid(request, userId));
      return {
        result: undefined,
        event: { action: 'link-used', subject: `users/${userId}`, details: { kind } },
      };
    });
    deps.signIn.remember(request, response, userId);
    return undefined;
  });

  /** Who the link was made for, in the first post held; a person without one leaves the name alone. */
  async function ownerOf(userId: string, now: string): Promise<Person> {
    const user = await findUserById(deps.database, userId, now);
    if (!user) throw new ProblemException(404, 'link-not-found');
    const { username, name } = user;
    return personOfUser(user, null) ?? { ...STRANGER, userId, username, name };
  }
}

/** The session of this very browser, when it is the same person's. */
function ownSid(request: Request, userId: string): string | undefined {
  return request.session.userId === userId ? request.sessionID : undefined;
}
