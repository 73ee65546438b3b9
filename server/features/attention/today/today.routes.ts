import type { IRouter } from 'express';
import { readToday } from '#contract/attention';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import type { AttentionSources } from '../attention-sources.ts';
import { todayOf } from './today-of-unit.ts';

export interface TodayDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly sources: AttentionSources;
}

/** *Hari ini*: what falls due, what waits for an answer, and what yesterday brought. */
export function todayRoutes(router: IRouter, deps: TodayDeps): void {
  bindRoute(router, readToday, ({ query, person }) =>
    readInScope(deps.database, tenantScopeOf(person), (transaction) =>
      todayOf(transaction, deps, person, query.unit),
    ),
  );
}
