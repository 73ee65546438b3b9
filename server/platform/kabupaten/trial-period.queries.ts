import type { ReadTransaction } from '../database/scoped.ts';

/** Masa uji: from … to the day before `endsOn` nothing is proposed about staff, and units see their figures first. */
export interface TrialPeriod {
  readonly startsOn: string;
  /** First day after it. */
  readonly endsOn: string;
  readonly postTitle: string;
  readonly reason: string | null;
}

/** So many working days a unit sees its own figures before leadership does, during the trial period. */
export const HEAD_START_WORKING_DAYS = 5;

/** The kabupaten's trial period, over or not; null when it never had one. */
export async function readTrialPeriod(transaction: ReadTransaction): Promise<TrialPeriod | null> {
  const rows = await transaction.rows<{
    starts_on: string;
    ends_on: string;
    post_title: string;
    reason: string | null;
  }>(
    'trial-period',
    'select starts_on, ends_on, post_title, reason from trial_periods where kabupaten_code = $1',
    [transaction.kabupatenCode],
  );
  const [row] = rows;
  if (row === undefined) return null;
  return { startsOn: row.starts_on, endsOn: row.ends_on, postTitle: row.post_title, reason: row.reason };
}

/** The first day after the trial period while it runs on `today`; null outside of it. */
export async function readTrialUntil(transaction: ReadTransaction, today: string): Promise<string | null> {
  const trial = await readTrialPeriod(transaction);
  return trial !== null && trial.startsOn <= today && today < trial.endsOn ? trial.endsOn : null;
}

/**
 * The last day whose figures leadership sees during the trial period: {@link HEAD_START_WORKING_DAYS} working days before
 * today by the calendar of the kabupaten itself. Null where its calendar does not reach back that far.
 */
export async function readLeadershipDay(transaction: ReadTransaction, today: string): Promise<string | null> {
  const rows = await transaction.rows<{ day: string }>(
    'trial-leadership-day',
    `select d.day
       from units u
       join calendars k on k.kabupaten_code = u.kabupaten_code and k.code = u.calendar_code
       join calendar_days d on d.kabupaten_code = k.kabupaten_code and d.calendar_code = k.code and d.version = k.version
      where u.kabupaten_code = $1 and u.code = $1 and d.is_working and d.day < $2::date
      order by d.day desc offset ${HEAD_START_WORKING_DAYS - 1} limit 1`,
    [transaction.kabupatenCode, today],
  );
  return rows[0]?.day ?? null;
}
