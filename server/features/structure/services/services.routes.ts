import type { IRouter } from 'express';
import {
  addService,
  listKeptServices,
  removeStandard,
  renameService,
  saveStandard,
} from '#contract/structure/services';
import { readInScope } from '../../../platform/database/scoped.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { changeStructure, type StructureDeps } from '../structure-desk.repository.ts';
import { readKeptServices } from './services.queries.ts';
import { deleteStandard, insertService, updateService, writeStandard } from './services.repository.ts';

/** Services, and their standards (Standar Pelayanan) in versions by the day they take effect. */
export function serviceRoutes(router: IRouter, deps: StructureDeps): void {
  bindRoute(router, listKeptServices, async ({ person }) => ({
    items: await readInScope(deps.database, tenantScopeOf(person), readKeptServices),
  }));

  bindRoute(router, addService, async ({ body, person, request }) =>
    changeStructure(deps, { person, request }, (desk) => insertService(desk, body)),
  );

  bindRoute(router, renameService, async ({ params, body, person, request }) =>
    changeStructure(deps, { person, request }, (desk) => updateService(desk, params.code, body)),
  );

  bindRoute(router, saveStandard, async ({ params, body, query, person, request }) => {
    const { version, ...values } = body;
    return changeStructure(deps, { person, request, dryRun: query.dryRun === 'true' }, (desk) =>
      writeStandard(desk, params.code, version, { ...values, validFrom: params.validFrom }),
    );
  });

  bindRoute(router, removeStandard, async ({ params, query, person, request }) =>
    changeStructure(deps, { person, request }, (desk) =>
      deleteStandard(desk, params.code, params.validFrom, query.version),
    ),
  );
}
