import type { MeetingItem } from '#contract/reports/meetings';
import type { AttentionItem } from '#contract/attention';
import type { Disposition } from '#contract/dispositions';
import type { ListPlace } from '../../platform/http/list-cursor.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';

export type MeetingState = 'planned' | 'running' | 'closed' | 'cancelled';

/** Words in both languages. */
export interface Told {
  readonly id: string;
  readonly en: string;
}

/** What an item of an agenda tells, as it was when the meeting began. */
export interface ToldItem {
  readonly unitName: string;
  readonly sentence?: Told;
  readonly mark?: AttentionItem['mark'];
  readonly exception?: AttentionItem['kind'];
  readonly key?: string;
  readonly owner?: string | null;
  readonly since?: string | null;
  readonly facts?: readonly Told[];
  readonly spark?: AttentionItem['spark'];
  readonly link?: string | null;
  /** Of a promise: how it stood when the meeting was closed. */
  readonly promise?: Disposition;
}

export interface MeetingRow {
  readonly id: string;
  readonly unit_code: string;
  readonly title: string;
  readonly place: string;
  readonly held_on: string;
  readonly state: MeetingState;
  readonly post_id: string;
  readonly post_title: string;
  readonly attendees: string[];
  readonly revision: number;
  readonly saved_by: string;
  readonly started_at: Date | null;
  readonly closed_at: Date | null;
  readonly closed_by: string | null;
  readonly data_version: number | null;
  readonly definitions_version: string | null;
  readonly next_on: string | null;
  readonly demo: boolean;
}

export interface MeetingItemRow {
  readonly id: string;
  readonly meeting_id: string;
  readonly position: number;
  readonly kind: MeetingItem['kind'];
  readonly unit_code: string;
  readonly title: string;
  readonly told: ToldItem;
  readonly disposition_id: string | null;
  readonly note: string;
  readonly outcome: MeetingItem['outcome'];
  readonly revision: number;
  readonly saved_by: string;
}

export interface MeetingDecisionRow {
  readonly id: string;
  readonly meeting_id: string;
  readonly item_id: string;
  readonly what: string;
  readonly to_post: string | null;
  readonly to_title: string | null;
  readonly due_on: string | null;
  readonly revision: number;
  readonly saved_by: string;
  readonly disposition_id: string | null;
}

/** A meeting in a list, with how its decisions stand today. */
export interface MeetingLineRow extends MeetingRow {
  readonly decisions: number;
  readonly done: number;
  readonly late: number;
}

/** $1 is the kabupaten, $2 today. */
const LINES = `select m.id, m.unit_code, m.title, m.place, m.held_on, m.state, m.post_id, m.post_title, m.attendees,
         m.revision, m.saved_by, m.started_at, m.closed_at, m.closed_by, m.data_version, m.definitions_version,
         m.next_on, m.demo, given.decisions, given.done, given.late
    from meetings m
    cross join lateral (
      select count(*)::int as decisions, (count(*) filter (where d.closed_at is not null))::int as done,
             (count(*) filter (where d.closed_at is null and d.reported_at is null and d.due_on < $2::date))::int as late
        from dispositions d where d.kabupaten_code = $1 and d.kabupaten_code = m.kabupaten_code and d.meeting_id = m.id
    ) given
   where m.kabupaten_code = $1 and m.unit_code = any($3::text[])`;

/** Running and planned meetings of units, the running first, then the nearest. */
export function listCurrentMeetings(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  today: string,
): Promise<MeetingLineRow[]> {
  return transaction.rows<MeetingLineRow & Record<string, unknown>>(
    'meetings-current',
    `${LINES} and m.state in ('running', 'planned')
      order by m.state desc, m.held_on, m.id limit 100`,
    [transaction.kabupatenCode, today, [...unitCodes]],
  );
}

