import type { RouteDescriptor } from '#contract/route';
import type { Programme } from '#contract/pilots/programme';
import type { Person } from '../../../platform/auth/person.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure, type Structure } from '../../../platform/database/structure.queries.ts';
import { countEvidence } from '../../../platform/evidence/evidence-counts.queries.ts';
import { tenantScopeOf, type RouteCall } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { readDoneReporters } from '../milestones/done-reporters.queries.ts';
import type { PilotDeps } from '../pilot-deps.ts';
import {
  readDocuments,
  readObstacles,
  readPoints,
  readTrainings,
  readVisits,
} from '../surroundings/surrounding-records.queries.ts';
import { programmeAnswer } from './programme-answers.ts';
import { readProgrammes, type MilestoneRecord, type ProgrammeRecord } from './programme-records.queries.ts';

/** The programmes that a person may see: of the own scope, and those with an obstacle that concerns the own post. */
export function seenProgrammes(
  transaction: ReadTransaction,
  person: Person,
  structure: Structure,
  id: string | null = null,
): Promise<ProgrammeRecord[]> {
  return readProgrammes(transaction, {
    unitCodes: structure.units.subtreeCodes(tenantScopeOf(person).rootUnit),
    concerned: person.post?.id ?? null,
    id,
  });
}

/** One of them; null for all others, as if they were not there. */
export async function findProgramme(
  transaction: ReadTransaction,
  person: Person,
  structure: Structure,
  id: string,
): Promise<ProgrammeRecord | null> {
  return (await seenProgrammes(transaction, person, structure, id))[0] ?? null;
}

export interface FoundProgramme {
  readonly programme: ProgrammeRecord;
  readonly structure: Structure;
}

/**
 * The programme of a call that is about to write.
 * @throws ProblemException 404 for a programme the person may not see, 409 for one that was closed
 */
export async function requireRunning(deps: PilotDeps, person: Person, id: string): Promise<FoundProgramme> {
  return readInScope(deps.database, tenantScopeOf(person), async (transaction) => {
    const { structure } = await readStructure(transaction);
    const programme = await findProgramme(transaction, person, structure, id);
    if (programme === null) throw new ProblemException(404, 'pilot-not-found');
    if (programme.closedOn !== null) throw new ProblemException(409, 'pilot-closed');
    return { programme, structure };
  });
}

/** A milestone that was not removed. @throws ProblemException 404 */
export function requireMilestone(programme: ProgrammeRecord, id: string): MilestoneRecord {
  const found = programme.milestones.find((each) => each.id === id && each.removedOn === null);
  if (!found) throw new ProblemException(404, 'milestone-not-found');
  return found;
}

/** The whole programme as the caller may see it. @throws ProblemException 404 */
export async function answerProgramme(
  deps: PilotDeps,
  { person, language }: RouteCall<RouteDescriptor>,
  id: string,
): Promise<Programme> {
  const scope = tenantScopeOf(person);
  const { today } = deps.clock(scope.timeZone);
  return readInScope(deps.database, scope, async (transaction) => {
    const { structure } = await readStructure(transaction);
    const programme = await findProgramme(transaction, person, structure, id);
    if (programme === null) throw new ProblemException(404, 'pilot-not-found');
    const milestones = programme.milestones.map((each) => each.id);
    const obstacles = await readObstacles(transaction, [id]);
    const documents = await readDocuments(transaction, [id]);
    const visits = await readVisits(transaction, [id]);
    const evidence = new Map<string, number>();
    for (const [kind, ids] of [
      ['milestone', milestones],
      ['pilot-obstacle', idsOf(obstacles)],
      ['pilot-document', idsOf(documents)],
      ['pilot-visit', idsOf(visits)],
    ] as const)
      for (const [about, files] of await countEvidence(transaction, kind, ids)) evidence.set(about, files);
    return programmeAnswer(
      programme,
      {
        obstacles,
        documents,
        visits,
        points: await readPoints(transaction, id),
        trainings: await readTrainings(transaction, id),
        reporters: await readDoneReporters(transaction, milestones),
        evidence,
      },
      { person, language, structure, today },
    );
  });
}

function idsOf(records: readonly { readonly id: string }[]): string[] {
  return records.map(({ id }) => id);
}
