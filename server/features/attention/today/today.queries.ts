import { OVERSIGHT_CLASS } from '#domain/complaints/visibility';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** A case of a list of today. */
export interface DueCase {
  readonly id: string;
  readonly number: string;
  readonly service_code: string;
  readonly unit_code: string;
  readonly due_at: Date;
}

/** A list that shows its first lines, and how long it is. */
export interface CaseList {
  readonly total: number;
  readonly items: readonly DueCase[];
}

const OPEN = `c.status in ('diterima', 'diproses', 'ditunda')`;

/** Open cases whose deadline lies in a day, or in several, the earliest first. Deadlines that passed are told apart. */
export async function readDueCases(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  days: { readonly from: string; readonly to: string },
  now: string,
  limit: number,
): Promise<CaseList> {
  return listed(
    await transaction.rows<DueCase & { total: number } & Record<string, unknown>>(
      'cases-due-on',
      `select c.id, c.number, c.service_code, c.unit_code, c.due_at, (count(*) over ())::integer as total
         from service_cases c
        where c.kabupaten_code = $1 and c.unit_code = any($2::text[]) and c.due_on >= $3::date and c.due_on <= $4::date
          and ${OPEN} and c.due_at >= $5::timestamptz
        order by c.due_at, c.id limit $6`,
      [transaction.kabupatenCode, [...unitCodes], days.from, days.to, now, limit],
    ),
  );
}

/** Open cases whose deadline has passed, the longest first. */
export async function readOverdueCases(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  now: string,
  limit: number,
): Promise<CaseList> {
  return listed(
    await transaction.rows<DueCase & { total: number } & Record<string, unknown>>(
      'cases-overdue',
      `select c.id, c.number, c.service_code, c.unit_code, c.due_at, (count(*) over ())::integer as total
         from service_cases c
        where c.kabupaten_code = $1 and c.unit_code = any($2::text[]) and ${OPEN} and c.due_at < $3::timestamptz
        order by c.due_at, c.id limit $4`,
      [transaction.kabupatenCode, [...unitCodes], now, limit],
    ),
  );
}

function listed(rows: readonly (DueCase & { readonly total: number })[]): CaseList {
  return { total: rows[0]?.total ?? 0, items: rows };
}

/** A complaint that waits for its first answer. */
export interface WaitingComplaint {
  readonly id: string;
  readonly number: string;
  readonly category: string | null;
  readonly unit_code: string;
  readonly received_at: Date;
  readonly working_days: number | null;
  readonly total: number;
}

/** Valid complaints of the last year that were neither answered nor resolved (`complaints.unanswered`), oldest first. */
export async function readWaitingComplaints(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  clock: { readonly now: string; readonly today: string },
  withOversight: boolean,
  limit: number,
): Promise<WaitingComplaint[]> {
  return transaction.rows<WaitingComplaint & Record<string, unknown>>(
    'complaints-waiting',
    `with waiting as materialized (
       select c.id, c.number, c.category, c.unit_code, c.received_at, c.received_on, (count(*) over ())::integer as total
         from complaints c
        where c.kabupaten_code = $1 and c.unit_code = any($2::text[])
          and c.received_on >= $4::date - 365 and c.received_on <= $4::date and c.received_at <= $3::timestamptz
          and c.first_response_at is null and (c.resolved_at is null or c.status = 'dibuka-kembali')
          and c.status not in ('tidak-valid', 'bukan-kewenangan') and ($5::boolean or c.class <> '${OVERSIGHT_CLASS}')
        order by c.received_at, c.id limit $6
     )
     -- Days are looked up for the lines that are shown alone: joined, the whole calendar would be gone through for each.
     select w.id, w.number, w.category, w.unit_code, w.received_at, w.total,
            (select today.working_day_number - received.working_day_number
               from units u
               join calendars cal on cal.kabupaten_code = $1 and cal.code = u.calendar_code
               join calendar_days received on received.kabupaten_code = $1 and received.calendar_code = cal.code
                and received.version = cal.version and received.day = w.received_on
               join calendar_days today on today.kabupaten_code = $1 and today.calendar_code = cal.code
                and today.version = cal.version and today.day = $4::date
              where u.kabupaten_code = $1 and u.code = w.unit_code) as working_days
       from waiting w
      order by w.received_at, w.id`,
    [transaction.kabupatenCode, [...unitCodes], clock.now, clock.today, withOversight, limit],
  );
}

/** The working days of a unit's calendar around a day: the last one before it, and the first one after it. */
export async function readNeighbourDays(
  transaction: ReadTransaction,
  unitCode: string,
  today: string,
): Promise<{ readonly before: string | null; readonly after: string | null }> {
  const rows = await transaction.rows<{ before: string | null; after: string | null }>(
    'neighbour-days',
    `select max(d.day) filter (where d.day < $3::date) as before, min(d.day) filter (where d.day > $3::date) as after
       from units u
       join calendars cal on cal.kabupaten_code = u.kabupaten_code and cal.code = u.calendar_code
       join calendar_days d
         on d.kabupaten_code = u.kabupaten_code and d.calendar_code = cal.code and d.version = cal.version
        and d.is_working and d.day > $3::date - 40 and d.day < $3::date + 40
      where u.kabupaten_code = $1 and u.code = $2`,
    [transaction.kabupatenCode, unitCode, today],
  );
  return rows[0] ?? { before: null, after: null };
}

/** What somebody wrote into a survey who was content with everything. */
export interface GoodWord {
  readonly unit_code: string;
  readonly service_code: string;
  readonly suggestion: string;
}

/** Words of a day from surveys of those who were content: no answer below 3, and as many 4 as 3, or more. */
export async function readGoodWords(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  day: string,
  limit: number,
): Promise<GoodWord[]> {
  return transaction.rows<GoodWord & Record<string, unknown>>(
    'good-words',
    `select r.unit_code, r.service_code, r.suggestion
       from survey_responses r
      where r.kabupaten_code = $1 and r.unit_code = any($2::text[]) and r.responded_on = $3::date
        and length(trim(r.suggestion)) > 3 and 3 <= all (r.answers)
        and (select avg(answer) from unnest(r.answers) answer) >= 3.5
      order by r.id limit $4`,
    [transaction.kabupatenCode, [...unitCodes], day, limit],
  );
}
