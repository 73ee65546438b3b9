import type { IRouter } from 'express';
import {
  actOnRecommendation,
  addFinding,
  blockRecommendation,
  decideStatus,
  listFindings,
  proposeStatus,
  readFinding,
  verifyRecommendation,
  type Finding,
} from '#contract/oversight/findings';
import type { RouteDescriptor } from '#contract/route';
import type { UnitTree } from '#domain/unit-tree';
import { actorOf } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { may, type Person } from '../../../platform/auth/person.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf, type RouteCall } from '../../../platform/http/bind-route.ts';
import { idAt } from '../../../platform/http/list-cursor.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import { byStatus, lineOf, readFindingAnswer } from './finding-answers.ts';
import { readToldPosts } from './told-posts.ts';
import { mayRespond, unitsKnownTo } from './finding-sight.ts';
import { countFindingRecords, findRecommendation, listFindingRecords } from './findings.queries.ts';
import { insertFinding, takeStep, type FindingDesk, type NewStep } from './findings.repository.ts';

export interface FindingDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
}

const PAGE = 50;

/** TLHP: temuan, rekomendasi, tindak lanjut, verification and the decided status, each step by its own side. */
export function findingRoutes(router: IRouter, deps: FindingDeps): void {
  bindRoute(router, listFindings, ({ query, person }) => {
    const scope = tenantScopeOf(person);
    const { today } = deps.clock(scope.timeZone);
    const after = idAt(query.cursor);
    return readInScope(deps.database, scope, async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      if (query.unit !== undefined && !units.isWithin(query.unit, scope.rootUnit))
        throw new ProblemException(404, 'unit-not-found', { unit: query.unit });
      const filter = {
        unitCodes: query.unit === undefined ? unitsKnownTo(person, units) : units.subtreeCodes(query.unit),
        source: query.source ?? null,
        status: query.status ?? null,
        late: query.late === undefined ? null : query.late === 'true',
        today,
      };
      const limit = query.limit ?? PAGE;
      const found = await listFindingRecords(transaction, filter, limit + 1, after);
      const page = found.slice(0, limit);
      const counts = await countFindingRecords(transaction, filter);
      return {
        items: page.map((record) => lineOf(record, units)),
        nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
        total: counts.total,
        recommendations: byStatus(counts),
        late: counts.late,
        mayManage: may(person, 'findings:manage'),
      };
    });
  });

  bindRoute(router, readFinding, ({ params, person }) => answer(deps, person, params.id));

  bindRoute(router, addFinding, async (call) => {
    const { body, person } = call;
    const scope = tenantScopeOf(person);
    const { today } = deps.clock(scope.timeZone);
    if (body.receivedOn < body.reportOn || body.receivedOn > today)
      throw new ProblemException(400, 'finding-days');
    const numbers = new Set(body.recommendations.map(({ number }) => number));
    if (numbers.size < body.recommendations.length)
      throw new ProblemException(400, 'recommendation-number-twice');
    const early = body.recommendations.find(({ dueOn }) => dueOn !== undefined && dueOn < body.receivedOn);
    if (early) throw new ProblemException(400, 'recommendation-due-early', { number: early.number });
    const desk = await openDesk(deps, call, ({ units }) => {
      for (const unit of [body.unit, ...body.recommendations.map((each) => each.unit)])
        if (!units.isWithin(unit, scope.rootUnit))
          throw new ProblemException(404, 'unit-not-found', { unit });
      return Promise.resolve(null);
    });
    const { id } = await insertFinding(desk.desk, body);
    return answer(deps, person, id);
  });

  bindRoute(router, actOnRecommendation, (call) =>
    step(deps, call, call.params.id, 'respond', { kind: 'action', body: call.body.body }),
  );
  bindRoute(router, proposeStatus, (call) => {
    const { status, reason, letterNumber, letterOn } = call.body;
    return step(deps, call, call.params.id, 'respond', {
      kind: 'proposal',
      status,
      reason,
      letter: { number: letterNumber, on: letterOn },
    });
  });
  bindRoute(router, verifyRecommendation, (call) =>
    step(deps, call, call.params.id, 'manage', {
      kind: 'verification',
      status: call.body.status,
      body: call.body.body,
    }),
  );
  bindRoute(router, decideStatus, (call) => {
    const { status, reason, letterNumber, letterOn, newDueOn } = call.body;
    return step(deps, call, call.params.id, 'manage', {
      kind: 'decision',
      status,
      reason,
      letter: { number: letterNumber, on: letterOn },
      newDueOn,
    });
  });
  bindRoute(router, blockRecommendation, (call) => {
    const { unit, reason } = call.body;
    return step(
      deps,
      call,
      call.params.id,
      'respond',
      unit === null ? { kind: 'unblocked', reason } : { kind: 'blocked', unit, reason },
    );
  });
}

/** The finding as the person may know it; 404 for all others. */
function answer({ database, clock }: FindingDeps, person: Person, id: string): Promise<Finding> {
  const scope = tenantScopeOf(person);
  const { today } = clock(scope.timeZone);
  return readInScope(database, scope, async (transaction) => {
    const found = await readFindingAnswer(transaction, person, id, today);
    if (found === null) throw new ProblemException(404, 'finding-not-found');
    return found;
  });
}

/**
 * Takes a step and answers with the finding.
 * @throws ProblemException 404 for a recommendation that the person may not know, 403 where another side takes the step
 */
async function step(
  deps: FindingDeps,
  call: RouteCall<RouteDescriptor>,
  id: string,
  side: 'respond' | 'manage',
  taken: NewStep,
): Promise<Finding> {
  const { person } = call;
  const { desk, value } = await openDesk(deps, call, async ({ transaction, units }) => {
    const record = await findRecommendation(transaction, id, unitsKnownTo(person, units));
    if (record === null) throw new ProblemException(404, 'recommendation-not-found');
    // The unit it waits for knows it, and answers for nothing of it.
    if (side === 'respond' && !mayRespond(person, record.unit_code, units))
      throw new ProblemException(403, 'forbidden');
    if (taken.kind === 'blocked' && units.find(taken.unit) === null)
      throw new ProblemException(404, 'unit-not-found', { unit: taken.unit });
    const unitName = units.find(record.unit_code)?.name ?? record.unit_code;
    return { id, findingId: record.finding_id, unitName };
  });
  await takeStep(desk, value, taken);
  return answer(deps, person, value.findingId);
}

/** Where the person writes, with who can be told, and what `look` finds before. */
async function openDesk<T>(
  deps: FindingDeps,
  { person, request }: RouteCall<RouteDescriptor>,
  look: (at: { readonly transaction: ReadTransaction; readonly units: UnitTree }) => Promise<T>,
): Promise<{ readonly desk: FindingDesk; readonly value: T }> {
  const scope = tenantScopeOf(person);
  const { now, today } = deps.clock(scope.timeZone);
  const { post } = person;
  if (post === null) throw new ProblemException(403, 'forbidden');
  return readInScope(deps.database, scope, async (transaction) => {
    const { units } = (await readStructure(transaction)).structure;
    const value = await look({ transaction, units });
    return {
      value,
      desk: {
        database: deps.database,
        audit: deps.audit,
        actor: actorOf(person, addressOf(request)),
        postTitle: post.title,
        postId: post.id,
        kabupatenCode: scope.kabupatenCode,
        now,
        today,
        posts: await readToldPosts(transaction, units, today),
      },
    };
  });
}
