import type { IRouter } from 'express';
import { addTarget, changeTarget, listTargets, removeTarget } from '#contract/structure/targets';
import { readInScope } from '../../../platform/database/scoped.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { changeStructure, type StructureDeps } from '../structure-desk.repository.ts';
import { readKeptTargets } from './targets.queries.ts';
import { deleteTarget, insertTarget, updateTarget } from './targets.repository.ts';

/** Targets that figures are held to, per unit, kind of units and service. */
export function targetRoutes(router: IRouter, deps: StructureDeps): void {
  bindRoute(router, listTargets, async ({ person }) => ({
    items: await readInScope(deps.database, tenantScopeOf(person), readKeptTargets),
  }));

  bindRoute(router, addTarget, async ({ body, person, request }) =>
    changeStructure(deps, { person, request }, (desk) => insertTarget(desk, body)),
  );

  bindRoute(router, changeTarget, async ({ params, body, person, request }) => {
    const { version, ...values } = body;
    return changeStructure(deps, { person, request }, (desk) =>
      updateTarget(desk, params.id, version, values),
    );
  });

  bindRoute(router, removeTarget, async ({ params, query, person, request }) =>
    changeStructure(deps, { person, request }, (desk) => deleteTarget(desk, params.id, query.version)),
  );
}
