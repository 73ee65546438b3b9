import type { IRouter } from 'express';
import {
  addMilestone,
  removeMilestone,
  replanMilestone,
  reportMilestone,
  signMilestone,
} from '#contract/pilots/milestones';
import type { Role } from '#domain/permissions';
import { doneShareOn } from '#domain/pilots/pilot-milestone';
import { isSecondPerson } from '#domain/pilots/second-person';
import type { Person } from '../../../platform/auth/person.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { readPostsOfRoles } from '../../../platform/kabupaten/posts-of-roles.queries.ts';
import { deskOf, postOf, type PilotDeps } from '../pilot-deps.ts';
import { answerProgramme, requireMilestone, requireRunning } from '../programmes/find-programme.ts';
import { mayReportOn } from '../programmes/programme-rights.ts';
import { readDoneReporters } from './done-reporters.queries.ts';
import { reportOnMilestone, signMilestoneOff } from './milestone-reports.repository.ts';
import { changeMilestonePlan, insertMilestone, removeMilestoneFrom } from './milestones.repository.ts';

/** Milestones: planned by the kabupaten, reported by the pilot, signed off by a second person. */
export function milestoneRoutes(router: IRouter, deps: PilotDeps): void {
  bindRoute(router, addMilestone, async (call) => {
    const { params, body, person } = call;
    const { programme } = await requireRunning(deps, person, params.id);
    const { number, title } = body;
    await insertMilestone(deskOf(deps, call), programme, { number, title, ...planOf(body) });
    return answerProgramme(deps, call, params.id);
  });

  bindRoute(router, replanMilestone, async (call) => {
    const { params, body, person } = call;
    const { programme } = await requireRunning(deps, person, params.id);
    const milestone = requireMilestone(programme, params.milestone);
    await changeMilestonePlan(deskOf(deps, call), programme, milestone, planOf(body), body.reason);
    return answerProgramme(deps, call, params.id);
  });

  bindRoute(router, removeMilestone, async (call) => {
    const { params, body, person } = call;
    const { programme } = await requireRunning(deps, person, params.id);
    const milestone = requireMilestone(programme, params.milestone);
    await removeMilestoneFrom(deskOf(deps, call), programme, milestone, body.reason);
    return answerProgramme(deps, call, params.id);
  });

  bindRoute(router, reportMilestone, async (call) => {
    const { params, body, person } = call;
    const { programme, structure } = await requireRunning(deps, person, params.id);
    if (!mayReportOn(person, programme.unitCode, structure.units))
      throw new ProblemException(403, 'forbidden');
    const milestone = requireMilestone(programme, params.milestone);
    const desk = deskOf(deps, call);
    if (body.on > desk.today) throw new ProblemException(400, 'pilot-day-ahead', { day: body.on });
    const note = body.note === '' ? null : body.note;
    await reportOnMilestone(desk, programme, milestone, { ...body, note }, await signersFor(deps, person));
    return answerProgramme(deps, call, params.id);
  });

  bindRoute(router, signMilestone, async (call) => {
    const { params, person } = call;
    const { programme } = await requireRunning(deps, person, params.id);
    const milestone = requireMilestone(programme, params.milestone);
    const desk = deskOf(deps, call);
    if (milestone.signed !== null) throw new ProblemException(409, 'milestone-already-signed');
    if (doneShareOn(milestone, desk.today) < 1) throw new ProblemException(409, 'milestone-not-done');
    const reporters = await readInScope(
      deps.database,
      tenantScopeOf(person),
      async (transaction) => (await readDoneReporters(transaction, [milestone.id])).get(milestone.id) ?? [],
    );
    if (person.userId === null || !isSecondPerson({ post: desk.post.id, person: person.userId }, reporters))
      throw new ProblemException(403, 'second-person-needed');
    await signMilestoneOff(
      desk,
      programme,
      milestone,
      reporters.find(({ post }) => post !== null)?.post ?? null,
    );
    return answerProgramme(deps, call, params.id);
  });
}

function planOf(body: { plannedStartOn: string; plannedFinishOn: string; weight: number }) {
  const { plannedStartOn: startOn, plannedFinishOn: finishOn, weight } = body;
  if (finishOn < startOn) throw new ProblemException(400, 'plan-dates-crossed');
  return { startOn, finishOn, weight };
}

/** Who is told that a milestone waits: Bagian Organisasi, or the Sekda for what Bagian Organisasi itself reported. */
async function signersFor(deps: PilotDeps, person: Person): Promise<string[]> {
  const scope = tenantScopeOf(person);
  const own = postOf(person).id;
  const order: readonly Role[] = person.role === 'organisasi' ? ['sekda'] : ['organisasi', 'sekda'];
  const { today } = deps.clock(scope.timeZone);
  const posts = await readInScope(deps.database, scope, (transaction) =>
    readPostsOfRoles(transaction, order, today),
  );
  const role = order.find((each) => posts.some((post) => post.role === each && post.id !== own));
  return posts.filter((post) => post.role === role && post.id !== own).map(({ id }) => id);
}
