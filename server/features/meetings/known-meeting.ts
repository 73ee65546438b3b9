import { knowsMeeting, runsMeeting } from '#domain/meetings/meeting-rights';
import type { UnitTree } from '#domain/unit-tree';
import { may, type Person } from '../../platform/auth/person.ts';
import { readInScope, type ReadTransaction } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { tenantScopeOf } from '../../platform/http/bind-route.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import type { MeetingDeps, MeetingReader } from './meeting-deps.ts';
import { findMeetingRow, type MeetingRow } from './meetings.queries.ts';

/** Who asks: scope, steps and whether meetings may be run. */
export function readerOf(
  deps: Pick<MeetingDeps, 'clock'>,
  person: Person,
  language: MeetingReader['language'],
): MeetingReader {
  const scope = tenantScopeOf(person);
  const mayRun = may(person, 'meetings:run');
  return {
    scope,
    post: mayRun ? (person.post?.id ?? null) : null,
    mayRun,
    language,
    today: deps.clock(scope.timeZone).today,
  };
}

/**
 * A meeting that the person may know of; all others are as unknown as those that do not exist.
 * @throws ProblemException 404
 */
export async function knownMeeting(
  transaction: ReadTransaction,
  reader: MeetingReader,
  id: string,
): Promise<{ readonly meeting: MeetingRow; readonly units: UnitTree }> {
  const { units } = (await readStructure(transaction)).structure;
  const meeting = await findMeetingRow(transaction, id);
  if (meeting === null || !knowsMeeting(units, reader.scope, meeting.unit_code))
    throw new ProblemException(404, 'meeting-not-found');
  return { meeting, units };
}

/** A meeting that the person runs. @throws ProblemException 404 for others' meetings, 403 where one may only read */
export async function requireOwnMeeting(
  deps: MeetingDeps,
  person: Person,
  id: string,
): Promise<{ readonly meeting: MeetingRow; readonly units: UnitTree }> {
  const reader = readerOf(deps, person, 'id');
  return readInScope(deps.database, reader.scope, async (transaction) => {
    const known = await knownMeeting(transaction, reader, id);
    if (!runsMeeting(reader.scope, known.meeting.unit_code)) throw new ProblemException(403, 'forbidden');
    return known;
  });
}
