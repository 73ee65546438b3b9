import type { IRouter, Response } from 'express';
import type { Logger } from 'pino';
import { finishSingleSignOn, startSingleSignOn, type SignInFault } from '#contract/single-sign-on';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { findUserById } from '../../../platform/auth/people.queries.ts';
import { saveSession, startSession } from '../../../platform/auth/session.ts';
import { SignInRecord } from '../../../platform/auth/sign-in-record.repository.ts';
import { personOfUser } from '../../../platform/auth/sign-in.ts';
import type { SignInFlowCookie } from '../../../platform/auth/single-sign-on-flow.ts';
import { postsOfGroups, type GroupPost } from '../../../platform/auth/single-sign-on-groups.ts';
import { HOME, safeTarget } from '../../../platform/auth/single-sign-on-target.ts';
import type { SingleSignOn } from '../../../platform/auth/single-sign-on.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { bindRoute } from '../../../platform/http/bind-route.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import { admit } from './single-sign-on.repository.ts';

/** The identity provider and what to believe of it; null where there is none. */
export interface SingleSignOnDoor {
  /** On the button of the sign-in page. */
  readonly name: string;
  readonly provider: SingleSignOn;
  readonly flows: SignInFlowCookie;
  readonly groupPosts: readonly GroupPost[];
  readonly trustUsernames: boolean;
}

export interface SingleSignOnDeps {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly clock: ClockSource;
  readonly log: Logger;
  readonly secureCookie: boolean;
  readonly door: SingleSignOnDoor | null;
}

/** Signing in at the identity provider of the kabupaten: the way there, and the way back. */
export function singleSignOnRoutes(router: IRouter, deps: SingleSignOnDeps): void {
  const { door, database, clock } = deps;
  const nowMs = () => Date.parse(clock('UTC').now);
  const record = new SignInRecord({ database, audit: deps.audit, log: deps.log, now: nowMs });

  bindRoute(router, startSingleSignOn, async ({ query, response }) => {
    const target = safeTarget(query.tujuan);
    if (!door) return refuse(response, 'sso-tidak-tersedia', target);
    try {
      const { address, flow } = await door.provider.begin(target);
      door.flows.keep(response, flow, nowMs());
      response.redirect(303, address);
    } catch (error) {
      deps.log.warn({ error }, 'identity provider cannot be reached');
      refuse(response, 'sso-tidak-tersedia', target);
    }
    return undefined;
  });

  bindRoute(router, finishSingleSignOn, async ({ query, request, response }) => {
    const flow = door?.flows.take(request, response, nowMs());
    if (!door || !flow) return refuse(response, 'sso-kedaluwarsa', HOME);
    const target = safeTarget(flow.target);
    const turnedBack = query['error'] === 'access_denied';
    const identity = await door.provider
      .finish(queryOf(request.originalUrl), flow)
      .catch((error: unknown) => {
        deps.log.warn({ error }, 'single sign-on refused');
        return null;
      });
    if (!identity) return refuse(response, turnedBack ? 'sso-ditolak' : 'sso-gagal', target);
    const { now } = clock('UTC');
    const address = addressOf(request);
    const userId = await admit(database, deps.audit, {
      identity,
      posts: postsOfGroups(door.groupPosts, identity.groups),
      trustUsernames: door.trustUsernames,
      now,
      address,
    });
    const user = userId === null ? null : await findUserById(database, userId, now);
    // At this door the provider says whether a second factor was given; one kept here was not asked for.
    const person = user && personOfUser({ ...user, hasSecondFactor: identity.secondFactor }, null);
    if (!person) return refuse(response, 'sso-tanpa-jabatan', target);
    await record.admitted(person, address, now, {
      by: 'single-sign-on',
      secondFactor: identity.secondFactor,
    });
    await startSession(request, response, person, deps.secureCookie);
    request.session.singleSignOn = { secondFactor: identity.secondFactor };
    await saveSession(request);
    response.redirect(303, target);
    return undefined;
  });
}

/** Back to the sign-in page, which says in a sentence what was wrong. */
function refuse(response: Response, fault: SignInFault, target: string): undefined {
  const query = new URLSearchParams({ galat: fault, ...(target === HOME ? {} : { tujuan: target }) });
  response.redirect(303, `/masuk?${query.toString()}`);
}

function queryOf(address: string): string {
  const start = address.indexOf('?');
  return start < 0 ? '' : address.slice(start + 1);
}
