import type { IRouter } from 'express';
import {
  addObstacle,
  addPilotDocument,
  addPilotTraining,
  addPilotVisit,
  listPilotPosts,
  resolveObstacle,
  savePilotPoint,
} from '#contract/pilots/surroundings';
import type { Role } from '#domain/permissions';
import type { UnitTree } from '#domain/unit-tree';
import type { Person } from '../../../platform/auth/person.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { readPostsOfRoles, type PostOfUnit } from '../../../platform/kabupaten/posts-of-roles.queries.ts';
import { deskOf, type PilotDeps } from '../pilot-deps.ts';
import {
  answerProgramme,
  findProgramme,
  requireMilestone,
  requireRunning,
  type FoundProgramme,
} from '../programmes/find-programme.ts';
import { mayReportOn, mayResolve } from '../programmes/programme-rights.ts';
import { endObstacle, insertObstacle, type NamedPost } from './obstacles.repository.ts';
import { readObstacles, readPoints } from './surrounding-records.queries.ts';
import { insertDocument, insertTraining, insertVisit, writePoint } from './surroundings.repository.ts';

/** Obstacles, documents, visits, service points and trainings of a programme. */
export function surroundingRoutes(router: IRouter, deps: PilotDeps): void {
  bindRoute(router, listPilotPosts, ({ params, person }) => {
    const scope = tenantScopeOf(person);
    const { today } = deps.clock(scope.timeZone);
    return readInScope(deps.database, scope, async (transaction) => {
      const { structure } = await readStructure(transaction);
      const programme = await findProgramme(transaction, person, structure, params.id);
      if (programme === null) throw new ProblemException(404, 'pilot-not-found');
      const posts = await postsConcerned(transaction, programme.unitCode, structure.units, today);
      return { items: posts.map(({ id, title, holder }) => ({ post: id, title, holder })) };
    });
  });

  bindRoute(router, addObstacle, async (call) => {
    const { params, body, person } = call;
    const found = await requireReporter(deps, person, params.id);
    const desk = deskOf(deps, call);
    if (body.milestone !== null) requireMilestone(found.programme, body.milestone);
    notAhead(body.sinceOn, desk.today);
    const posts = await readInScope(deps.database, tenantScopeOf(person), (transaction) =>
      postsConcerned(transaction, found.programme.unitCode, found.structure.units, desk.today),
    );
    await insertObstacle(desk, found.programme, {
      milestone: body.milestone,
      kind: body.kind,
      body: body.body,
      owner: requirePost(posts, body.owner),
      help: body.help === null ? null : { ...requirePost(posts, body.help.post), asked: body.help.asked },
      sinceOn: body.sinceOn,
    });
    return answerProgramme(deps, call, params.id);
  });

  bindRoute(router, resolveObstacle, async (call) => {
    const { params, body, person } = call;
    const { programme, structure } = await requireRunning(deps, person, params.id);
    const desk = deskOf(deps, call);
    const obstacle = await readInScope(deps.database, tenantScopeOf(person), async (transaction) =>
      (await readObstacles(transaction, [programme.id])).find(({ id }) => id === params.obstacle),
    );
    if (!obstacle) throw new ProblemException(404, 'obstacle-not-found');
    if (!mayResolve(person, programme.unitCode, obstacle, structure.units))
      throw new ProblemException(403, 'forbidden');
    if (obstacle.resolved_on !== null) throw new ProblemException(409, 'obstacle-already-resolved');
    notAhead(body.on, desk.today);
    if (body.on < obstacle.since_on)
      throw new ProblemException(400, 'resolved-before-start', { day: obstacle.since_on });
    await endObstacle(
      desk,
      programme,
      { id: obstacle.id, kind: obstacle.kind, ownerPost: obstacle.owner_post, helpPost: obstacle.help_post },
      body,
    );
    return answerProgramme(deps, call, params.id);
  });

  bindRoute(router, addPilotDocument, async (call) => {
    const { params, body, person } = call;
    const { programme } = await requireRunning(deps, person, params.id);
    if (body.validTo !== null && body.validTo < body.validFrom)
      throw new ProblemException(400, 'document-dates-crossed');
    await insertDocument(deskOf(deps, call), programme, {
      ...body,
      number: body.number === '' ? null : body.number,
    });
    return answerProgramme(deps, call, params.id);
  });

  bindRoute(router, addPilotVisit, async (call) => {
    const { params, body, person } = call;
    const { programme } = await requireRunning(deps, person, params.id);
    const desk = deskOf(deps, call);
    notAhead(body.on, desk.today);
    if (body.nextOn !== null && body.nextOn <= body.on)
      throw new ProblemException(400, 'next-visit-too-early');
    await insertVisit(desk, programme, body);
    return answerProgramme(deps, call, params.id);
  });

  bindRoute(router, savePilotPoint, async (call) => {
    const { params, body, person } = call;
    const { programme } = await requireReporter(deps, person, params.id);
    const desk = deskOf(deps, call);
    notAhead(body.checkedOn, desk.today);
    await writePoint(desk, programme, body);
    return answerProgramme(deps, call, params.id);
  });

  bindRoute(router, addPilotTraining, async (call) => {
    const { params, body, person } = call;
    const { programme } = await requireReporter(deps, person, params.id);
    const desk = deskOf(deps, call);
    notAhead(body.on, desk.today);
    if (body.point !== null) {
      const points = await readInScope(deps.database, tenantScopeOf(person), (transaction) =>
        readPoints(transaction, programme.id),
      );
      if (!points.some(({ id }) => id === body.point))
        throw new ProblemException(404, 'pilot-point-not-found');
    }
    await insertTraining(desk, programme, body);
    return answerProgramme(deps, call, params.id);
  });
}

/** Roles whose posts can answer for an obstacle, or help: the leadership, and the heads of units. */
const CONCERNED: readonly Role[] = [
  'bupati',
  'sekda',
  'organisasi',
  'diskominfo',
  'bkpsdm',
  'kepala-skpd',
  'camat',
  'petugas',
];

/** Their posts, those of the programme's own unit first; of officers only the programme's own. */
async function postsConcerned(
  transaction: ReadTransaction,
  unitCode: string,
  units: UnitTree,
  today: string,
): Promise<PostOfUnit[]> {
  const isOwn = ({ unit_code: unit }: PostOfUnit) => unit !== null && units.isWithin(unit, unitCode);
  const posts = (await readPostsOfRoles(transaction, CONCERNED, today)).filter(
    (post) => post.role !== 'petugas' || isOwn(post),
  );
  return posts.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
}

function requirePost(posts: readonly PostOfUnit[], id: string): NamedPost {
  const post = posts.find((each) => each.id === id);
  if (!post) throw new ProblemException(400, 'obstacle-post-not-possible');
  return { post: post.id, title: post.title };
}

async function requireReporter(deps: PilotDeps, person: Person, id: string): Promise<FoundProgramme> {
  const found = await requireRunning(deps, person, id);
  if (!mayReportOn(person, found.programme.unitCode, found.structure.units))
    throw new ProblemException(403, 'forbidden');
  return found;
}

function notAhead(day: string, today: string): void {
  if (day > today) throw new ProblemException(400, 'pilot-day-ahead', { day });
}
