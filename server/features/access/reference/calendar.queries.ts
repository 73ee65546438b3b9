import type { ReadTransaction } from '../../../platform/database/scoped.ts';

export interface CalendarDay {
  date: string;
  working: boolean;
  opens: { from: string; to: string }[];
  reason: string | null;
}

/** The working calendar of a unit, day by day. */
export async function readCalendarDays(
  transaction: ReadTransaction,
  unit: string,
  from: string,
  to: string,
): Promise<CalendarDay[]> {
  const rows = await transaction.rows<{
    day: string;
    is_working: boolean;
    opens: number[];
    reason: string | null;
  }>(
    'calendar-days-of-unit',
    `select d.day, d.is_working, d.opens, d.reason
       from units u
       join calendars c on c.kabupaten_code = u.kabupaten_code and c.code = u.calendar_code
       join calendar_days d
         on d.kabupaten_code = u.kabupaten_code and d.calendar_code = c.code and d.version = c.version
      where u.kabupaten_code = $1 and u.code = $2 and d.day >= $3::date and d.day <= $4::date
      order by d.day`,
    [transaction.kabupatenCode, unit, from, to],
  );
  return rows.map((row) => ({
    date: row.day,
    working: row.is_working,
    opens: intervals(row.opens),
    reason: row.reason,
  }));
}

function intervals(opens: readonly number[]): { from: string; to: string }[] {
  const pairs: { from: string; to: string }[] = [];
  for (let index = 0; index + 1 < opens.length; index += 2)
    pairs.push({ from: clock(opens[index] ?? 0), to: clock(opens[index + 1] ?? 0) });
  return pairs;
}

function clock(seconds: number): string {
  return `${String(Math.floor(seconds / 3600)).padStart(2, '0')}:${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}`;
}
