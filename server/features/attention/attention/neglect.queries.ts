import { OVERSIGHT_CLASS } from '#domain/complaints/visibility';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { membersOf, type UnitPart } from '../unit-parts.ts';

/** Unanswered complaints of a part that share a category. */
export interface UnansweredRow {
  readonly key: string;
  readonly category: string | null;
  readonly count: number;
  /** Past the unit's rung of the ladder, and past Diskominfo's. */
  readonly past_unit: number;
  readonly past_top: number;
  readonly oldest_on: string;
  readonly oldest_days: number | null;
}

/** The working-day number of a day in the calendar that `row` names; null when the calendar does not reach so far. */
function numberOf(row: string, day: string): string {
  return `(select d.working_day_number from calendar_days d
    where d.kabupaten_code = $1 and d.calendar_code = ${row}.calendar_code and d.version = ${row}.version and d.day = ${day})`;
}

/**
 * The units of the parts with their calendars. Records are counted by day before their days are looked up, each by
 * itself: joined, the whole calendar would be gone through for every record.
 */
const MEMBERS = `
     with unit_calendar as (
       select m.key, m.code, cal.code as calendar_code, cal.version
         from unnest($2::text[], $3::text[]) as m (key, code)
         join units u on u.kabupaten_code = $1 and u.code = m.code
         join calendars cal on cal.kabupaten_code = $1 and cal.code = u.calendar_code
     ),
     member as materialized (
       select o.key, o.code, o.calendar_code, o.version, ${numberOf('o', '$5::date')} as today_number from unit_calendar o
     )`;

/**
 * Valid complaints of the last year that were neither answered nor resolved, as the register counts them
 * (`complaints.unanswered`), by part and category.
 */
export async function readUnanswered(
  transaction: ReadTransaction,
  parts: readonly UnitPart[],
  clock: { readonly now: string; readonly today: string },
  withOversight: boolean,
): Promise<UnansweredRow[]> {
  const { keys, codes } = membersOf(parts);
  return transaction.rows<UnansweredRow & Record<string, unknown>>(
    'unanswered-by-part',
    `${MEMBERS},
     waiting as materialized (
       select m.key, m.calendar_code, m.version, m.today_number, c.category, count(*) as complaints, min(c.received_on) as oldest_on,
              count(*) filter (where c.escalates_at <= $4::timestamptz) as past_unit,
              count(*) filter (where c.escalates_top_at <= $4::timestamptz) as past_top
         from member m
         join complaints c
           on c.kabupaten_code = $1 and c.unit_code = m.code and c.received_on >= $5::date - 365 and c.received_on <= $5::date
        where c.first_response_at is null and c.received_at <= $4::timestamptz
          and (c.resolved_at is null or c.status = 'dibuka-kembali')
          and c.status not in ('tidak-valid', 'bukan-kewenangan') and ($6::boolean or c.class <> '${OVERSIGHT_CLASS}')
        group by m.key, m.calendar_code, m.version, m.today_number, c.category
     )
     select w.key, w.category, sum(w.complaints)::integer as count, sum(w.past_unit)::integer as past_unit,
            sum(w.past_top)::integer as past_top, min(w.oldest_on) as oldest_on,
            max(w.today_number - ${numberOf('w', 'w.oldest_on')}) as oldest_days
       from waiting w group by w.key, w.category`,
    [transaction.kabupatenCode, keys, codes, clock.now, clock.today, withOversight],
  );
}

/** Open cases of a part whose deadline has passed. */
export interface OverdueRow {
  readonly key: string;
  readonly count: number;
  /** More than so many working days ago. */
  readonly old: number;
  readonly oldest_days: number | null;
}

/** Open cases past their deadline, by part; read from what is open, which is little. */
export async function readOverdue(
  transaction: ReadTransaction,
  parts: readonly UnitPart[],
  clock: { readonly now: string; readonly today: string },
  oldAfter: number,
): Promise<OverdueRow[]> {
  const { keys, codes } = membersOf(parts);
  return transaction.rows<OverdueRow & Record<string, unknown>>(
    'overdue-by-part',
    `${MEMBERS},
     late as materialized (
       select m.key, m.calendar_code, m.version, m.today_number, c.due_on, count(*) as cases
         from member m
         join service_cases c
           on c.kabupaten_code = $1 and c.unit_code = m.code and c.status in ('diterima', 'diproses', 'ditunda')
          and c.due_at < $4::timestamptz
        group by m.key, m.calendar_code, m.version, m.today_number, c.due_on
     ),
     aged as materialized (
       select l.key, l.cases, l.today_number - ${numberOf('l', 'l.due_on')} as days from late l
     )
     select a.key, sum(a.cases)::integer as count, coalesce(sum(a.cases) filter (where a.days > $6), 0)::integer as old,
            max(a.days) as oldest_days
       from aged a group by a.key`,
    [transaction.kabupatenCode, keys, codes, clock.now, clock.today, oldAfter],
  );
}
