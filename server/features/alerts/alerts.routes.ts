import type { IRouter } from 'express';
import {
  listAlerts,
  readAlertSettings,
  readDigest,
  saveAlertSettings,
  type AlertSettingsAnswer,
} from '#contract/reports/alerts';
import { inAlertOrder } from '#domain/alerts/alert-order';
import { ALERT_RULES } from '#domain/alerts/alert-episode';
import { ALERT_RULE_NAMES } from '#domain/alerts/alert-words';
import { CALM, digestSections, digestText, isCalm, lookedAt } from '#domain/alerts/digest';
import type { Language } from '#domain/language';
import { addDays } from '#domain/period/civil-date';
import type { TenantScope } from '#domain/scope';
import { actorOf } from '../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import { detailRightsOf } from '../../platform/auth/figure-rights.ts';
import type { Person } from '../../platform/auth/person.ts';
import type { ClockSource } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/pool.ts';
import { readInScope, type ReadTransaction } from '../../platform/database/scoped.ts';
import { readStructure, type Structure } from '../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../platform/http/bind-route.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { addressOf } from '../../platform/http/request-address.ts';
import { readPostsOfRoles } from '../../platform/kabupaten/posts-of-roles.queries.ts';
import { episodeAnswer, spokenOf } from './alert-answers.ts';
import { placeOf } from './alert-sentences.ts';
import type { AlertMailRoad, AlertSources } from './alert-sources.ts';
import { saveSettings } from './alert-settings.repository.ts';
import { readEpisodes, readEvents, readFirstDay, readSettings } from './alerts.queries.ts';
import { digestPartsOf, lastDayOf, watchedWithin } from './digest-parts.ts';
import { UNIT_HEADS } from './tell-alerts.ts';

export interface AlertDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  readonly sources: AlertSources;
  readonly mail: AlertMailRoad;
}

/** What has ended is told for so many days. */
const ENDED_DAYS = 90;

/** Alerts of the own scope, the digest, and what the person who asks wants to hear. */
export function alertRoutes(router: IRouter, deps: AlertDeps): void {
  bindRoute(router, listAlerts, ({ query, person, language }) => {
    const scope = tenantScopeOf(person);
    const clock = deps.clock(scope.timeZone);
    return readInScope(deps.database, scope, async (transaction) => {
      const { structure } = await readStructure(transaction);
      const root = unitWithin(structure, scope, query.unit);
      const watched = watchedWithin(structure, scope.kabupatenCode, root.code, clock.today);
      const records = await readEpisodes(
        transaction,
        structure.units.subtreeCodes(root.code),
        addDays(clock.today, -ENDED_DAYS),
      );
      const events = await readEvents(
        transaction,
        records.map(({ id }) => id),
      );
      const posts = await readPostsOfRoles(transaction, UNIT_HEADS, clock.today);
      const ordered = inAlertOrder(records, (record) => placeOf(spokenOf(record)));
      const items = ordered.map((record) =>
        episodeAnswer(record, {
          units: structure.units,
          events,
          rights: detailRightsOf(person),
          language,
          today: clock.today,
          ownerOf: (unit) => deps.sources.ownerOf(posts, unit),
        }),
      );
      return {
        unit: root.code,
        unitName: root.name,
        open: items.filter(({ ended }) => ended === null),
        ended: items
          .filter(({ ended }) => ended !== null)
          .toSorted((a, b) => (b.ended?.on ?? '').localeCompare(a.ended?.on ?? '')),
        rules: rulesIn(language),
        firstOn: await readFirstDay(transaction),
        looked: {
          units: watched.length,
          until: await lastDayOf(
            { transaction, clock },
            watched.map(({ code }) => code),
            deps.sources,
          ),
        },
      };
    });
  });

  bindRoute(router, readDigest, ({ query, person, language }) => {
    const scope = tenantScopeOf(person);
    const clock = deps.clock(scope.timeZone);
    return readInScope(deps.database, scope, async (transaction) => {
      const { structure } = await readStructure(transaction);
      const root = unitWithin(structure, scope, query.unit);
      const days = { from: addDays(clock.today, query.span === 'week' ? -6 : -1), to: clock.today };
      const rights = detailRightsOf(person);
      const parts = await digestPartsOf(
        { transaction, structure, clock, language, rights, root: root.code, days },
        deps.sources,
      );
      return {
        ...days,
        calm: isCalm(parts) ? CALM[language] : null,
        sections: digestSections(parts, language).map(({ kind, title, lines }) => ({
          kind,
          title,
          lines: [...lines],
        })),
        looked: lookedAt(parts, language),
        text: digestText(parts, language),
      };
    });
  });

  bindRoute(router, readAlertSettings, ({ person, language }) => {
    const scope = tenantScopeOf(person);
    return readInScope(deps.database, scope, (transaction) =>
      settingsAnswer(transaction, person, language, deps.mail),
    );
  });

  bindRoute(router, saveAlertSettings, async ({ body, person, language, request }) => {
    const scope = tenantScopeOf(person);
    const { userId, post } = person;
    if (userId === null || post === null) throw new ProblemException(403, 'forbidden');
    const { today, now } = deps.clock(scope.timeZone);
    const { kabupatenCode } = scope;
    await saveSettings(
      {
        database: deps.database,
        audit: deps.audit,
        actor: actorOf(person, addressOf(request)),
        kabupatenCode,
        userId,
        postId: post.id,
        today,
        now,
      },
      body,
    );
    return readInScope(deps.database, scope, (transaction) =>
      settingsAnswer(transaction, person, language, deps.mail),
    );
  });
}

async function settingsAnswer(
  transaction: ReadTransaction,
  person: Person,
  language: Language,
  mail: AlertMailRoad,
): Promise<AlertSettingsAnswer> {
  const { userId, post } = person;
  const saved = userId === null || post === null ? null : await readSettings(transaction, userId, post.id);
  const { units } = (await readStructure(transaction)).structure;
  const own = post !== null && UNIT_HEADS.includes(post.role) ? post.unitCode : null;
  return {
    ways: {
      'target-missed': saved?.ways['target-missed'] ?? 'off',
      worsening: saved?.ways.worsening ?? 'off',
      'not-reporting': saved?.ways['not-reporting'] ?? 'off',
    },
    digest: saved?.digest ?? 'off',
    answersForUnit: own === null ? null : (units.find(own)?.name ?? null),
    rules: rulesIn(language),
    mail: userId === null ? 'not-set' : await mail.stateOf(userId),
  };
}

function rulesIn(language: Language): AlertSettingsAnswer['rules'] {
  return ALERT_RULES.map((id) => ({ id, name: ALERT_RULE_NAMES[id][language] }));
}

/** The unit asked for, or the top of the own scope. @throws ProblemException 404 for one outside of it */
function unitWithin({ units }: Structure, { rootUnit }: TenantScope, asked: string | undefined) {
  const code = asked ?? rootUnit;
  const unit = units.isWithin(code, rootUnit) ? units.find(code) : null;
  if (unit === null) throw new ProblemException(404, 'unit-not-found', { unit: code });
  return unit;
}
