import type { IRouter } from 'express';
import { toString as toQrCode } from 'qrcode';
import { confirmSecondFactor, removeSecondFactor, startSecondFactor } from '#contract/account';
import { recordedChange } from '../../../platform/auth/own-change.repository.ts';
import { removeSecondFactorOf, SecondFactors } from '../../../platform/auth/second-factor.repository.ts';
import { startSession } from '../../../platform/auth/session.ts';
import { changeSession, endSessionsOf } from '../../../platform/auth/sessions.repository.ts';
import { newTotpSecret, totpUri } from '../../../platform/auth/totp.ts';
import { bindRoute } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { getAccountFacts, isSecondFactorRequired, listAccountPosts } from './account.queries.ts';
import { userIdOf, type AccountDeps } from './account.routes.ts';

/** Setting up the own second factor, replacing it on a new telephone, taking it away. */
export function secondFactorRoutes(router: IRouter, deps: AccountDeps): void {
  const factors = new SecondFactors(deps.secret);

  bindRoute(router, startSecondFactor, async ({ body, person, request, response }) => {
    const { secondFactor } = await getAccountFacts(deps.database, userIdOf(person));
    await deps.signIn.requirePassword(request, response, person, body.password);
    if (secondFactor) {
      // Otherwise a stolen password and an open screen would be enough to replace the factor.
      if (body.code === undefined) throw new ProblemException(400, 'second-factor-required');
      await deps.signIn.requireCode(request, response, person, body.code);
    }
    const secret = newTotpSecret();
    await changeSession(deps.database, request.sessionID, { pendingSecondFactor: factors.seal(secret) });
    const uri = totpUri(secret, person.username);
    return { secret, uri, qr: await toQrCode(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }) };
  });

  bindRoute(router, confirmSecondFactor, async ({ body, person, request, response }) => {
    const userId = userIdOf(person);
    const { pendingSecondFactor } = request.session;
    if (typeof pendingSecondFactor !== 'string') throw new ProblemException(409, 'second-factor-not-begun');
    const secret = factors.open(pendingSecondFactor);
    const recoveryCodes = await deps.signIn.tryCode(request, response, person, () =>
      recordedChange(deps, person, request, async (transaction) => {
        const now = Date.parse(deps.clock('UTC').now);
        const codes = await factors.confirm(transaction, userId, secret, body.code, now);
        if (codes === null) return { result: null, event: null };
        // The other devices came in by the password alone.
        await endSessionsOf(transaction, userId, request.sessionID);
        return { result: codes, event: { action: 'second-factor-set', subject: `users/${userId}` } };
      }),
    );
    await startSession(request, response, person, deps.secureCookie);
    return { recoveryCodes };
  });

  bindRoute(router, removeSecondFactor, async ({ body, person, request, response }) => {
    const userId = userIdOf(person);
    const facts = await getAccountFacts(deps.database, userId);
    if (!facts.secondFactor) throw new ProblemException(409, 'second-factor-absent');
    const posts = await listAccountPosts(deps.database, userId, deps.clock('UTC').now);
    if (isSecondFactorRequired(facts, posts)) throw new ProblemException(409, 'second-factor-mandatory');
    await deps.signIn.requirePassword(request, response, person, body.password);
    await deps.signIn.requireCode(request, response, person, body.code);
    await recordedChange(deps, person, request, async (transaction) => {
      await removeSecondFactorOf(transaction, userId);
      return {
        result: undefined,
        event: { action: 'second-factor-removed', subject: `users/${userId}` },
      };
    });
    return undefined;
  });
}
