import type { Disposition } from '#contract/dispositions';
import { dispositionActions, dispositionState } from '#domain/attention/disposition-life';
import type { UnitTree } from '#domain/unit-tree';
import type { ReadTransaction } from '../../platform/database/scoped.ts';

interface PromiseRow {
  readonly id: string;
  readonly unit_code: string;
  readonly about_key: string | null;
  readonly about_sentence: string;
  readonly about_link: string | null;
  readonly from_post: string;
  readonly from_title: string;
  readonly to_post: string;
  readonly to_title: string;
  readonly instruction: string;
  readonly due_on: string | null;
  readonly created_at: Date;
  readonly reported_at: Date | null;
  readonly report: string | null;
  readonly closed_at: Date | null;
  readonly sent_back_reason: string | null;
  readonly meeting_on: string | null;
  readonly meetings_since: number;
}

/** $1 is the kabupaten, $2 today. */
const COMMITMENTS = `select d.id, d.unit_code, d.about_key, d.about_sentence, d.about_link, d.from_post, d.from_title, d.to_post,
         d.to_title, d.instruction, d.due_on, d.created_at, d.reported_at, d.report, d.closed_at, d.sent_back_reason,
         d.meeting_on,
         (select count(distinct m.meeting_on)::int from dispositions m
           where m.kabupaten_code = $1 and m.meeting_on > d.meeting_on and m.meeting_on <= $2::date
             and m.meeting_unit is not distinct from d.meeting_unit) as meetings_since
    from dispositions d
   where d.kabupaten_code = $1 and d.kind = 'commitment'`;

/** For whom a promise is told: whose steps stand beside it. */
export interface PromiseReader {
  readonly today: string;
  readonly post: string | null;
  readonly units: UnitTree;
}

/**
 * Commitments that are not closed: those of the unit's own meetings, and those that other meetings gave to a post. A post
 * is given only what is about its unit, one above it or one below it: nothing of a neighbour comes along.
 *
 * @param meetingUnit null for the meetings of the whole kabupaten
 */
export async function readOpenPromises(
  transaction: ReadTransaction,
  asked: { readonly meetingUnit: string | null; readonly post: string },
  reader: PromiseReader,
): Promise<Disposition[]> {
  const rows = await transaction.rows<PromiseRow & Record<string, unknown>>(
    'meeting-promises-open',
    `${COMMITMENTS} and d.closed_at is null
        and (d.meeting_unit is not distinct from $3 or d.to_post = $4::uuid)
      order by d.id`,
    [transaction.kabupatenCode, reader.today, asked.meetingUnit, asked.post],
  );
  return rows.map((row) => promiseOf(row, reader));
}

/** The commitments with these ids, as they stand today. */
export async function readPromises(
  transaction: ReadTransaction,
  ids: readonly string[],
  reader: PromiseReader,
): Promise<ReadonlyMap<string, Disposition>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction.rows<PromiseRow & Record<string, unknown>>(
    'meeting-promises',
    `${COMMITMENTS} and d.id = any($3::uuid[])`,
    [transaction.kabupatenCode, reader.today, [...ids]],
  );
  return new Map(rows.map((row) => [row.id, promiseOf(row, reader)]));
}

function promiseOf(row: PromiseRow, { today, post, units }: PromiseReader): Disposition {
  const life = {
    kind: 'commitment' as const,
    fromPost: row.from_post,
    toPost: row.to_post,
    dueOn: row.due_on,
    reported: row.reported_at !== null,
    closed: row.closed_at !== null,
  };
  return {
    id: row.id,
    kind: 'commitment',
    state: dispositionState(life, today),
    unit: { code: row.unit_code, name: units.find(row.unit_code)?.name ?? row.unit_code },
    about: { key: row.about_key, sentence: row.about_sentence, link: row.about_link },
    from: { post: row.from_post, title: row.from_title },
    to: { post: row.to_post, title: row.to_title },
    instruction: row.instruction,
    dueOn: row.due_on,
    at: row.created_at.toISOString(),
    report: row.report,
    reportedAt: row.reported_at?.toISOString() ?? null,
    sentBackReason: row.sent_back_reason,
    closedAt: row.closed_at?.toISOString() ?? null,
    meetingOn: row.meeting_on,
    meetingsSince: row.meetings_since,
    actions: dispositionActions(life, post, today),
  };
}
