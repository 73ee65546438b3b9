import type { IRouter } from 'express';
import {
  finishFollowUpPlan,
  listFollowUpPlans,
  listPlanOwners,
  makeFollowUpPlan,
  type FollowUpPlan,
} from '#contract/follow-up-plans';
import type { RouteDescriptor } from '#contract/route';
import { planState } from '#domain/ikm/follow-up-plan';
import { findInstrument, type Unsur } from '#domain/ikm/instruments';
import type { UnitRecord, UnitTree } from '#domain/unit-tree';
import type { TenantScope } from '#domain/scope';
import { actorOf } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { may, type Person } from '../../../platform/auth/person.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure, type Structure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf, type RouteCall } from '../../../platform/http/bind-route.ts';
import { idAt } from '../../../platform/http/list-cursor.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import {
  ALL_SERVICES,
  countPlanRecords,
  findPlanRecord,
  listPlanRecords,
  type PlanRecord,
} from './follow-up-plans.queries.ts';
import { finishPlan, insertPlan, type PlanDesk } from './follow-up-plans.repository.ts';
import { OWNER_ROLES, ownersOf, type OwnerPost, type ReadPosts } from './plan-owners.ts';

export interface FollowUpPlanDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  readonly readPosts: ReadPosts;
}

const PAGE = 50;

/** What follows from the lowest unsur of a survey: plans with owner and date, followed until they are done. */
export function followUpPlanRoutes(router: IRouter, deps: FollowUpPlanDeps): void {
  bindRoute(router, listFollowUpPlans, ({ query, person }) => {
    const scope = tenantScopeOf(person);
    const { today } = deps.clock(scope.timeZone);
    const after = idAt(query.cursor);
    return readInScope(deps.database, scope, async (transaction) => {
      const { structure } = await readStructure(transaction);
      const unit = unitInScope(structure.units, scope, query.unit);
      requireService(structure, query.service ?? null);
      const filter = {
        unitCodes: structure.units.subtreeCodes(unit.code),
        service: query.service ?? null,
        state: query.state ?? null,
        today,
      };
      const limit = query.limit ?? PAGE;
      const found = await listPlanRecords(transaction, filter, limit + 1, after);
      const page = found.slice(0, limit);
      return {
        items: page.map((record) => answerOf(record, structure, person, today)),
        nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
        ...(await countPlanRecords(transaction, filter)),
      };
    });
  });

  bindRoute(router, listPlanOwners, async ({ query, person }) => ({
    items: (await readOwners(deps, person, query.unit)).map(({ id, title, holder }) => ({
      post: id,
      title,
      holder,
    })),
  }));

  bindRoute(router, makeFollowUpPlan, async (call) => {
    const { body, person } = call;
    const { today } = deps.clock(tenantScopeOf(person).timeZone);
    const owner = (await readOwners(deps, person, body.unit, body.service)).find(
      ({ id }) => id === body.owner,
    );
    if (!owner) throw new ProblemException(400, 'owner-not-possible');
    const unsur = unsurOf(body.instrument, body.unsur);
    if (unsur === null)
      throw new ProblemException(400, 'unsur-not-found', {
        unsur: body.unsur,
        instrument: findInstrument(body.instrument)?.name ?? body.instrument,
      });
    if (body.dueOn < today) throw new ProblemException(400, 'due-in-past', { dueOn: body.dueOn });
    const id = await insertPlan(deskOf(deps, call), {
      unitCode: body.unit,
      serviceCode: body.service ?? ALL_SERVICES,
      instrument: body.instrument,
      unsur,
      plan: body.plan,
      owner: { post: owner.id, title: owner.title },
      dueOn: body.dueOn,
    });
    return (await readPlan(deps, person, id)).answer;
  });

  bindRoute(router, finishFollowUpPlan, async (call) => {
    const { params, body, person } = call;
    const { answer } = await readPlan(deps, person, params.id);
    await finishPlan(
      deskOf(deps, call),
      { id: answer.id, unitCode: answer.unit.code, unsur: answer.unsur.name },
      body.result,
    );
    return (await readPlan(deps, person, params.id)).answer;
  });
}

/** The unit asked for, the top of the scope without one; 404 outside the scope, as if it were not there. */
function unitInScope(units: UnitTree, scope: TenantScope, code: string | undefined): UnitRecord {
  const asked = code ?? scope.rootUnit;
  const unit = units.isWithin(asked, scope.rootUnit) ? units.find(asked) : null;
  if (unit === null) throw new ProblemException(404, 'unit-not-found', { unit: asked });
  return unit;
}

function requireService(structure: Structure, service: string | null): void {
  if (service !== null && !structure.services.has(service))
    throw new ProblemException(404, 'service-not-found', { service });
}

/** Who can answer for a plan of the unit; 404 for a unit outside the scope, and for a service that is not there. */
function readOwners(
  deps: FollowUpPlanDeps,
  person: Person,
  unitCode: string,
  service: string | null = null,
): Promise<OwnerPost[]> {
  const scope = tenantScopeOf(person);
  const { today } = deps.clock(scope.timeZone);
  return readInScope(deps.database, scope, async (transaction) => {
    const { structure } = await readStructure(transaction);
    const unit = unitInScope(structure.units, scope, unitCode);
    requireService(structure, service);
    const posts = await deps.readPosts(transaction, OWNER_ROLES, today);
    return ownersOf(posts, unit.code, scope, structure.units);
  });
}

/**
 * One plan of the own scope.
 * @throws ProblemException 404 for any other
 */
function readPlan(
  deps: FollowUpPlanDeps,
  person: Person,
  id: string,
): Promise<{ readonly answer: FollowUpPlan }> {
  const scope = tenantScopeOf(person);
  const { today } = deps.clock(scope.timeZone);
  return readInScope(deps.database, scope, async (transaction) => {
    const { structure } = await readStructure(transaction);
    const record = await findPlanRecord(transaction, id, structure.units.subtreeCodes(scope.rootUnit));
    if (record === null) throw new ProblemException(404, 'plan-not-found');
    return { answer: answerOf(record, structure, person, today) };
  });
}

function deskOf(deps: FollowUpPlanDeps, { person, request }: RouteCall<RouteDescriptor>): PlanDesk {
  const { kabupatenCode, timeZone } = tenantScopeOf(person);
  return {
    database: deps.database,
    audit: deps.audit,
    actor: actorOf(person, addressOf(request)),
    kabupatenCode,
    now: deps.clock(timeZone).now,
  };
}

function unsurOf(instrument: string, code: string): Unsur | null {
  return findInstrument(instrument)?.unsur.find((unsur) => unsur.code === code) ?? null;
}

function answerOf(record: PlanRecord, structure: Structure, person: Person, today: string): FollowUpPlan {
  const { unit_code: unit, service_code: service, unsur } = record;
  const done = record.done_at !== null;
  return {
    id: record.id,
    state: planState({ dueOn: record.due_on, done }, today),
    unit: { code: unit, name: structure.units.find(unit)?.name ?? unit },
    service:
      service === ALL_SERVICES
        ? null
        : { code: service, name: structure.services.get(service)?.name ?? service },
    instrument: record.instrument,
    unsur: { code: unsur, name: unsurOf(record.instrument, unsur)?.name ?? unsur },
    plan: record.plan,
    owner: { post: record.owner_post, title: record.owner_title },
    dueOn: record.due_on,
    at: record.created_at.toISOString(),
    doneAt: record.done_at?.toISOString() ?? null,
    result: record.result,
    actions: !done && may(person, 'plans:write') ? ['done'] : [],
  };
}
