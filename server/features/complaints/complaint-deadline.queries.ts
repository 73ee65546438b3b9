import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { CalendarDay } from './deadline-steps.ts';

/** Days that a class of complaints may take, as the kabupaten set them; null when the class has no deadline. */
export async function findClassDays(
  transaction: ReadTransaction,
  complaintClass: string,
): Promise<{ readonly working_days: number; readonly legal_basis: string | null } | null> {
  const rows = await transaction.rows<{ working_days: number; legal_basis: string | null }>(
    'complaint-class-days',
    'select working_days, legal_basis from complaint_deadlines where kabupaten_code = $1 and class = $2',
    [transaction.kabupatenCode, complaintClass],
  );
  return rows[0] ?? null;
}

/** The days of one version of a calendar, from … to, both included. */
export async function listCalendarDays(
  transaction: ReadTransaction,
  calendar: { readonly code: string; readonly version: number },
  from: string,
  to: string,
): Promise<CalendarDay[]> {
  return transaction.rows<CalendarDay & Record<string, unknown>>(
    'complaint-calendar-days',
    `select d.day, d.is_working, d.reason, h.kind
       from calendar_days d
       left join national_holidays h on h.day = d.day
      where d.kabupaten_code = $1 and d.calendar_code = $2 and d.version = $3::integer
        and d.day >= $4::date and d.day <= $5::date
      order by d.day`,
    [transaction.kabupatenCode, calendar.code, calendar.version, from, to],
  );
}