/** A page of closed meetings, the last first. */
export function listClosedMeetings(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  today: string,
  limit: number,
  after: ListPlace | null,
): Promise<MeetingLineRow[]> {
  return transaction.rows<MeetingLineRow & Record<string, unknown>>(
    'meetings-closed',
    `${LINES} and m.state = 'closed'
        and ($4::date is null or (m.held_on, m.id) < ($4::date, $5::uuid))
      order by m.held_on desc, m.id desc limit $6`,
    [transaction.kabupatenCode, today, [...unitCodes], after?.at ?? null, after?.id ?? null, limit],
  );
}

/** Number of closed meetings. */
export async function countClosedMeetings(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
): Promise<number> {
  const rows = await transaction.rows<{ count: number }>(
    'meetings-closed-count',
    `select count(*)::int as count from meetings m
      where m.kabupaten_code = $1 and m.unit_code = any($2::text[]) and m.state = 'closed'`,
    [transaction.kabupatenCode, [...unitCodes]],
  );
  return rows[0]?.count ?? 0;
}

/** A meeting that was not cancelled; null when there is none. */
export async function findMeetingRow(transaction: ReadTransaction, id: string): Promise<MeetingRow | null> {
  const rows = await transaction.rows<MeetingRow & Record<string, unknown>>(
    'meeting',
    `select m.id, m.unit_code, m.title, m.place, m.held_on, m.state, m.post_id, m.post_title, m.attendees, m.revision,
            m.saved_by, m.started_at, m.closed_at, m.closed_by, m.data_version, m.definitions_version, m.next_on, m.demo
       from meetings m
      where m.kabupaten_code = $1 and m.id = $2::uuid and m.state <> 'cancelled'`,
    [transaction.kabupatenCode, id],
  );
  return rows[0] ?? null;
}

/** The agenda of a meeting, in its order. */
export function listMeetingItems(transaction: ReadTransaction, meeting: string): Promise<MeetingItemRow[]> {
  return transaction.rows<MeetingItemRow & Record<string, unknown>>(
    'meeting-items',
    `select i.id, i.meeting_id, i.position, i.kind, i.unit_code, i.title, i.told, i.disposition_id, i.note, i.outcome,
            i.revision, i.saved_by
       from meeting_items i
      where i.kabupaten_code = $1 and i.meeting_id = $2::uuid
      order by i.position, i.id`,
    [transaction.kabupatenCode, meeting],
  );
}

/** What was decided at a meeting, in the order it was written down. */
export function listMeetingDecisions(
  transaction: ReadTransaction,
  meeting: string,
): Promise<MeetingDecisionRow[]> {
  return transaction.rows<MeetingDecisionRow & Record<string, unknown>>(
    'meeting-decisions',
    `select d.id, d.meeting_id, d.item_id, d.what, d.to_post, d.to_title, d.due_on, d.revision, d.saved_by,
            d.disposition_id
       from meeting_decisions d
      where d.kabupaten_code = $1 and d.meeting_id = $2::uuid
      order by d.created_at, d.id`,
    [transaction.kabupatenCode, meeting],
  );
}

/** Points that the last closed meeting of a unit left undecided: they come back. */
export function listUndecidedPoints(
  transaction: ReadTransaction,
  unit: string,
): Promise<(Pick<MeetingItemRow, 'title' | 'note'> & { held_on: string })[]> {
  return transaction.rows<{ title: string; note: string; held_on: string }>(
    'meeting-undecided-points',
    `select i.title, i.note, m.held_on
       from meetings m
       join meeting_items i on i.kabupaten_code = m.kabupaten_code and i.meeting_id = m.id
      where m.kabupaten_code = $1 and i.kabupaten_code = $1 and i.kind = 'point' and i.outcome = 'undecided'
        and m.id = (select l.id from meetings l
                     where l.kabupaten_code = $1 and l.unit_code = $2 and l.state = 'closed'
                     order by l.held_on desc, l.closed_at desc limit 1)
        and not exists (select from meeting_decisions d
                         where d.kabupaten_code = $1 and d.item_id = i.id)
      order by i.position`,
    [transaction.kabupatenCode, unit],
  );
}
