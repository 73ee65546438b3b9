import type { Period } from '#domain/period/period';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** Opening intervals of a weekday, as they were on at least one day of a period. */
export interface OpenWeekday {
  /** ISO weekday, 1 (Monday) to 7. */
  readonly weekday: number;
  /** Up to four intervals as [from, to, from, to, …] in seconds of the local day. */
  readonly opens: readonly number[];
}

export interface SessionWeekday {
  readonly weekday: number;
  /** Seconds of the local day, from … to (exclusive). */
  readonly opens: number;
  readonly closes: number;
}

/** The different opening hours that a unit's calendar, as it stands, has in a period. */
export async function readOpenWeekdays(
  transaction: ReadTransaction,
  unitCode: string,
  period: Period,
): Promise<OpenWeekday[]> {
  return transaction.rows<OpenWeekday & Record<string, unknown>>(
    'service-hours-opens',
    `select distinct extract(isodow from d.day)::integer as weekday, d.opens
       from units u
       join calendars c on c.kabupaten_code = u.kabupaten_code and c.code = u.calendar_code
       join calendar_days d
         on d.kabupaten_code = u.kabupaten_code and d.calendar_code = c.code and d.version = c.version
      where u.kabupaten_code = $1 and u.code = $2 and d.day >= $3::date and d.day <= $4::date and d.is_working`,
    [transaction.kabupatenCode, unitCode, period.from, period.to],
  );
}

/** The different extra sessions of units in a period, of one service (and those for all services) or of any. */
export async function readSessionWeekdays(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  service: string | null,
  period: Period,
): Promise<SessionWeekday[]> {
  return transaction.rows<SessionWeekday & Record<string, unknown>>(
    'service-hours-sessions',
    `select distinct extract(isodow from day)::integer as weekday, opens, closes
       from extra_sessions
      where kabupaten_code = $1 and unit_code = any($2::text[]) and day >= $3::date and day <= $4::date
        and ($5::text is null or service_code in ('*', $5))
      order by weekday, opens, closes`,
    [transaction.kabupatenCode, unitCodes, period.from, period.to, service],
  );
}
