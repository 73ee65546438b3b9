import type { IsoDate } from '#domain/period/civil-date';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** What silence is judged by. */
export interface QuietUnit {
  /** Working days of the unit's calendar after its last record and before today. */
  readonly workingDays: number;
  /** The unit said that it had nothing to report this month. */
  readonly nil: boolean;
}

/** Units by code with the day of their last record: working days since then, by each unit's own calendar. */
export async function readQuietUnits(
  transaction: ReadTransaction,
  lastDays: readonly (readonly [string, IsoDate])[],
  today: IsoDate,
): Promise<Map<string, QuietUnit>> {
  const rows = await transaction.rows<{ code: string; working_days: number | null; nil: boolean }>(
    'quiet-units',
    `select u.code, before_today.working_day_number - last_day.working_day_number as working_days,
            exists (
              select from nil_reports n
               where n.kabupaten_code = $1 and n.unit_code = u.code and n.month = date_trunc('month', $4::date)::date
            ) as nil
       from unnest($2::text[], $3::date[]) as asked (code, last_on)
       join units u on u.kabupaten_code = $1 and u.code = asked.code
       join calendars c on c.kabupaten_code = $1 and c.code = u.calendar_code
       left join calendar_days last_day
         on last_day.kabupaten_code = $1 and last_day.calendar_code = c.code and last_day.version = c.version
        and last_day.day = asked.last_on
       left join calendar_days before_today
         on before_today.kabupaten_code = $1 and before_today.calendar_code = c.code and before_today.version = c.version
        and before_today.day = $4::date - 1`,
    [transaction.kabupatenCode, lastDays.map(([code]) => code), lastDays.map(([, day]) => day), today],
  );
  return new Map(rows.map((row) => [row.code, { workingDays: row.working_days ?? 0, nil: row.nil }]));
}
