import type { Knex } from 'knex';
import { writeInScope } from '../../platform/database/scoped.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import type { MeetingDesk } from './meeting-deps.ts';
import { runningMeeting, tellMeeting } from './meetings.repository.ts';
import type { MeetingDecisionRow, MeetingItemRow, MeetingRow } from './meetings.queries.ts';

/** What became of a saving: the row as it stands now, written or not. */
export interface Saved<Row> {
  /** False when somebody else had written since it was read. */
  readonly saved: boolean;
  readonly row: Row;
}

/** A meeting of a day decides less; minutes of thousands of rows would be no minutes, and no paper holds them. */
export const MOST_POINTS = 100;
export const MOST_DECISIONS = 200;

type HeadValues = Pick<MeetingRow, 'title' | 'place' | 'attendees'>;
type ItemValues = Pick<MeetingItemRow, 'title' | 'note' | 'outcome'>;
export type DecisionValues = Pick<MeetingDecisionRow, 'what' | 'to_post' | 'to_title' | 'due_on'>;

/** Title, place and attendees. @throws ProblemException 404 without such a meeting, 409 when it does not run */
export function saveHead(
  desk: MeetingDesk,
  id: string,
  revision: number,
  values: HeadValues,
): Promise<Saved<MeetingRow>> {
  return writing(desk, id, async (transaction, meeting) => {
    if (isSame(meeting, values, ['title', 'place', 'attendees'])) return { saved: true, row: meeting };
    if (meeting.revision !== revision) return { saved: false, row: meeting };
    const change = { ...values, revision: revision + 1, saved_by: desk.post.title };
    await transaction('meetings').where({ kabupaten_code: desk.kabupatenCode, id }).update(change);
    await record(transaction, desk, meeting, meeting.saved_by, 'head');
    return { saved: true, row: { ...meeting, ...change } };
  });
}

/**
 * The note of an item and what was said of it; with revision 0 a point is added under the id that its writer gave it, so
 * that a saving that is sent twice adds one. The matter of a promise or an exception is never changed.
 * @throws ProblemException 404 without such an item, 409 when the meeting does not run
 */
export function saveItem(
  desk: MeetingDesk,
  at: { readonly meeting: string; readonly item: string },
  revision: number,
  values: ItemValues,
  unitName: (code: string) => string,
): Promise<Saved<MeetingItemRow>> {
  const { kabupatenCode, post } = desk;
  return writing(desk, at.meeting, async (transaction, meeting) => {
    const row = await findItem(transaction, kabupatenCode, at.item);
    if (row === undefined) {
      if (revision !== 0) throw new ProblemException(404, 'meeting-item-not-found');
      const points = transaction('meeting_items').where({ kind: 'point' });
      await requireRoom(points, kabupatenCode, at.meeting, MOST_POINTS);
      const last = (await transaction('meeting_items')
        .where({ kabupaten_code: kabupatenCode, meeting_id: at.meeting })
        .max('position as last')
        .first()) as { last: number | null } | undefined;
      const added = {
        id: at.item,
        meeting_id: at.meeting,
        position: (last?.last ?? 0) + 1,
        kind: 'point' as const,
        unit_code: meeting.unit_code,
        told: { unitName: unitName(meeting.unit_code) },
        disposition_id: null,
        revision: 1,
        saved_by: post.title,
        ...values,
      };
      await transaction('meeting_items').insert({
        ...added,
        told: JSON.stringify(added.told),
        kabupaten_code: kabupatenCode,
      });
      await record(transaction, desk, meeting, null, 'point');
      return { saved: true, row: added };
    }
    if (row.meeting_id !== at.meeting) throw new ProblemException(404, 'meeting-item-not-found');
    const wanted = row.kind === 'point' ? values : { ...values, title: row.title };
    if (isSame(row, wanted, ['title', 'note', 'outcome'])) return { saved: true, row };
    if (row.revision !== revision) return { saved: false, row };
    const change = { ...wanted, revision: revision + 1, saved_by: post.title };
    await transaction('meeting_items').where({ kabupaten_code: kabupatenCode, id: at.item }).update(change);
    await record(transaction, desk, meeting, row.saved_by, 'item');
    return { saved: true, row: { ...row, ...change } };
  });
}

/** Takes a point of one's own off the agenda. @throws ProblemException 409 when it was written on, or something was decided */
export function removePoint(
  desk: MeetingDesk,
  at: { readonly meeting: string; readonly item: string },
  revision: number,
): Promise<void> {
  const { kabupatenCode } = desk;
  return writing(desk, at.meeting, async (transaction, meeting) => {
    const row = await findItem(transaction, kabupatenCode, at.item);
    if (row === undefined || row.meeting_id !== at.meeting || row.kind !== 'point')
      throw new ProblemException(404, 'meeting-item-not-found');
    if (row.revision !== revision) throw new ProblemException(409, 'meeting-written-on');
    const decided: unknown = await transaction('meeting_decisions')
      .where({ kabupaten_code: kabupatenCode, item_id: at.item })
      .whereRaw(`btrim(what) <> ''`)
      .first('id');
    if (decided !== undefined) throw new ProblemException(409, 'meeting-has-decisions');
    await transaction('meeting_items').where({ kabupaten_code: kabupatenCode, id: at.item }).delete();
    await record(transaction, desk, meeting, null, 'point-removed');
  });
}

