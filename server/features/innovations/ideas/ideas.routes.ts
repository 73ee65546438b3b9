import type { IRouter } from 'express';
import {
  applyIdea,
  listIdeas,
  readIdea,
  reopenIdea,
  stopIdea,
  suggestIdea,
  tryIdea,
  type Idea,
  type IdeaLine,
} from '#contract/innovations/ideas';
import type { RouteDescriptor } from '#contract/route';
import { IDEA_STAGES, nextStages, trialIsOver, type IdeaStage } from '#domain/innovations/idea-road';
import type { UnitTree } from '#domain/unit-tree';
import { may, type Person } from '../../../platform/auth/person.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf, type RouteCall } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { entryDeskOf, readEntryPosts, type EntryDeps, type EntryDesk } from '../entry-desk.ts';
import {
  countIdeaRecords,
  findIdeaRecord,
  listIdeaRecords,
  listIdeaSteps,
  type IdeaRecord,
} from './ideas.queries.ts';
import { insertIdea, takeIdeaStep, type IdeaStep } from './ideas.repository.ts';
import { isRecordId } from '../../../platform/database/record-id.ts';

const PAGE = 50;

/** The laboratory: ideas of the own kabupaten on their road from gagasan by way of a trial to penerapan. */
export function ideaRoutes(router: IRouter, deps: EntryDeps): void {
  bindRoute(router, listIdeas, ({ query, person }) => {
    const scope = tenantScopeOf(person);
    const { today } = deps.clock(scope.timeZone);
    const { cursor = '' } = query;
    if (cursor !== '' && !isRecordId(cursor)) throw new ProblemException(400, 'cursor-invalid');
    return readInScope(deps.database, scope, async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      const limit = query.limit ?? PAGE;
      const stage = query.stage ?? null;
      const found = await listIdeaRecords(transaction, stage, limit + 1, cursor === '' ? null : cursor);
      const page = found.slice(0, limit);
      const counts = await countIdeaRecords(transaction, today);
      const countOf = (wanted: IdeaStage) => counts.find((each) => each.stage === wanted)?.count ?? 0;
      const byStage = Object.fromEntries(IDEA_STAGES.map((each) => [each, countOf(each)])) as Record<
        IdeaStage,
        number
      >;
      return {
        items: page.map((record) => lineOf(record, person, units, today)),
        nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
        total: stage === null ? IDEA_STAGES.reduce((sum, each) => sum + byStage[each], 0) : byStage[stage],
        byStage,
        trialsOver: counts.reduce((sum, { over }) => sum + over, 0),
        units: unitsFor(person, units),
      };
    });
  });

  bindRoute(router, readIdea, ({ params, person }) => answer(deps, person, params.id));

  bindRoute(router, suggestIdea, async (call) => {
    const { body, person } = call;
    const { desk, units } = await openDesk(deps, call);
    if (!unitsFor(person, units).some(({ code }) => code === body.unit))
      throw new ProblemException(404, 'unit-not-found', { unit: body.unit });
    return answer(deps, person, await insertIdea(desk, { ...body, unitCode: body.unit }));
  });

  bindRoute(router, tryIdea, (call) => step(deps, call, call.params.id, { to: 'uji-coba', ...call.body }));
  bindRoute(router, applyIdea, (call) => step(deps, call, call.params.id, { to: 'penerapan', ...call.body }));
  bindRoute(router, stopIdea, (call) => step(deps, call, call.params.id, { to: 'dihentikan', ...call.body }));
  bindRoute(router, reopenIdea, (call) => step(deps, call, call.params.id, { to: 'gagasan', ...call.body }));
}

/** Takes a step and answers with the idea. */
async function step(
  deps: EntryDeps,
  call: RouteCall<RouteDescriptor>,
  id: string,
  taken: IdeaStep,
): Promise<Idea> {
  const { desk } = await openDesk(deps, call);
  await takeIdeaStep(desk, id, taken);
  return answer(deps, call.person, id);
}

async function openDesk(
  deps: EntryDeps,
  call: RouteCall<RouteDescriptor>,
): Promise<{ readonly desk: EntryDesk; readonly units: UnitTree }> {
  const scope = tenantScopeOf(call.person);
  const { today } = deps.clock(scope.timeZone);
  return readInScope(deps.database, scope, async (transaction) => {
    const { units } = (await readStructure(transaction)).structure;
    return { units, desk: entryDeskOf(deps, call, await readEntryPosts(transaction, units, today)) };
  });
}

/** One idea of the kabupaten; 404 for any other. */
function answer(deps: EntryDeps, person: Person, id: string): Promise<Idea> {
  const scope = tenantScopeOf(person);
  const { today } = deps.clock(scope.timeZone);
  return readInScope(deps.database, scope, async (transaction) => {
    const { units } = (await readStructure(transaction)).structure;
    const record = await findIdeaRecord(transaction, id);
    if (record === null) throw new ProblemException(404, 'idea-not-found');
    const line = lineOf(record, person, units, today);
    const steps = await listIdeaSteps(transaction, id);
    return {
      ...line,
      problem: record.problem,
      proposal: record.proposal,
      trialQuestion: record.trial_question,
      outcome: record.outcome,
      innovationId: record.innovation_id,
      steps: steps.map((each) => ({
        from: each.from_stage,
        to: each.to_stage,
        reason: each.reason,
        by: each.post_title,
        at: each.created_at.toISOString(),
      })),
      mayBringTo: may(person, 'ideas:decide') && !line.own ? [...nextStages(record.stage)] : [],
    };
  });
}

function lineOf(record: IdeaRecord, person: Person, units: UnitTree, today: string): IdeaLine {
  const { unit_code: unit } = record;
  return {
    id: record.id,
    title: record.title,
    stage: record.stage,
    unit: { code: unit, name: units.find(unit)?.name ?? unit },
    by: record.post_title,
    own: person.userId !== null && record.user_id === person.userId,
    at: record.created_at.toISOString(),
    trialUntil: record.trial_until,
    trialOver: trialIsOver({ stage: record.stage, trialUntil: record.trial_until }, today),
  };
}

/** Units that the person may have an idea for: those of the own scope. */
function unitsFor(person: Person, units: UnitTree): { code: string; name: string }[] {
  if (!may(person, 'ideas:write') || person.post === null) return [];
  return units
    .subtreeCodes(tenantScopeOf(person).rootUnit)
    .flatMap((code) => units.find(code) ?? [])
    .filter(({ kind, validTo }) => kind !== 'service-point' && validTo === null)
    .map(({ code, name }) => ({ code, name }));
}
