import type { Disposition } from '#contract/dispositions';
import type { Language } from '#contract/messages';
import type {
  Meeting,
  MeetingDecision,
  MeetingHead,
  MeetingItem,
  MeetingLine,
} from '#contract/reports/meetings';
import { runsMeeting } from '#domain/meetings/meeting-rights';
import type { UnitTree } from '#domain/unit-tree';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { MeetingReader } from './meeting-deps.ts';
import {
  listMeetingDecisions,
  listMeetingItems,
  type MeetingDecisionRow,
  type MeetingItemRow,
  type MeetingLineRow,
  type MeetingRow,
} from './meetings.queries.ts';
import { readPromises } from './promises.queries.ts';

/** A meeting with its agenda. While it runs a promise is told as it stands now, afterwards as it stood at the close. */
export async function meetingAnswer(
  transaction: ReadTransaction,
  row: MeetingRow,
  units: UnitTree,
  reader: MeetingReader,
): Promise<Meeting> {
  const items = await listMeetingItems(transaction, row.id);
  const decisions = await listMeetingDecisions(transaction, row.id);
  const promises =
    row.state === 'running'
      ? await readPromises(
          transaction,
          items.flatMap(({ disposition_id }) => disposition_id ?? []),
          { today: reader.today, post: reader.post, units },
        )
      : new Map<string, Disposition>();
  return {
    id: row.id,
    state: toldState(row),
    unit: unitOf(row.unit_code, units),
    heldOn: row.held_on,
    chair: row.post_title,
    startedAt: row.started_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    closedBy: row.closed_by,
    nextOn: row.next_on,
    head: headAnswer(row),
    mayRun: reader.mayRun && runsMeeting(reader.scope, row.unit_code),
    items: items.map((item) =>
      itemAnswer(
        item,
        decisions.filter(({ item_id }) => item_id === item.id),
        promises.get(item.disposition_id ?? '') ?? null,
        reader.language,
      ),
    ),
  };
}

export function headAnswer(row: MeetingRow): MeetingHead {
  return {
    title: row.title,
    place: row.place,
    attendees: row.attendees,
    revision: row.revision,
    by: row.saved_by,
  };
}

/** @param live the promise as it stands now; null tells it as it was kept */
export function itemAnswer(
  row: MeetingItemRow,
  decisions: readonly MeetingDecisionRow[],
  live: Disposition | null,
  language: Language,
): MeetingItem {
  const { told } = row;
  return {
    id: row.id,
    kind: row.kind,
    unit: { code: row.unit_code, name: told.unitName },
    title: row.title,
    sentence: told.sentence?.[language] ?? '',
    mark: told.mark ?? null,
    exception: told.exception ?? null,
    owner: told.owner ?? null,
    since: told.since ?? null,
    facts: (told.facts ?? []).map((fact) => fact[language]),
    spark: told.spark ?? null,
    link: told.link ?? null,
    promise: live ?? told.promise ?? null,
    note: row.note,
    outcome: row.outcome,
    revision: row.revision,
    by: row.saved_by,
    decisions: decisions.map(decisionAnswer),
  };
}

export function decisionAnswer(row: MeetingDecisionRow): MeetingDecision {
  return {
    id: row.id,
    item: row.item_id,
    what: row.what,
    to: row.to_post === null ? null : { post: row.to_post, title: row.to_title ?? '' },
    dueOn: row.due_on,
    revision: row.revision,
    by: row.saved_by,
    disposition: row.disposition_id,
  };
}

/** A meeting as a line of a list. */
export function meetingLine(row: MeetingLineRow, units: UnitTree, reader: MeetingReader): MeetingLine {
  return {
    id: row.id,
    state: toldState(row),
    unit: unitOf(row.unit_code, units),
    title: row.title,
    heldOn: row.held_on,
    chair: row.post_title,
    closedAt: row.closed_at?.toISOString() ?? null,
    decisions: row.decisions,
    done: row.done,
    late: row.late,
    mayRun: reader.mayRun && runsMeeting(reader.scope, row.unit_code),
  };
}

/** Cancelled ones are told to nobody: no query answers them. */
function toldState({ state }: MeetingRow): Meeting['state'] {
  return state === 'cancelled' ? 'closed' : state;
}

function unitOf(code: string, units: UnitTree): Meeting['unit'] {
  return { code, name: units.find(code)?.name ?? code };
}
