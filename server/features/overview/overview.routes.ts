import type { IRouter } from 'express';
import type { Database } from '../../platform/database/pool.ts';
import {
  readBreakdown,
  readMatrix,
  readMultiples,
  readPeers,
  readSeries,
  readSummary,
  readTrends,
} from '#contract/measures';
import type { RouteDescriptor } from '#contract/route';
import { DEFINITIONS_VERSION } from '#domain/measures';
import { FAMILIES } from '#domain/suppression/field-groups';
import type { ClockSource } from '../../platform/clock.ts';
import { readInScope } from '../../platform/database/scoped.ts';
import { cachedBody, etagOf, sendCached, type AnswerCache } from '../../platform/http/answer-cache.ts';
import { bindRoute, tenantScopeOf, type RouteCall } from '../../platform/http/bind-route.ts';
import { sendAnswerTable, tableFormatIn } from '../../platform/http/send-answer-table.ts';
import { contextOfPerson } from './context-of-person.ts';
import type { OverviewContext } from './overview-context.ts';
import type { MeasureSources } from './measure-sources.ts';
import {
  breakDown,
  matrixOf,
  requireField,
  requireMeasure,
  seriesOf,
  summarise,
  trendsOf,
} from './overview-service.ts';
import { peersOf } from './peers-of-unit.ts';
import type { SelectionQuery } from './selection-context.ts';
import type { KeptJudgements } from './signals/kept-judgements.ts';
import { multiplesOf } from './signals/multiples-of-unit.ts';

export interface OverviewDeps {
  readonly database: Database;
  readonly sources: MeasureSources;
  readonly clock: ClockSource;
  readonly cache: AnswerCache;
  readonly judgements: KeptJudgements;
}

/** Routes of the measures: each checks the selection, then answers from the cache or the roll-ups. */
export function overviewRoutes(router: IRouter, deps: OverviewDeps): void {
  bindRoute(router, readSummary, (call) =>
    answerSelection(deps, call, call.query, [], (context) => summarise(context)),
  );
  bindRoute(router, readMatrix, (call) =>
    // Whether a unit is silent is a matter of today, whatever period is shown.
    answerSelection(
      deps,
      call,
      call.query,
      [deps.clock(tenantScopeOf(call.person).timeZone).today],
      (context) => matrixOf(context, deps.cache, deps.judgements),
    ),
  );
  bindRoute(router, readTrends, (call) =>
    answerSelection(deps, call, call.query, [call.query.grain, ownPost(call)], (context) =>
      trendsOf(context, call.query.grain),
    ),
  );
  bindRoute(router, readSeries, (call) => {
    const measure = requireMeasure(call.params.measure);
    const { field, grain } = call.query;
    return answerSelection(
      deps,
      call,
      call.query,
      [measure, field ?? null, grain, ownPost(call)],
      (context) => seriesOf(context, measure, field, grain),
    );
  });
  bindRoute(router, readMultiples, (call) => {
    const measure = requireMeasure(call.params.measure);
    const { field, grain } = call.query;
    return answerSelection(deps, call, call.query, [measure, field ?? null, grain], (context) =>
      multiplesOf(context, measure, requireField(measure, field), grain),
    );
  });
  bindRoute(router, readBreakdown, (call) => {
    const measure = requireMeasure(call.params.measure);
    return answerSelection(deps, call, call.query, [measure, call.query.by], (context) =>
      breakDown(context, measure, call.query.by),
    );
  });
  bindRoute(router, readPeers, (call) => {
    const measure = requireMeasure(call.params.measure);
    const { field, unit, from, to } = call.query;
    const selection = { ...(unit === undefined ? {} : { unit }), from, to };
    return answerSelection(deps, call, selection, [measure, field ?? null], (context) =>
      peersOf(context, tenantScopeOf(call.person).rootUnit, measure, field),
    );
  });
}

/** Notes say which of them are the caller's own: answers with notes are not shared between posts. */
function ownPost({ person }: RouteCall<RouteDescriptor>): string {
  return person.post?.id ?? 'no post';
}

/**
 * Answers a call from its selection, checked against the caller's scope: 304, from the cache, or computed; as a file
 * where the query asks for one.
 */
export async function answerSelection(
  deps: OverviewDeps,
  call: RouteCall<RouteDescriptor>,
  query: SelectionQuery,
  extra: readonly (string | null)[],
  compute: (context: OverviewContext) => Promise<unknown>,
): Promise<undefined> {
  const scope = tenantScopeOf(call.person);
  const clock = deps.clock(scope.timeZone);
  const format = tableFormatIn(call.query);
  const told = await readInScope(deps.database, scope, async (transaction) => {
    const context = await contextOfPerson(transaction, deps, call, query);
    const { version, rights, selection } = context;
    const { unit, service, channel, period, withOversight } = selection;
    // Figures of a period that has not ended depend on the minute; all others only on data and definitions, and limits
    // on which months are over.
    const moment = period.to >= clock.today ? clock.now.slice(0, 16) : clock.today.slice(0, 7);
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
      context.shownUntil ?? null,
      ...extra,
      call.language,
      version.version,
      DEFINITIONS_VERSION,
      moment,
    ]);
    if (format !== null) return cachedBody(deps.cache, etag, () => compute(context));
    await sendCached(call.request, call.response, deps.cache, etag, () => compute(context));
    return null;
  });
  if (format !== null && told !== null) await sendAnswerTable(call, format, JSON.parse(told) as object);
  return undefined;
}
