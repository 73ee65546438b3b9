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
    `select m.key, c.category, count(*)::integer as count,
            (count(*) filter (where c.escalates_at <= $4::timestamptz))::integer as past_unit,
            (count(*) filter (where c.escalates_top_at <= $4::timestamptz))::integer as past_top,
            min(c.received_on) as oldest_on,
            max(now_day.working_day_number - received_day.working_day_number) as oldest_days
       from unnest($2::text[], $3::text[]) as m (key, code)
       join complaints c
         on c.kabupaten_code = $1 and c.unit_code = m.code and c.received_on >= $5::date - 365 and c.received_on <= $5::date
       join units u on u.kabupaten_code = $1 and u.code = m.code
       join calendars cal on cal.kabupaten_code = $1 and cal.code = u.calendar_code
       left join calendar_days received_day
         on received_day.kabupaten_code = $1 and received_day.calendar_code = cal.code
        and received_day.version = cal.version and received_day.day = c.received_on
       left join calendar_days now_day
         on now_day.kabupaten_code = $1 and now_day.calendar_code = cal.code and now_day.version = cal.version
        and now_day.day = $5::date
      where c.first_response_at is null and c.received_at <= $4::timestamptz
        and (c.resolved_at is null or c.status = 'dibuka-kembali')
        and c.status not in ('tidak-valid', 'bukan-kewenangan') and ($6::boolean or c.class <> '${OVERSIGHT_CLASS}')
      group by m.key, c.category`,
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
    `select m.key, count(*)::integer as count,
            (count(*) filter (where now_day.working_day_number - due_day.working_day_number > $6))::integer as old,
            max(now_day.working_day_number - due_day.working_day_number) as oldest_days
       from unnest($2::text[], $3::text[]) as m (key, code)
       join service_cases c
         on c.kabupaten_code = $1 and c.unit_code = m.code and c.status in ('diterima', 'diproses', 'ditunda')
        and c.due_at < $4::timestamptz
       join units u on u.kabupaten_code = $1 and u.code = m.code
       join calendars cal on cal.kabupaten_code = $1 and cal.code = u.calendar_code
       left join calendar_days due_day
         on due_day.kabupaten_code = $1 and due_day.calendar_code = cal.code and due_day.version = cal.version
        and due_day.day = c.due_on
       left join calendar_days now_day
         on now_day.kabupaten_code = $1 and now_day.calendar_code = cal.code and now_day.version = cal.version
        and now_day.day = $5::date
      group by m.key`,
    [transaction.kabupatenCode, keys, codes, clock.now, clock.today, oldAfter],
  );
}
