import type { IRouter } from 'express';
import type { Language } from '#contract/messages';
import {
  addSubscription,
  endSubscription,
  listSubscriptions,
  type Subscription,
} from '#contract/reports/subscriptions';
import { nextDue, type Schedule } from '#domain/deliveries/schedule';
import type { Weekday } from '#domain/period/civil-date';
import { actorOf } from '../../platform/audit/audit-entry.ts';
import { bindRoute, tenantScopeOf } from '../../platform/http/bind-route.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { addressOf } from '../../platform/http/request-address.ts';
import type { DeliveryDeps } from './delivery-deps.ts';
import { scheduleOf } from './delivery-round.ts';
import { mailAddressOf, requireUser } from './mail-address.routes.ts';
import { findMailAddress } from './mail-addresses.repository.ts';
import {
  findSubscription,
  inKabupaten,
  insertSubscription,
  listOfUser,
  lockListOf,
  markEnded,
  readWorkingDays,
  type SubscriptionRecord,
} from './subscriptions.repository.ts';
import { tokenHash, unsubscribeToken } from './unsubscribe-token.ts';

/** So many subscriptions a person may have at once. */
export const MOST_SUBSCRIPTIONS = 20;
const SHOWN_ENDED_MS = 30 * 86_400_000;

/** Own subscriptions: what comes by mail, when, and with the rights of which post. */
export function subscriptionRoutes(router: IRouter, deps: DeliveryDeps): void {
  bindRoute(router, listSubscriptions, async ({ person, language }) => {
    const { kabupatenCode, timeZone } = tenantScopeOf(person);
    const user = requireUser(person);
    const since = new Date(Date.parse(deps.clock(timeZone).now) - SHOWN_ENDED_MS).toISOString();
    const records = await inKabupaten(deps.database, kabupatenCode, (transaction) =>
      listOfUser(transaction, kabupatenCode, user, since),
    );
    return {
      canSend: deps.mailer !== null,
      mail: await mailAddressOf(deps, user),
      timeZone,
      most: MOST_SUBSCRIPTIONS,
      items: records.map((record) => answerOf(deps, record, language)),
    };
  });

  bindRoute(router, addSubscription, async ({ body, person, language, request }) => {
    const { kabupatenCode, timeZone } = tenantScopeOf(person);
    const user = requireUser(person);
    if (person.post === null) throw new ProblemException(403, 'forbidden');
    if (deps.mailer === null) throw new ProblemException(409, 'mail-not-set');
    const report = await deps.reports.find(person, body.report, body.unit);
    if (report === null) throw new ProblemException(404, 'subscription-report-missing');
    if (!report.grains.includes(body.grain) || !report.formats.includes(body.format))
      throw new ProblemException(400, 'subscription-report-shape', { report: report.title });
    if ((await findMailAddress(deps.database, user)).address === null)
      throw new ProblemException(409, 'mail-address-needed');
    const { now, today } = deps.clock(timeZone);
    const { id: postId } = person.post;
    return inKabupaten(deps.database, kabupatenCode, async (transaction) => {
      await lockListOf(transaction, user);
      const own = (await listOfUser(transaction, kabupatenCode, user, now)).filter(
        ({ ended_at }) => ended_at === null,
      );
      if (own.length >= MOST_SUBSCRIPTIONS)
        throw new ProblemException(409, 'subscriptions-full', { most: MOST_SUBSCRIPTIONS });
      const { hour } = body.schedule;
      const schedule: Schedule =
        body.schedule.rhythm === 'weekly'
          ? { rhythm: 'weekly', weekday: body.schedule.weekday as Weekday, hour }
          : body.schedule;
      const isWorkingDay = await readWorkingDays(transaction, kabupatenCode, today);
      const id = await insertSubscription(transaction, kabupatenCode, {
        ...body,
        userId: user,
        postId,
        nextDue: nextDue(schedule, now, isWorkingDay, timeZone),
        now,
        tokenHash: (made) => tokenHash(unsubscribeToken(deps.secret, kabupatenCode, made)),
      });
      const record = await findSubscription(transaction, kabupatenCode, id);
      if (record === null) throw new Error('a subscription is gone that was just kept');
      await deps.audit.record(transaction, kabupatenCode, actorOf(person, addressOf(request)), {
        action: 'subscription-added',
        subject: `users/${user}`,
        details: { report: toldOfRecord(deps, record) },
      });
      return answerOf(deps, record, language);
    });
  });

  bindRoute(router, endSubscription, async ({ params, person, request }) => {
    const { kabupatenCode, timeZone } = tenantScopeOf(person);
    const user = requireUser(person);
    const { now } = deps.clock(timeZone);
    await inKabupaten(deps.database, kabupatenCode, async (transaction) => {
      const record = await findSubscription(transaction, kabupatenCode, params.id);
      if (record?.user_id !== user) throw new ProblemException(404, 'not-found');
      if (!(await markEnded(transaction, kabupatenCode, record.id, 'own', now))) return;
      await deps.audit.record(transaction, kabupatenCode, actorOf(person, addressOf(request)), {
        action: 'subscription-ended',
        subject: `users/${user}`,
        details: { report: toldOfRecord(deps, record), reason: 'own' },
      });
    });
    return undefined;
  });
}

/** `Laporan Kinerja Pelayanan – Kecamatan Sebulu`. */
export function toldOfRecord(deps: DeliveryDeps, record: SubscriptionRecord): string {
  return `${deps.reports.titleOf(record.report, 'id')} – ${record.unit_name}`;
}

function answerOf(deps: DeliveryDeps, record: SubscriptionRecord, language: Language): Subscription {
  return {
    id: record.id,
    report: record.report,
    title: deps.reports.titleOf(record.report, language),
    unit: { code: record.unit_code, name: record.unit_name },
    grain: record.grain,
    which: record.which,
    format: record.format,
    schedule: scheduleOf(record),
    post: record.post_title ?? '',
    nextDue: record.next_due?.toISOString() ?? null,
    createdAt: record.created_at.toISOString(),
    endedAt: record.ended_at?.toISOString() ?? null,
    endedReason: record.ended_reason,
  };
}
