import type { IRouter } from 'express';
import type { Language } from '#contract/messages';
import { readUnsubscription, unsubscribe, type Unsubscription } from '#contract/reports/subscriptions';
import { commandActor } from '../../platform/audit/audit-entry.ts';
import { bindRoute } from '../../platform/http/bind-route.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import type { DeliveryDeps } from './delivery-deps.ts';
import { toldOfRecord } from './subscription.routes.ts';
import { findByToken, inKabupaten, markEnded, type SubscriptionRecord } from './subscriptions.repository.ts';
import { kabupatenOfToken, tokenHash } from './unsubscribe-token.ts';

/**
 * The link in a mail that ends its subscription, without signing in: whoever holds the mail may stop it. Looking at the
 * address ends nothing, for mail programs and virus scanners follow links; only a POST does (RFC 8058).
 */
export function unsubscribeRoutes(router: IRouter, deps: DeliveryDeps): void {
  bindRoute(router, readUnsubscription, async ({ params: { token }, language, request, response }) => {
    const found = await inKabupaten(deps.database, requireCode(token), async (transaction) =>
      answerOf(deps, await findByToken(transaction, requireCode(token), tokenHash(token)), language),
    );
    // Mail programs that know no POST open the address of the header in a browser.
    if (request.accepts(['json', 'html']) === 'html') {
      response.redirect(303, `/berhenti-langganan/${encodeURIComponent(token)}`);
      return undefined;
    }
    return found;
  });

  bindRoute(router, unsubscribe, async ({ params: { token }, language }) => {
    const kabupatenCode = requireCode(token);
    return inKabupaten(deps.database, kabupatenCode, async (transaction) => {
      const record = await findByToken(transaction, kabupatenCode, tokenHash(token));
      const answer = answerOf(deps, record, language);
      if (record === null || record.ended_at !== null) return answer;
      const { now } = deps.clock('UTC');
      await markEnded(transaction, kabupatenCode, record.id, 'unsubscribed', now);
      await deps.audit.record(transaction, kabupatenCode, commandActor('tautan surel'), {
        action: 'subscription-ended',
        subject: `users/${record.user_id}`,
        details: { report: toldOfRecord(deps, record), reason: 'unsubscribed' },
      });
      return { ...answer, ended: true };
    });
  });
}

function requireCode(token: string): string {
  const code = kabupatenOfToken(token);
  if (code === null) throw new ProblemException(404, 'unsubscribe-link-unknown');
  return code;
}

function answerOf(deps: DeliveryDeps, record: SubscriptionRecord | null, language: Language): Unsubscription {
  if (record === null) throw new ProblemException(404, 'unsubscribe-link-unknown');
  return {
    report: deps.reports.titleOf(record.report, language),
    unit: record.unit_name,
    ended: record.ended_at !== null,
  };
}
