import type { IRouter } from 'express';
import type { Database } from '../../platform/database/pool.ts';
import {
  readBreakdown,
  readMatrix,
  readPeers,
  readSeries,
  readSummary,
  readTrends,
} from '#contract/measures';
import type { RouteDescriptor } from '#contract/route';
import { readsOversightComplaints } from '#domain/complaints/visibility';
import { DEFINITIONS_VERSION } from '#domain/measures';
import { DETAIL_PERMISSIONS, FAMILIES, type DetailRights } from '#domain/suppression/field-groups';
import { may, type Person } from '../../platform/auth/person.ts';
import type { ClockSource } from '../../platform/clock.ts';
import { readInScope } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { etagOf, sendCached, type AnswerCache } from '../../platform/http/answer-cache.ts';
import { bindRoute, tenantScopeOf, type RouteCall } from '../../platform/http/bind-route.ts';
import type { OverviewContext } from './overview-context.ts';
import type { MeasureSources } from './measure-sources.ts';
import { breakDown, matrixOf, requireMeasure, seriesOf, summarise, trendsOf } from './overview-service.ts';
import { peersOf } from './peers-of-unit.ts';
import { resolveSelection, type SelectionQuery } from './selection-context.ts';

export interface OverviewDeps {
  readonly database: Database;
  readonly sources: MeasureSources;
  readonly clock: ClockSource;
  readonly cache: AnswerCache;
}

/** Routes of the measures: each checks the selection, then answers from the cache or the roll-ups. */
export function overviewRoutes(router: IRouter, deps: OverviewDeps): void {
  bindRoute(router, readSummary, (call) =>
    answer(deps, call, call.query, [], (context) => summarise(context)),
  );
  bindRoute(router, readMatrix, (call) => answer(deps, call, call.query, [], (context) => matrixOf(context)));
  bindRoute(router, readTrends, (call) =>
    answer(deps, call, call.query, [call.query.grain], (context) => trendsOf(context, call.query.grain)),
  );
  bindRoute(router, readSeries, (call) => {
    const measure = requireMeasure(call.params.measure);
    const { field, grain } = call.query;
    return answer(deps, call, call.query, [measure, field ?? null, grain], (context) =>
      seriesOf(context, measure, field, grain),
    );
  });
  bindRoute(router, readBreakdown, (call) => {
    const measure = requireMeasure(call.params.measure);
    return answer(deps, call, call.query, [measure, call.query.by], (context) =>
      breakDown(context, measure, call.query.by),
    );
  });
  bindRoute(router, readPeers, (call) => {
    const measure = requireMeasure(call.params.measure);
    const { field, unit, from, to } = call.query;
    const selection = { ...(unit === undefined ? {} : { unit }), from, to };
    return answer(deps, call, selection, [measure, field ?? null], (context) =>
      peersOf(context, tenantScopeOf(call.person).rootUnit, measure, field),
    );
  });
}

/** Whose small cells a person may see; a program sees none, because no token can be given the right. */
function detailRightsOf(person: Person): DetailRights {
  return {
    services: may(person, DETAIL_PERMISSIONS.services),
    complaints: may(person, DETAIL_PERMISSIONS.complaints),
    surveys: may(person, DETAIL_PERMISSIONS.surveys),
  };
}

/** Whether figures count complaints of suspected abuse: only for who could also list them, so for no program. */
function countsOversight(person: Person): boolean {
  return may(person, 'complaints:read') && readsOversightComplaints(person.role);
}

async function answer(
  deps: OverviewDeps,
  call: RouteCall<RouteDescriptor>,
  query: SelectionQuery,
  extra: readonly (string | null)[],
  compute: (context: OverviewContext) => Promise<unknown>,
): Promise<undefined> {
  const scope = tenantScopeOf(call.person);
  const clock = deps.clock(scope.timeZone);
  await readInScope(deps.database, scope, async (transaction) => {
    const { version, structure } = await readStructure(transaction);
    const selection = resolveSelection(query, scope, structure, clock, countsOversight(call.person));
    // Figures of a period that has not ended depend on the minute; all others only on data and definitions.
    const moment = selection.period.to >= clock.today ? clock.now.slice(0, 16) : 'past';
    const { unit, service, channel, period, withOversight } = selection;
    const root = structure.units.find(scope.rootUnit) ?? unit;
    const rights = detailRightsOf(call.person);
    const etag = etagOf([
      scope.kabupatenCode,
      scope.rootUnit,
      // What may be told is part of what was asked: two roles never share an answer that differs.
      FAMILIES.filter((family) => rights[family]).join(' '),
      withOversight ? 'with-oversight' : 'without-oversight',
      call.request.path,
      unit.code,
      service,
      channel,
      period.from,
      period.to,
      ...extra,
      call.language,
      version.version,
      DEFINITIONS_VERSION,
      moment,
    ]);
    await sendCached(call.request, call.response, deps.cache, etag, () =>
      compute({ transaction, sources: deps.sources, structure, version, selection, clock, root, rights }),
    );
  });
  return undefined;
}
