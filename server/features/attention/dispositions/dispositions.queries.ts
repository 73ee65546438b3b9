import type { DispositionKind, DispositionState } from '#domain/attention/disposition-life';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** A disposisi as it is stored, and how it stands today. */
export interface DispositionRecord {
  readonly id: string;
  readonly kind: DispositionKind;
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
  /** Evaluation meetings since that one; null for what is no commitment. */
  readonly meetings_since: number | null;
  readonly state: DispositionState;
}

/**
 * A reminder to report is answered by what it asks for: a record of the unit (or of one below it) from the day on since
 * which it was silent, or a *nihil* for that month or a later one. The day stands at the end of the exception's key.
 */
const ANSWERED = `(case
  when d.kind <> 'reminder' or d.closed_at is not null or split_part(d.about_key, '|', 2) <> 'not-reporting' then false
  else exists (
    select 1
      from (select d.unit_code as code
             union select ltrim(s.base_key, '=') from unit_spans s
                    where s.kabupaten_code = d.kabupaten_code and s.span_key = d.unit_code) part
     where exists (select 1 from service_cases c where c.kabupaten_code = d.kabupaten_code and c.unit_code = part.code
                      and c.received_on >= split_part(d.about_key, '|', 5)::date)
        or exists (select 1 from complaints c where c.kabupaten_code = d.kabupaten_code and c.unit_code = part.code
                      and c.received_on >= split_part(d.about_key, '|', 5)::date)
        or exists (select 1 from survey_responses r where r.kabupaten_code = d.kabupaten_code and r.unit_code = part.code
                      and r.responded_on >= split_part(d.about_key, '|', 5)::date)
        or exists (select 1 from nil_reports n where n.kabupaten_code = d.kabupaten_code and n.unit_code = part.code
                      and n.month >= date_trunc('month', split_part(d.about_key, '|', 5)::date)::date))
  end)`;

/** $1 is the kabupaten, $2 today. */
const STANDING = `select d.id, d.kind, d.unit_code, d.about_key, d.about_sentence, d.about_link, d.from_post, d.from_title,
         d.to_post, d.to_title, d.instruction, d.due_on, d.created_at, d.reported_at, d.report, d.closed_at,
         d.sent_back_reason, d.meeting_on, d.meeting_unit,
         case when d.meeting_on is not null then
           (select count(distinct m.meeting_on)::int from dispositions m
             where m.kabupaten_code = d.kabupaten_code and m.meeting_on > d.meeting_on and m.meeting_on <= $2::date
               and m.meeting_unit is not distinct from d.meeting_unit)
         end as meetings_since,
         case when d.closed_at is not null or ${ANSWERED} then 'closed'
              when d.reported_at is not null then 'reported'
              when d.due_on < $2::date then 'late'
              else 'open' end as state
    from dispositions d
   where d.kabupaten_code = $1`;

export interface DispositionFilter {
  /** The post that gave or received them; null: any. */
  readonly post: string | null;
  readonly box: 'received' | 'given' | null;
  readonly state: DispositionState | null;
  readonly unitCodes: readonly string[] | null;
  readonly kind: DispositionKind | null;
  /** Day of an evaluation meeting. */
  readonly meetingOn: string | null;
  readonly today: string;
}

const FILTERED = `($3::uuid is null or ($4::text is distinct from 'given' and s.to_post = $3::uuid) or ($4::text is distinct from 'received' and s.from_post = $3::uuid))
  and ($5::text is null or s.state = $5) and ($6::text[] is null or s.unit_code = any($6))
  and ($3::uuid is not null or s.meeting_unit is null)
  and ($7::text is null or s.kind = $7) and ($8::date is null or s.meeting_on = $8::date)`;

const BOX = `and ($3::uuid is null or d.to_post = $3::uuid or d.from_post = $3::uuid)`;

/** Commitments that still run come before those that are closed; all else stands in the order of time. */
const CLOSED = `($7::text is not distinct from 'commitment' and s.closed_at is not null)`;

/**
 * A page of the post's dispositions, newest first: ids are in the order of time. `after` is the last one of the page before.
 */
export async function listDispositionRecords(
  transaction: ReadTransaction,
  filter: DispositionFilter,
  limit: number,
  after: string | null,
): Promise<DispositionRecord[]> {
  return transaction.rows<DispositionRecord & Record<string, unknown>>(
    'dispositions-of-post',
    `select s.* from (${STANDING} ${BOX}) s
       left join lateral (
         select $7::text is not distinct from 'commitment' and a.closed_at is not null as closed from dispositions a
          where a.kabupaten_code = $1 and a.id = $9::uuid
       ) last on true
      where ${FILTERED}
        and ($9::uuid is null or (${CLOSED} and not last.closed) or (${CLOSED} = last.closed and s.id < $9::uuid))
      order by ${CLOSED}, s.id desc limit $10`,
    [...valuesOf(transaction, filter), after, limit],
  );
}

