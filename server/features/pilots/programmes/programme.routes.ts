import type { IRouter } from 'express';
import { addPilot, changePilot, closePilot, listPilots, readPilot } from '#contract/pilots/programmes';
import type { UnitRecord } from '#domain/unit-tree';
import { may, type Person } from '../../../platform/auth/person.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure, type Structure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { deskOf, type PilotDeps } from '../pilot-deps.ts';
import { readDocuments, readObstacles, readVisits } from '../surroundings/surrounding-records.queries.ts';
import { answerProgramme, requireRunning, seenProgrammes } from './find-programme.ts';
import { programmeLine } from './programme-answers.ts';
import { ALL_SERVICES } from './programme-records.queries.ts';
import { closeProgramme, insertProgramme, updateProgramme } from './programmes.repository.ts';

/** Programmes: listing them, and opening, correcting and closing one. */
export function programmeRoutes(router: IRouter, deps: PilotDeps): void {
  bindRoute(router, listPilots, ({ query, person, language }) => {
    const scope = tenantScopeOf(person);
    const { today } = deps.clock(scope.timeZone);
    const day = query.on !== undefined && query.on < today ? query.on : today;
    return readInScope(deps.database, scope, async (transaction) => {
      const { structure } = await readStructure(transaction);
      const within =
        query.unit === undefined ? null : requireUnit(structure, query.unit, scope.rootUnit).code;
      const programmes = (await seenProgrammes(transaction, person, structure)).filter(
        ({ unitCode, closedOn }) =>
          (query.closed === 'true' || closedOn === null || closedOn > day) &&
          (within === null || structure.units.isWithin(unitCode, within)),
      );
      const ids = programmes.map(({ id }) => id);
      const around = {
        obstacles: await readObstacles(transaction, ids),
        documents: await readDocuments(transaction, ids),
        visits: await readVisits(transaction, ids),
      };
      return {
        items: programmes.map((each) => programmeLine(each, around, { structure, language }, day)),
        mayManage: may(person, 'pilots:manage'),
      };
    });
  });

  bindRoute(router, readPilot, (call) => answerProgramme(deps, call, call.params.id));

  bindRoute(router, addPilot, async (call) => {
    const { body, person } = call;
    const structure = await structureOf(deps, person);
    const unit = requireUnit(structure, body.unit, tenantScopeOf(person).rootUnit);
    requireService(structure, body.service);
    requireOrder(body.startsOn, body.endsOn);
    const id = await insertProgramme(deskOf(deps, call), {
      code: body.code,
      unitCode: unit.code,
      name: body.name,
      goal: body.goal,
      legalBasis: body.legalBasis,
      startsOn: body.startsOn,
      endsOn: body.endsOn,
      serviceCode: body.service ?? ALL_SERVICES,
    });
    return answerProgramme(deps, call, id);
  });

  bindRoute(router, changePilot, async (call) => {
    const { params, body, person } = call;
    const { programme, structure } = await requireRunning(deps, person, params.id);
    requireService(structure, body.service ?? null);
    const after = {
      name: body.name ?? programme.name,
      goal: body.goal === undefined ? programme.goal : body.goal,
      legalBasis: body.legalBasis === undefined ? programme.legalBasis : body.legalBasis,
      startsOn: body.startsOn ?? programme.startsOn,
      endsOn: body.endsOn === undefined ? programme.endsOn : body.endsOn,
      serviceCode: body.service === undefined ? programme.serviceCode : (body.service ?? ALL_SERVICES),
    };
    requireOrder(after.startsOn, after.endsOn);
    await updateProgramme(deskOf(deps, call), programme, after);
    return answerProgramme(deps, call, params.id);
  });

  bindRoute(router, closePilot, async (call) => {
    const { params, body, person } = call;
    const { programme } = await requireRunning(deps, person, params.id);
    await closeProgramme(deskOf(deps, call), programme, body.reason);
    return answerProgramme(deps, call, params.id);
  });
}

function structureOf(deps: PilotDeps, person: Person): Promise<Structure> {
  return readInScope(
    deps.database,
    tenantScopeOf(person),
    async (transaction) => (await readStructure(transaction)).structure,
  );
}

function requireUnit({ units }: Structure, code: string, rootUnit: string): UnitRecord {
  const unit = units.isWithin(code, rootUnit) ? units.find(code) : null;
  if (unit === null) throw new ProblemException(404, 'unit-not-found', { unit: code });
  return unit;
}

function requireService({ services }: Structure, code: string | null): void {
  if (code !== null && !services.has(code))
    throw new ProblemException(404, 'service-not-found', { service: code });
}

function requireOrder(startsOn: string, endsOn: string | null): void {
  if (endsOn !== null && endsOn < startsOn) throw new ProblemException(400, 'pilot-dates-crossed');
}
