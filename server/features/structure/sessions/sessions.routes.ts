import type { IRouter } from 'express';
import { addSessions, listSessions, removeSessions } from '#contract/structure/sessions';
import { readInScope } from '../../../platform/database/scoped.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { changeStructure, type StructureDeps } from '../structure-desk.repository.ts';
import { readSessions } from './sessions.queries.ts';
import { deleteSessions, insertSessions } from './sessions.repository.ts';

/** Extra sessions of a unit outside its opening hours. */
export function sessionRoutes(router: IRouter, deps: StructureDeps): void {
  bindRoute(router, listSessions, async ({ query, person }) =>
    readInScope(deps.database, tenantScopeOf(person), (transaction) => readSessions(transaction, query)),
  );

  bindRoute(router, addSessions, async ({ body, query, person, request }) =>
    changeStructure(deps, { person, request, dryRun: query.dryRun === 'true' }, (desk) =>
      insertSessions(desk, body),
    ),
  );

  bindRoute(router, removeSessions, async ({ body, person, request }) =>
    changeStructure(deps, { person, request }, (desk) => deleteSessions(desk, body.ids)),
  );
}
