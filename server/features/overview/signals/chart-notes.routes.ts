import type { IRouter, Request } from 'express';
import { addAnnotation, addBaseline, removeAnnotation, removeBaseline } from '#contract/annotations';
import { MEASURES, findField, type MeasureId } from '#domain/measures';
import { monthStart } from '#domain/period/civil-date';
import type { TenantScope } from '#domain/scope';
import { ANY } from '#domain/targets/target-in-force';
import { actorOf } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import type { HeldPost, Person } from '../../../platform/auth/person.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure, type Structure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import { requireField } from '../overview-service.ts';
import {
  deleteAnnotation,
  deleteBaseline,
  insertAnnotation,
  insertBaseline,
  type BaselineNames,
  type NotesDesk,
} from './chart-notes.repository.ts';
import { toldAnnotation } from './series-answer.ts';

export interface ChartNotesDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
}

interface Call {
  readonly person: Person;
  readonly request: Request;
}

/** What people write into charts: notes at a day, and new baselines for limits. */
export function chartNotesRoutes(router: IRouter, deps: ChartNotesDeps): void {
  bindRoute(router, addAnnotation, async ({ body, person, request }) => {
    const scope = tenantScopeOf(person);
    const post = postOf(person);
    const structure = await structureFor(deps, scope, body);
    const { today, now } = deps.clock(scope.timeZone);
    if (body.day > today) throw new ProblemException(400, 'annotation-day-ahead', { day: body.day });
    const note = await insertAnnotation(deskOf(deps, { person, request }), {
      unit: body.unit,
      service: body.service ?? ANY,
      measure: body.measure ?? null,
      day: body.day,
      text: body.text,
      postId: post.id,
      by: post.title,
      at: now,
    });
    return toldAnnotation(note, { structure, postId: post.id });
  });

  bindRoute(router, removeAnnotation, async ({ params, person, request }) => {
    const taken = await deleteAnnotation(deskOf(deps, { person, request }), params.id, postOf(person).id);
    if (!taken) throw new ProblemException(404, 'annotation-not-found');
    return undefined;
  });

  bindRoute(router, addBaseline, async ({ body, person, request }) => {
    const scope = tenantScopeOf(person);
    const post = postOf(person);
    const field = requireField(body.measure, body.field);
    checkFilters(body.measure, body, await structureFor(deps, scope, body));
    const { today, now } = deps.clock(scope.timeZone);
    if (body.startsOn !== monthStart(body.startsOn) || body.startsOn > today)
      throw new ProblemException(400, 'baseline-not-month', { date: body.startsOn });
    const baseline = await insertBaseline(
      deskOf(deps, { person, request }),
      {
        unit: body.unit,
        service: body.service ?? ANY,
        channel: body.channel ?? ANY,
        measure: body.measure,
        field: field.id,
        startsOn: body.startsOn,
        reason: body.reason,
        by: post.title,
        at: now,
      },
      post.id,
      namesOf(body.measure, field.id),
    );
    if (baseline === null) throw new ProblemException(409, 'baseline-exists', { date: body.startsOn });
    const { id, startsOn, reason, by, at } = baseline;
    return { id, startsOn, reason, by, at };
  });

  bindRoute(router, removeBaseline, async ({ params, person, request }) => {
    const scope = tenantScopeOf(person);
    const { units } = await structureFor(deps, scope, {});
    const codes = units.subtreeCodes(scope.rootUnit);
    const taken = await deleteBaseline(
      deskOf(deps, { person, request }),
      params.id,
      codes,
      (measure, field) => namesOf(measure as MeasureId, field),
    );
    if (!taken) throw new ProblemException(404, 'baseline-not-found');
    return undefined;
  });
}

/** The structure, when unit and service are within the caller's scope. */
async function structureFor(
  { database }: ChartNotesDeps,
  scope: TenantScope,
  asked: { readonly unit?: string | undefined; readonly service?: string | undefined },
): Promise<Structure> {
  const { structure } = await readInScope(database, scope, readStructure);
  const { unit, service } = asked;
  if (unit !== undefined && !structure.units.isWithin(unit, scope.rootUnit))
    throw new ProblemException(404, 'unit-not-found', { unit });
  if (service !== undefined && !structure.services.has(service))
    throw new ProblemException(404, 'service-not-found', { service });
  return structure;
}

/** A series exists for the filters that its measure knows. */
function checkFilters(
  measure: MeasureId,
  asked: { readonly service?: string | undefined; readonly channel?: string | undefined },
  structure: Structure,
): void {
  const { filters, label } = MEASURES[measure];
  for (const filter of ['service', 'channel'] as const)
    if (asked[filter] !== undefined && !filters.includes(filter))
      throw new ProblemException(400, 'filter-not-applicable', { filter, measure: label });
  if (asked.channel !== undefined && !structure.channels.has(asked.channel))
    throw new ProblemException(404, 'channel-not-found', { channel: asked.channel });
}

/** Notes and baselines are a post's, so that they stay when people are moved. */
function postOf(person: Person): HeldPost {
  if (person.post === null) throw new ProblemException(403, 'forbidden');
  return person.post;
}

function deskOf({ database, audit }: ChartNotesDeps, { person, request }: Call): NotesDesk {
  const { kabupatenCode } = tenantScopeOf(person);
  return { database, audit, actor: actorOf(person, addressOf(request)), kabupatenCode };
}

function namesOf(measure: MeasureId, field: string): BaselineNames {
  return { measure: MEASURES[measure].label, field: findField(measure, field)?.label ?? field };
}
