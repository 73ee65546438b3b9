import type { Disposition } from '#contract/dispositions';
import { isBlank, lacks } from '#domain/meetings/agenda-order';
import { writeInScope } from '../../platform/database/scoped.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { meetingUnitOf } from './agenda.ts';
import type { MeetingDesk, MeetingSources, NewCommitment } from './meeting-deps.ts';
import { planMeeting, runningMeeting, tellMeeting } from './meetings.repository.ts';
import type { MeetingDecisionRow, MeetingItemRow, MeetingRow } from './meetings.queries.ts';

/** The most words of a matter that a commitment is told by. */
const MOST_ABOUT = 500;

/**
 * Closes a meeting in one transaction: each decision becomes a commitment with owner and day, promises are kept as they
 * stood, what was begun and left empty goes, and the next meeting is planned when a day was named. From here on nothing
 * of it changes: these rows are the minutes.
 *
 * @param asked `promises`: how those of the agenda stand, by id; without the steps that somebody might take on the day
 * @throws ProblemException 404 without such a meeting; 409 when it does not run, or a decision is not complete
 */
export async function endMeeting(
  desk: MeetingDesk,
  id: string,
  asked: { readonly nextOn: string | null; readonly promises: ReadonlyMap<string, Disposition> },
  commit: MeetingSources['commit'],
): Promise<void> {
  const { kabupatenCode, now, today } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const meeting = await runningMeeting(transaction, kabupatenCode, id);
    const of = { kabupaten_code: kabupatenCode, meeting_id: id };
    const items = (await transaction('meeting_items').where(of).orderBy('position')) as MeetingItemRow[];
    const written = (await transaction('meeting_decisions')
      .where(of)
      .orderBy('created_at')) as MeetingDecisionRow[];
    const decisions = written.filter((decision) => !isBlank(decision));
    const unready = decisions.filter((decision) => lacks(told(decision), today).length > 0).length;
    if (unready > 0) throw new ProblemException(409, 'meeting-decisions-unready', { count: unready });
    const blank = written.filter(isBlank).map((decision) => decision.id);
    if (blank.length > 0)
      await transaction('meeting_decisions')
        .where({ kabupaten_code: kabupatenCode })
        .whereIn('id', blank)
        .delete();
    for (const decision of decisions) {
      const item = items.find((each) => each.id === decision.item_id);
      if (item === undefined) continue;
      const given = commitmentOf(meeting, item, decision, kabupatenCode);
      if (given === null) continue;
      const disposition = await commit({ ...desk, database: transaction }, given);
      await transaction('meeting_decisions')
        .where({ kabupaten_code: kabupatenCode, id: decision.id })
        .update({ disposition_id: disposition });
    }
    for (const item of items) {
      const promise = asked.promises.get(item.disposition_id ?? '');
      if (promise === undefined) continue;
      const kept = { ...item.told, promise };
      await transaction('meeting_items')
        .where({ kabupaten_code: kabupatenCode, id: item.id })
        .update({ told: JSON.stringify(kept) });
    }
    await transaction('meetings').where({ kabupaten_code: kabupatenCode, id }).update({
      state: 'closed',
      closed_at: now,
      closed_by: desk.post.title,
      next_on: asked.nextOn,
    });
    if (asked.nextOn !== null)
      await planMeeting(transaction, desk, {
        unitCode: meeting.unit_code,
        title: meeting.title,
        heldOn: asked.nextOn,
      });
    await tellMeeting(transaction, kabupatenCode, id);
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'meeting-closed',
      subject: `meetings/${id}`,
      details: {
        unit: meeting.unit_code,
        heldOn: meeting.held_on,
        items: items.length,
        decisions: decisions.length,
      },
    });
    // Each commitment has raised the data version itself.
    return { result: undefined, changed: false };
  });
}

function told({ what, to_post, due_on }: MeetingDecisionRow) {
  return { what, toPost: to_post, dueOn: due_on };
}

/** A decision as a commitment: about the matter of its item, given by the post that called the meeting. */
function commitmentOf(
  meeting: MeetingRow,
  item: MeetingItemRow,
  decision: MeetingDecisionRow,
  kabupatenCode: string,
): NewCommitment | null {
  const { to_post: post, to_title: title, due_on: dueOn } = decision;
  if (post === null || title === null || dueOn === null) return null;
  return {
    meeting: { id: meeting.id, on: meeting.held_on, unit: meetingUnitOf(meeting.unit_code, kabupatenCode) },
    unitCode: item.unit_code,
    about: {
      key: item.kind === 'exception' ? (item.told.key ?? null) : null,
      sentence: aboutOf(item),
      link: item.told.link ?? null,
    },
    from: { post: meeting.post_id, title: meeting.post_title },
    to: { post, title },
    instruction: decision.what.trim(),
    dueOn,
  };
}

function aboutOf(item: MeetingItemRow): string {
  const sentence = item.told.sentence?.id ?? '';
  const words =
    item.kind === 'point'
      ? item.title
      : item.kind === 'promise'
        ? sentence
        : `${item.told.unitName}: ${sentence}`;
  return words.trim().slice(0, MOST_ABOUT);
}
