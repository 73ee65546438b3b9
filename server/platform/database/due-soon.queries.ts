import type { ReadTransaction } from './scoped.ts';
import type { SqlValues } from './sql-values.ts';

/** The end of the second working day after today, by the calendar of each unit. */
export interface DueHorizons {
  readonly today: string;
  /** Units with such a day in their calendar, and that day at the same place in `days`. */
  readonly codes: readonly string[];
  readonly days: readonly string[];
}

/** Until when a deadline counts as near, for each of the units. */
export async function readDueHorizons(
  transaction: ReadTransaction,
  codes: readonly string[],
  today: string,
): Promise<DueHorizons> {
  const rows = await transaction.rows<{ code: string; day: string }>(
    'due-horizons',
    // Once a calendar, and by itself: joined, every day of the calendar would be gone through for every unit.
    `with horizon as materialized (
       select k.code, (
                select d.day from calendar_days d
                 where d.kabupaten_code = $1 and d.calendar_code = k.code and d.version = k.version and d.is_working
                   and d.working_day_number = today.working_day_number + 2
              ) as day
         from calendars k
         join calendar_days today on today.kabupaten_code = $1 and today.calendar_code = k.code
          and today.version = k.version and today.day = $3::date
        where k.kabupaten_code = $1
     )
     select u.code, horizon.day
       from units u
       join horizon on horizon.code = u.calendar_code
      where u.kabupaten_code = $1 and u.code = any($2::text[]) and horizon.day is not null`,
    [transaction.kabupatenCode, codes, today],
  );
  return { today, codes: rows.map(({ code }) => code), days: rows.map(({ day }) => day) };
}

/**
 * The condition that the deadline of a case `c` falls between today and the horizon of its unit. The furthest horizon
 * stands beside them all, so that the index by deadline can be used.
 */
export function dueSoonSql({ today, codes, days }: DueHorizons, values: SqlValues): string {
  const furthest = days.reduce((latest, day) => (day > latest ? day : latest), today);
  return `c.due_on >= ${values.add(today, 'date')} and c.due_on <= ${values.add(furthest, 'date')} and exists (
    select from unnest(${values.add(codes, 'text[]')}, ${values.add(days, 'date[]')}) as horizon (code, day)
     where horizon.code = c.unit_code and c.due_on <= horizon.day)`;
}