/** Number of the post's dispositions. */
export async function countDispositionRecords(
  transaction: ReadTransaction,
  filter: DispositionFilter,
): Promise<number> {
  const rows = await transaction.rows<{ count: number }>(
    'dispositions-of-post-count',
    `select count(*) as count from (${STANDING} ${BOX}) s where ${FILTERED}`,
    valuesOf(transaction, filter),
  );
  return rows[0]?.count ?? 0;
}

/** One disposisi that the post gave or received; null for all others. */
export async function findDispositionRecord(
  transaction: ReadTransaction,
  id: string,
  post: string,
  today: string,
): Promise<DispositionRecord | null> {
  const rows = await transaction.rows<DispositionRecord & Record<string, unknown>>(
    'disposition',
    `select s.* from (${STANDING} ${BOX} and d.id = $4::uuid) s`,
    [transaction.kabupatenCode, today, post, id],
  );
  return rows[0] ?? null;
}

/** Everything of the post that still runs, and what was closed within the last 90 days. */
export async function readRecentDispositions(
  transaction: ReadTransaction,
  post: string,
  today: string,
): Promise<DispositionRecord[]> {
  return transaction.rows<DispositionRecord & Record<string, unknown>>(
    'dispositions-recent',
    `select s.* from (${STANDING} ${BOX}) s
      where s.state <> 'closed' or s.created_at >= $2::date - 90
      order by s.due_on nulls last, s.id`,
    [transaction.kabupatenCode, today, post],
  );
}

/** How the commitments of one meeting stand. */
export interface MeetingCounts {
  readonly on: string;
  readonly done: number;
  readonly late: number;
  readonly running: number;
  /** Of meetings before it, and not closed. */
  readonly earlier: number;
}

/** Meetings of the kabupaten, and of the units whose own meetings are counted. */
const COUNTED = (alias: string): string =>
  `(${alias}.meeting_unit is null or ${alias}.meeting_unit = any($4::text[]))`;

/**
 * The last meeting up to today with commitments about the units; null when there was none.
 * @param meetingUnits units whose own meetings count beside those of the kabupaten: the selected one and those above it
 */
export async function readLastMeeting(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  today: string,
  meetingUnits: readonly string[],
): Promise<MeetingCounts | null> {
  const rows = await transaction.rows<MeetingCounts & Record<string, unknown>>(
    'last-meeting',
    `select d.meeting_on as on, (count(*) filter (where d.closed_at is not null))::int as done,
            (count(*) filter (where d.closed_at is null and d.reported_at is null and d.due_on < $3::date))::int as late,
            (count(*) filter (where d.closed_at is null
                                and (d.reported_at is not null or d.due_on is null or d.due_on >= $3::date)))::int as running,
            (select count(*)::int from dispositions e
              where e.kabupaten_code = $1 and e.unit_code = any($2::text[]) and e.meeting_on < d.meeting_on
                and ${COUNTED('e')} and e.closed_at is null) as earlier
       from dispositions d
      where d.kabupaten_code = $1 and d.unit_code = any($2::text[]) and ${COUNTED('d')}
        and d.meeting_on = (select max(m.meeting_on) from dispositions m
                             where m.kabupaten_code = $1 and m.unit_code = any($2::text[]) and m.meeting_on <= $3::date
                                and ${COUNTED('m')})
      group by d.meeting_on`,
    [transaction.kabupatenCode, [...unitCodes], today, [...meetingUnits]],
  );
  return rows[0] ?? null;
}

/** Dispositions and reminders about exceptions that still run, the newest first. */
export async function readOpenByKey(
  transaction: ReadTransaction,
  keys: readonly string[],
  today: string,
): Promise<DispositionRecord[]> {
  return transaction.rows<DispositionRecord & Record<string, unknown>>(
    'dispositions-by-key',
    `select s.* from (${STANDING} and d.closed_at is null and d.about_key = any($3::text[])) s
      where s.state <> 'closed' order by s.id desc`,
    [transaction.kabupatenCode, today, [...keys]],
  );
}

function valuesOf(transaction: ReadTransaction, filter: DispositionFilter): unknown[] {
  return [
    transaction.kabupatenCode,
    filter.today,
    filter.post,
    filter.box,
    filter.state,
    filter.unitCodes === null ? null : [...filter.unitCodes],
    filter.kind,
    filter.meetingOn,
  ];
}
