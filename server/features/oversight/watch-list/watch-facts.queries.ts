import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** First day after the trial period of the kabupaten; null without one. */
export async function readTrialUntil(transaction: ReadTransaction): Promise<string | null> {
  const rows = await transaction.rows<{ ends_on: string }>(
    'trial-until',
    'select ends_on from trial_periods where kabupaten_code = $1',
    [transaction.kabupatenCode],
  );
  return rows[0]?.ends_on ?? null;
}

/** Working days between two days, both included, of the calendar of each unit; ascending. */
export async function readWorkingDays(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { kabupatenCode } = transaction;
  const calendars = await transaction.rows<{ code: string; days: string[] }>(
    'working-days-of-calendars',
    `select cal.code, array_agg(d.day order by d.day) as days
       from calendars cal
       join calendar_days d on d.kabupaten_code = cal.kabupaten_code and d.calendar_code = cal.code and d.version = cal.version
      where cal.kabupaten_code = $1 and d.day between $2::date and $3::date and d.is_working
      group by cal.code`,
    [kabupatenCode, from, to],
  );
  const units = await transaction.rows<{ code: string; calendar_code: string }>(
    'calendars-of-units',
    'select u.code, u.calendar_code from units u where u.kabupaten_code = $1 and u.code = any($2::text[])',
    [kabupatenCode, [...unitCodes]],
  );
  const daysOf = new Map(calendars.map(({ code, days }) => [code, days]));
  return new Map(units.map(({ code, calendar_code }) => [code, daysOf.get(calendar_code) ?? []]));
}

/** First days of the months for which units said that they had nothing to report, by unit. */
export async function readNilMonths(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  from: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await transaction.rows<{ unit_code: string; months: string[] }>(
    'nil-months-of-units',
    `select n.unit_code, array_agg(distinct n.month) as months from nil_reports n
      where n.kabupaten_code = $1 and n.unit_code = any($2::text[]) and n.month >= $3::date
      group by n.unit_code`,
    [transaction.kabupatenCode, [...unitCodes], from],
  );
  return new Map(rows.map(({ unit_code, months }) => [unit_code, months]));
}
