import type { IRouter } from 'express';
import type { Language } from '#contract/messages';
import { readUnsubscription, unsubscribe, type Unsubscription } from '#contract/reports/subscriptions';
import { commandActor } from '../../platform/audit/audit-entry.ts';
import { bindRoute } from '../../platform/http/bind-route.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { listKabupaten } from '../../platform/kabupaten/kabupaten.queries.ts';
import type { DeliveryDeps } from './delivery-deps.ts';
import { toldOfRecord } from './subscription.routes.ts';
import {
  findByToken,
  inKabupaten,
  markEnded,
  type MailTransaction,
  type SubscriptionRecord,
} from './subscriptions.repository.ts';
import { kabupatenOfToken, tokenHash } from './unsubscribe-token.ts';
import { findNews, NEWS_TITLES, type FoundNews } from './unsubscribed-news.ts';

/**
 * The link in a mail that ends its subscription, without signing in: whoever holds the mail may stop it. Looking at the
 * address ends nothing, for mail programs and virus scanners follow links; only a POST does (RFC 8058).
 */
export function unsubscribeRoutes(router: IRouter, deps: DeliveryDeps): void {
  bindRoute(router, readUnsubscription, async ({ params: { token }, language, request, response }) => {
    const kabupatenCode = requireCode(token);
    const found = await inKabupaten(deps.database, kabupatenCode, async (transaction) => {
      const record = await findByToken(transaction, kabupatenCode, tokenHash(token));
      if (record !== null) return answerOf(deps, record, language);
      return newsAnswer(
        deps,
        kabupatenCode,
        await requireNews(transaction, deps, kabupatenCode, token),
        language,
      );
    });
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
      const { now } = deps.clock('UTC');
      if (record === null) {
        const news = await requireNews(transaction, deps, kabupatenCode, token);
        if (news.wanted) {
          await deps.news.end(transaction, kabupatenCode, news.userId, news.kind, now);
          await deps.audit.record(transaction, kabupatenCode, commandActor('tautan surel'), {
            action: 'subscription-ended',
            subject: `users/${news.userId}`,
            details: { report: NEWS_TITLES[news.kind].id, reason: 'unsubscribed' },
          });
        }
        return newsAnswer(deps, kabupatenCode, { ...news, wanted: false }, language);
      }
      const answer = answerOf(deps, record, language);
      if (record.ended_at !== null) return answer;
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

async function requireNews(
  transaction: MailTransaction,
  deps: DeliveryDeps,
  kabupatenCode: string,
  token: string,
): Promise<FoundNews> {
  const news = await findNews(transaction, deps.news, { secret: deps.secret, kabupatenCode, token });
  if (news === null) throw new ProblemException(404, 'unsubscribe-link-unknown');
  return news;
}

function answerOf(deps: DeliveryDeps, record: SubscriptionRecord, language: Language): Unsubscription {
  return {
    report: deps.reports.titleOf(record.report, language),
    unit: record.unit_name,
    ended: record.ended_at !== null,
  };
}

async function newsAnswer(
  deps: DeliveryDeps,
  kabupatenCode: string,
  { kind, wanted }: FoundNews,
  language: Language,
): Promise<Unsubscription> {
  const kabupaten = (await listKabupaten(deps.database)).find(({ code }) => code === kabupatenCode);
  return { report: NEWS_TITLES[kind][language], unit: kabupaten?.name ?? kabupatenCode, ended: !wanted };
}