/**
 * A decision as it is being written; with revision 0 it is added under the id that its writer gave it.
 * @throws ProblemException 404 without such an item, 409 when the meeting does not run
 */
export function saveDecision(
  desk: MeetingDesk,
  at: { readonly meeting: string; readonly item: string; readonly decision: string },
  revision: number,
  values: DecisionValues,
): Promise<Saved<MeetingDecisionRow>> {
  const { kabupatenCode, post, now } = desk;
  return writing(desk, at.meeting, async (transaction, meeting) => {
    const row = await findDecision(transaction, kabupatenCode, at.decision);
    if (row === undefined) {
      if (revision !== 0) throw new ProblemException(404, 'meeting-decision-not-found');
      const item = await findItem(transaction, kabupatenCode, at.item);
      if (item?.meeting_id !== at.meeting) throw new ProblemException(404, 'meeting-item-not-found');
      await requireRoom(transaction('meeting_decisions'), kabupatenCode, at.meeting, MOST_DECISIONS);
      const added = {
        id: at.decision,
        meeting_id: at.meeting,
        item_id: at.item,
        revision: 1,
        saved_by: post.title,
        disposition_id: null,
        ...values,
      };
      await transaction('meeting_decisions').insert({
        ...added,
        kabupaten_code: kabupatenCode,
        created_at: now,
      });
      await record(transaction, desk, meeting, null, 'decision');
      return { saved: true, row: added };
    }
    // Whom it can be given to was looked up for the item that was named: it must be the decision's own.
    if (row.meeting_id !== at.meeting || row.item_id !== at.item)
      throw new ProblemException(404, 'meeting-decision-not-found');
    if (isSame(row, values, ['what', 'to_post', 'due_on'])) return { saved: true, row };
    if (row.revision !== revision) return { saved: false, row };
    const change = { ...values, revision: revision + 1, saved_by: post.title };
    await transaction('meeting_decisions')
      .where({ kabupaten_code: kabupatenCode, id: at.decision })
      .update(change);
    await record(transaction, desk, meeting, row.saved_by, 'decision');
    return { saved: true, row: { ...row, ...change } };
  });
}

/** Takes a decision back before the close. @throws ProblemException 409 when somebody else wrote on it */
export function removeDecision(
  desk: MeetingDesk,
  at: { readonly meeting: string; readonly decision: string },
  revision: number,
): Promise<void> {
  const { kabupatenCode } = desk;
  return writing(desk, at.meeting, async (transaction, meeting) => {
    const row = await findDecision(transaction, kabupatenCode, at.decision);
    if (row?.meeting_id !== at.meeting) throw new ProblemException(404, 'meeting-decision-not-found');
    if (row.revision !== revision) throw new ProblemException(409, 'meeting-written-on');
    await transaction('meeting_decisions').where({ kabupaten_code: kabupatenCode, id: at.decision }).delete();
    await record(transaction, desk, meeting, null, 'decision-removed');
  });
}

/** @throws ProblemException 409 when a meeting has as many rows as it may have */
async function requireRoom(
  rows: Knex.QueryBuilder,
  kabupatenCode: string,
  meeting: string,
  most: number,
): Promise<void> {
  const present = (await rows
    .where({ kabupaten_code: kabupatenCode, meeting_id: meeting })
    .select('id')
    .limit(most)) as unknown[];
  if (present.length >= most) throw new ProblemException(409, 'meeting-full', { most });
}

/** Runs `work` on a meeting that runs; what is written at it changes no figure. */
function writing<T>(
  desk: MeetingDesk,
  meeting: string,
  work: (transaction: Knex.Transaction, meeting: MeetingRow) => Promise<T>,
): Promise<T> {
  const { kabupatenCode } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const row = await runningMeeting(transaction, kabupatenCode, meeting);
    const result = await work(transaction, row);
    await tellMeeting(transaction, kabupatenCode, meeting);
    return { result, changed: false };
  });
}

/**
 * The trail tells that something was written; not of every pause of the same writer, and not the words, which stand in
 * the minutes and in the commitments they become.
 */
async function record(
  transaction: Knex.Transaction,
  desk: MeetingDesk,
  meeting: MeetingRow,
  before: string | null,
  part: string,
): Promise<void> {
  if (before === desk.post.title) return;
  await desk.audit.record(transaction, desk.kabupatenCode, desk.actor, {
    action: 'meeting-written',
    subject: `meetings/${meeting.id}`,
    details: { unit: meeting.unit_code, heldOn: meeting.held_on, part },
  });
}

function findItem(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
): Promise<MeetingItemRow | undefined> {
  return transaction('meeting_items')
    .where({ kabupaten_code: kabupatenCode, id })
    .first<MeetingItemRow | undefined>();
}

function findDecision(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
): Promise<MeetingDecisionRow | undefined> {
  return transaction('meeting_decisions')
    .where({ kabupaten_code: kabupatenCode, id })
    .first<MeetingDecisionRow | undefined>();
}

/** True when a saving says what stands there already: it was sent twice, or nothing was changed. */
function isSame<Values extends object>(
  row: Values,
  values: Partial<Values>,
  fields: readonly (keyof Values)[],
): boolean {
  return fields.every((field) => JSON.stringify(row[field]) === JSON.stringify(values[field]));
}
