import type { Knex } from 'knex';
import { newRecordId } from '../../platform/database/record-id.ts';
import { announce, writeInScope } from '../../platform/database/scoped.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import type { Agenda } from './agenda.ts';
import type { MeetingDesk } from './meeting-deps.ts';
import type { MeetingRow } from './meetings.queries.ts';

/** Everyone who looks at a meeting is told that it moved, and nothing else. */
export function tellMeeting(transaction: Knex.Transaction, kabupatenCode: string, id: string): Promise<void> {
  return announce(transaction, kabupatenCode, 'meeting-changed', { id });
}

/** Two years of fortnightly meetings; the list shows no more. */
export const MOST_PLANNED = 50;

/**
 * Plans a meeting of a unit; it begins when it is started.
 * @returns its id
 * @throws ProblemException 409 when too many of the unit are planned already
 */
export async function insertMeeting(
  desk: MeetingDesk,
  meeting: { readonly unitCode: string; readonly title: string; readonly heldOn: string },
): Promise<string> {
  const { kabupatenCode } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const planned: unknown[] = await transaction('meetings')
      .where({ kabupaten_code: kabupatenCode, unit_code: meeting.unitCode, state: 'planned' })
      .select('id')
      .limit(MOST_PLANNED);
    if (planned.length >= MOST_PLANNED)
      throw new ProblemException(409, 'meetings-planned-full', { most: MOST_PLANNED });
    return { result: await planMeeting(transaction, desk, meeting), changed: false };
  });
}

/** The same within a transaction. */
export async function planMeeting(
  transaction: Knex.Transaction,
  desk: MeetingDesk,
  meeting: { readonly unitCode: string; readonly title: string; readonly heldOn: string },
): Promise<string> {
  const { kabupatenCode, post } = desk;
  const id = newRecordId();
  await transaction.raw(
    `insert into meetings (kabupaten_code, id, unit_code, title, held_on, state, post_id, post_title, saved_by,
                           created_at, demo)
     select k.code, :id, :unitCode, :title, :heldOn, 'planned', :postId, :postTitle, :postTitle, :now, k.demo
       from kabupaten k where k.code = :kabupatenCode`,
    { ...meeting, id, kabupatenCode, postId: post.id, postTitle: post.title, now: desk.now },
  );
  await desk.audit.record(transaction, kabupatenCode, desk.actor, {
    action: 'meeting-planned',
    subject: `meetings/${id}`,
    details: { unit: meeting.unitCode, heldOn: meeting.heldOn, meeting: meeting.title },
  });
  return id;
}

/**
 * Begins a planned meeting with its agenda; who begins it is who follows up what is decided.
 * @throws ProblemException 409 when it has begun, or when another meeting of the unit runs
 */
export async function beginMeeting(desk: MeetingDesk, id: string, agenda: Agenda): Promise<void> {
  const { kabupatenCode, post, now } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const row = await standingMeeting(transaction, kabupatenCode, id);
    if (row.state !== 'planned') throw new ProblemException(409, 'meeting-begun');
    const other: unknown = await transaction('meetings')
      .where({ kabupaten_code: kabupatenCode, unit_code: row.unit_code, state: 'running' })
      .first('id');
    if (other !== undefined) throw new ProblemException(409, 'meeting-running');
    await transaction('meetings').where({ kabupaten_code: kabupatenCode, id }).update({
      state: 'running',
      started_at: now,
      held_on: desk.today,
      post_id: post.id,
      post_title: post.title,
      data_version: agenda.dataVersion,
      definitions_version: agenda.definitionsVersion,
    });
    if (agenda.items.length > 0)
      await transaction('meeting_items').insert(
        agenda.items.map((item, index) => ({
          kabupaten_code: kabupatenCode,
          id: newRecordId(),
          meeting_id: id,
          position: index + 1,
          kind: item.kind,
          unit_code: item.unit_code,
          title: item.title,
          told: JSON.stringify(item.told),
          disposition_id: item.disposition_id,
        })),
      );
    await tellMeeting(transaction, kabupatenCode, id);
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'meeting-begun',
      subject: `meetings/${id}`,
      details: { unit: row.unit_code, items: agenda.items.length, meeting: row.title },
    });
    return { result: undefined, changed: false };
  });
}

/**
 * Calls a meeting off: its place in the list goes, what was written stays in the database.
 * @throws ProblemException 409 once something was decided, and after the close
 */
export async function callOffMeeting(desk: MeetingDesk, id: string): Promise<void> {
  const { kabupatenCode } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const row = await standingMeeting(transaction, kabupatenCode, id);
    if (row.state === 'closed') throw new ProblemException(409, 'meeting-closed');
    const decided: unknown = await transaction('meeting_decisions')
      .where({ kabupaten_code: kabupatenCode, meeting_id: id })
      .whereRaw(`btrim(what) <> ''`)
      .first('id');
    if (decided !== undefined) throw new ProblemException(409, 'meeting-has-decisions');
    await transaction('meetings').where({ kabupaten_code: kabupatenCode, id }).update({ state: 'cancelled' });
    await tellMeeting(transaction, kabupatenCode, id);
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'meeting-cancelled',
      subject: `meetings/${id}`,
      details: { unit: row.unit_code, heldOn: row.held_on, meeting: row.title },
    });
    return { result: undefined, changed: false };
  });
}

/** A meeting as it stands. @throws ProblemException 404 without one */
async function standingMeeting(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
): Promise<MeetingRow> {
  const row = (await transaction('meetings')
    .where({ kabupaten_code: kabupatenCode, id })
    .whereNot({ state: 'cancelled' })
    .first()) as MeetingRow | undefined;
  if (row === undefined) throw new ProblemException(404, 'meeting-not-found');
  return row;
}

/** A meeting that runs. @throws ProblemException 404 without one, 409 before it begins and after the close */
export async function runningMeeting(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
): Promise<MeetingRow> {
  const row = await standingMeeting(transaction, kabupatenCode, id);
  if (row.state === 'closed') throw new ProblemException(409, 'meeting-closed');
  if (row.state !== 'running') throw new ProblemException(409, 'meeting-not-begun');
  return row;
}
