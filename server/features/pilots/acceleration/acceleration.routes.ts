import type { IRouter } from 'express';
import { readAcceleration } from '#contract/pilots/programmes';
import { comparedMonths } from '#domain/pilots/comparison-months';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { PilotDeps } from '../pilot-deps.ts';
import { findProgramme } from '../programmes/find-programme.ts';
import { ALL_SERVICES } from '../programmes/programme-records.queries.ts';
import { readUnitsInPilots } from './units-in-pilots.queries.ts';

/** What the pilot changed: before and after it, beside units of the same kind that are in none. */
export function accelerationRoutes(router: IRouter, deps: PilotDeps): void {
  bindRoute(router, readAcceleration, ({ params, person, language }) => {
    const scope = tenantScopeOf(person);
    const { today } = deps.clock(scope.timeZone);
    return readInScope(deps.database, scope, async (transaction) => {
      const { structure } = await readStructure(transaction);
      const programme = await findProgramme(transaction, person, structure, params.id);
      if (programme === null) throw new ProblemException(404, 'pilot-not-found');
      const { unitCode, startsOn } = programme;
      const service = programme.serviceCode === ALL_SERVICES ? null : programme.serviceCode;
      const until = programme.closedOn !== null && programme.closedOn < today ? programme.closedOn : today;
      const months = comparedMonths(startsOn, until);
      const compared = await deps.compare(
        transaction,
        { person, language },
        {
          ...months,
          unit: unitCode,
          service,
          startsOn,
          inPilots: await readUnitsInPilots(transaction),
        },
      );
      return {
        unit: { code: unitCode, name: structure.units.find(unitCode)?.name ?? unitCode },
        service:
          service === null ? null : { code: service, name: structure.services.get(service)?.name ?? service },
        startsOn,
        ...months,
        ...compared,
      };
    });
  });
}
