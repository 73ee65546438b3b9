import type { IRouter } from 'express';
import { readPlaces } from '#contract/places';
import type { Database } from '../../platform/database/pool.ts';
import { readInScope } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../platform/http/bind-route.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { readBoundaries } from './places.queries.ts';

/** Where the units lie: outlines that were imported, of the own scope. */
export function placeRoutes(router: IRouter, { database }: { readonly database: Database }): void {
  bindRoute(router, readPlaces, ({ person, query }) => {
    const scope = tenantScopeOf(person);
    return readInScope(database, scope, async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      const unit = query.unit ?? scope.rootUnit;
      // A unit outside the scope is as unknown as one that does not exist.
      if (!units.isWithin(unit, scope.rootUnit)) throw new ProblemException(404, 'unit-not-found', { unit });
      const codes = [unit, ...units.childrenOf(unit).map(({ code }) => code)];
      const found = await readBoundaries(transaction, codes);
      return {
        unit,
        unitName: units.find(unit)?.name ?? unit,
        items: found.map(({ area_code: code, geometry, source }) => ({
          code,
          // The name of the unit today, which the file may spell in its own way.
          name: units.find(code)?.name ?? code,
          outline: geometry.map((polygon) =>
            polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y])),
          ),
          source,
        })),
      };
    });
  });
}
