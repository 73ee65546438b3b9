import type { IRouter } from 'express';
import { addUnit, changeUnit, listKeptUnits, succeedUnit } from '#contract/structure/units';
import { readInScope } from '../../../platform/database/scoped.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { changeStructure, type StructureDeps } from '../structure-desk.repository.ts';
import { readKeptUnits } from './units.queries.ts';
import { insertUnit, replaceUnit, updateUnit } from './units.repository.ts';

/** Units: added, renamed, moved, ended and succeeded; never removed, because history needs them. */
export function unitRoutes(router: IRouter, deps: StructureDeps): void {
  bindRoute(router, listKeptUnits, async ({ person }) => ({
    items: await readInScope(deps.database, tenantScopeOf(person), readKeptUnits),
  }));

  bindRoute(router, addUnit, async ({ body, query, person, request }) =>
    changeStructure(deps, { person, request, dryRun: query.dryRun === 'true' }, (desk) =>
      insertUnit(desk, body),
    ),
  );

  bindRoute(router, changeUnit, async ({ params, body, query, person, request }) => {
    const { version, ...values } = body;
    return changeStructure(deps, { person, request, dryRun: query.dryRun === 'true' }, (desk) =>
      updateUnit(desk, version, { code: params.code, ...values }),
    );
  });

  bindRoute(router, succeedUnit, async ({ params, body, query, person, request }) => {
    const { version, from, ...values } = body;
    return changeStructure(deps, { person, request, dryRun: query.dryRun === 'true' }, (desk) =>
      replaceUnit(desk, params.code, version, { ...values, validFrom: from }),
    );
  });
}
