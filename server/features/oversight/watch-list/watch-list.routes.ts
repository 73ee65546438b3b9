import type { IRouter } from 'express';
import { readWatchList } from '#contract/oversight/watch-list';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { etagOf, sendCached, type AnswerCache } from '../../../platform/http/answer-cache.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { KeptWatchedUnits } from './kept-watched-units.ts';
import { watchListOf } from './watch-list.ts';
import type { WatchSources } from './watch-sources.ts';
import { watchedUnits } from './watched-units.ts';

export interface WatchListDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly cache: AnswerCache;
  readonly sources: WatchSources;
}

/** Units under watch; a unit sees whether it is on the list itself. */
export function watchListRoutes(router: IRouter, deps: WatchListDeps): void {
  const kept = new KeptWatchedUnits();
  bindRoute(router, readWatchList, async ({ query, person, language, request, response }) => {
    const scope = tenantScopeOf(person);
    const clock = deps.clock(scope.timeZone);
    const root = query.unit ?? scope.rootUnit;
    await readInScope(deps.database, scope, async (transaction) => {
      const { version, structure } = await readStructure(transaction);
      if (!structure.units.isWithin(root, scope.rootUnit))
        throw new ProblemException(404, 'unit-not-found', { unit: root });
      // Only months that are over are judged: the list changes with the records and with the day.
      const state = [version.version, version.structureVersion, clock.today];
      const etag = etagOf(['watch-list', scope.kabupatenCode, root, language, ...state]);
      await sendCached(request, response, deps.cache, etag, () => {
        const call = { transaction, structure, clock };
        const watched = () =>
          kept.of(scope.kabupatenCode, state.join('|'), () => watchedUnits(call, deps.sources));
        return watchListOf({ ...call, language, root, watched, sources: deps.sources });
      });
    });
    return undefined;
  });
}
