import type { Knex } from 'knex';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { settleNotices } from '../../../platform/notices/notices.repository.ts';
import type { PilotDesk } from '../pilot-deps.ts';
import { MILESTONE, OBSTACLE } from '../pilot-notices.ts';
import type { ProgrammeRecord } from './programme-records.queries.ts';

/** What can be said of a programme, and corrected later. */
export interface ProgrammeValues {
  readonly name: string;
  readonly goal: string | null;
  readonly legalBasis: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly serviceCode: string;
}

export interface NewProgramme extends ProgrammeValues {
  readonly code: string;
  readonly unitCode: string;
}

/**
 * Opens a programme.
 * @returns its id
 * @throws ProblemException 409 when the code is taken
 */
export async function insertProgramme(desk: PilotDesk, programme: NewProgramme): Promise<string> {
  const { kabupatenCode } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const taken: unknown = await transaction('pilot_programmes')
      .where({ kabupaten_code: kabupatenCode, code: programme.code })
      .first('id');
    if (taken !== undefined) throw new ProblemException(409, 'pilot-code-taken', { code: programme.code });
    const id = newRecordId();
    await transaction.raw(
      `insert into pilot_programmes (kabupaten_code, id, code, name, unit_code, goal, legal_basis, starts_on, ends_on,
                                     service_code, created_at, demo)
       select k.code, :id, :code, :name, :unitCode, :goal, :legalBasis, :startsOn, :endsOn, :serviceCode, :now, k.demo
         from kabupaten k where k.code = :kabupatenCode`,
      { ...programme, id, kabupatenCode, now: desk.now },
    );
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'pilot-opened',
      subject: `pilots/${id}`,
      details: { programme: programme.name, unit: programme.unitCode, startsOn: programme.startsOn },
    });
    return { result: id, changed: true };
  });
}

/** Corrects what is said of a programme; the trail keeps what it was. */
export async function updateProgramme(
  desk: PilotDesk,
  before: ProgrammeRecord,
  after: ProgrammeValues,
): Promise<void> {
  const { kabupatenCode } = desk;
  const fields = ['name', 'goal', 'legalBasis', 'startsOn', 'endsOn', 'serviceCode'] as const;
  const changes = fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
  if (changes.length === 0) return;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const changed = await transaction('pilot_programmes')
      .where({ kabupaten_code: kabupatenCode, id: before.id })
      .whereNull('closed_on')
      .update({
        name: after.name,
        goal: after.goal,
        legal_basis: after.legalBasis,
        starts_on: after.startsOn,
        ends_on: after.endsOn,
        service_code: after.serviceCode,
      });
    if (changed === 0) throw new ProblemException(409, 'pilot-closed');
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'pilot-changed',
      subject: `pilots/${before.id}`,
      details: { programme: after.name, changes },
    });
    return { result: undefined, changed: true };
  });
}

/** Closes a programme; nobody needs to act on it any more. */
export async function closeProgramme(
  desk: PilotDesk,
  programme: ProgrammeRecord,
  reason: string,
): Promise<void> {
  const { kabupatenCode, now } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const changed = await transaction('pilot_programmes')
      .where({ kabupaten_code: kabupatenCode, id: programme.id })
      .whereNull('closed_on')
      .update({ closed_on: desk.today, closed_reason: reason });
    if (changed === 0) throw new ProblemException(409, 'pilot-closed');
    for (const { id } of programme.milestones)
      await settleNotices(transaction, kabupatenCode, { kind: MILESTONE, id }, now);
    for (const id of await openObstacles(transaction, kabupatenCode, programme.id))
      await settleNotices(transaction, kabupatenCode, { kind: OBSTACLE, id }, now);
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'pilot-closed',
      subject: `pilots/${programme.id}`,
      details: { programme: programme.name },
      personal: { reason },
    });
    return { result: undefined, changed: true };
  });
}

async function openObstacles(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  programme: string,
): Promise<string[]> {
  const rows = (await transaction('pilot_obstacles')
    .select('id')
    .where({ kabupaten_code: kabupatenCode, programme_id: programme })
    .whereNull('resolved_on')) as { id: string }[];
  return rows.map(({ id }) => id);
}
