import type { Period } from '#domain/period/period';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { REFUSED_LATE, STANDARD_SPANS } from './case-conditions.ts';

/** Cases closed by a unit on a day. */
export interface ClosedOnDay {
  readonly unit_code: string;
  readonly day: string;
  readonly closed: number;
}

/** How many cases the units closed, day by day. */
export async function readClosedDays(
  transaction: ReadTransaction,
  units: readonly string[],
  { from, to }: Period,
): Promise<ClosedOnDay[]> {
  return transaction.rows<ClosedOnDay & Record<string, unknown>>(
    'indication-closed-days',
    `select c.unit_code, c.completed_on as day, count(*) as closed from service_cases c
      where c.kabupaten_code = $1 and c.unit_code = any($2::text[]) and c.completed_on between $3::date and $4::date
      group by c.unit_code, c.completed_on`,
    [transaction.kabupatenCode, [...units], from, to],
  );
}

/** The working days of the units by their present calendars, in order. */
export async function readWorkingDays(
  transaction: ReadTransaction,
  units: readonly string[],
  { from, to }: Period,
): Promise<{ readonly unit_code: string; readonly day: string }[]> {
  return transaction.rows<{ unit_code: string; day: string }>(
    'indication-working-days',
    `select u.code as unit_code, d.day from units u
       join calendars k on k.kabupaten_code = u.kabupaten_code and k.code = u.calendar_code
       join calendar_days d on d.kabupaten_code = u.kabupaten_code and d.calendar_code = k.code and d.version = k.version
      where u.kabupaten_code = $1 and u.code = any($2::text[]) and d.is_working and d.day between $3::date and $4::date
      order by u.code, d.day`,
    [transaction.kabupatenCode, [...units], from, to],
  );
}

/** What a unit received, and what of it was recorded only afterwards. */
export async function readLateEntries(
  transaction: ReadTransaction,
  units: readonly string[],
  { from, to }: Period,
): Promise<{ readonly unit_code: string; readonly received: number; readonly late: number }[]> {
  return transaction.rows<{ unit_code: string; received: number; late: number }>(
    'indication-late-entries',
    `select c.unit_code, count(*) as received, count(*) filter (where c.late_entry) as late from service_cases c
      where c.kabupaten_code = $1 and c.unit_code = any($2::text[]) and c.received_on between $3::date and $4::date
      group by c.unit_code`,
    [transaction.kabupatenCode, [...units], from, to],
  );
}

export interface RefusalRow {
  readonly unit_code: string;
  readonly refused: number;
  readonly refused_late: number;
  readonly completed: number;
  readonly completed_late: number;
}

/** Cases with a deadline that ended, and those of them that ended in the last tenth of their time. */
export async function readRefusals(
  transaction: ReadTransaction,
  units: readonly string[],
  { from, to }: Period,
  zone: string,
): Promise<RefusalRow[]> {
  return transaction.rows<RefusalRow & Record<string, unknown>>(
    'indication-refusals',
    `select c.unit_code,
            count(*) filter (where c.status = 'ditolak') as refused,
            count(*) filter (where c.status = 'ditolak' and ${REFUSED_LATE}) as refused_late,
            count(*) filter (where c.status = 'selesai') as completed,
            count(*) filter (where c.status = 'selesai' and ${REFUSED_LATE}) as completed_late
       from service_cases c
       left join units u on u.kabupaten_code = c.kabupaten_code and u.code = c.unit_code
       left join calendars k on k.kabupaten_code = u.kabupaten_code and k.code = u.calendar_code
       left join calendar_days d on d.kabupaten_code = k.kabupaten_code and d.calendar_code = k.code
         and d.version = k.version and d.day = c.due_on
      where c.kabupaten_code = $1 and c.unit_code = any($2::text[]) and c.completed_on between $3::date and $4::date
        and c.due_at > c.received_at
      group by c.unit_code`,
    [transaction.kabupatenCode, [...units], from, to, zone],
  );
}

export interface FeeRow {
  readonly unit_code: string;
  readonly known: number;
  readonly above: number;
  readonly largest: number | null;
}

/** Cases with a recorded fee whose confirmed standard names one, and those above it. */
export async function readFees(
  transaction: ReadTransaction,
  units: readonly string[],
  { from, to }: Period,
): Promise<FeeRow[]> {
  return transaction.rows<FeeRow & Record<string, unknown>>(
    'indication-fees',
    `with spans as (${STANDARD_SPANS})
     select c.unit_code, count(*) as known, count(*) filter (where c.fee > s.fee) as above,
            max(c.fee - s.fee) filter (where c.fee > s.fee)::float8 as largest
       from service_cases c
       join spans s on s.service_code = c.service_code and c.received_on >= s.valid_from
        and (s.valid_until is null or c.received_on < s.valid_until)
      where c.kabupaten_code = $1 and c.unit_code = any($2::text[]) and c.received_on between $3::date and $4::date
        and c.fee is not null and s.confirmed and s.fee is not null
      group by c.unit_code`,
    [transaction.kabupatenCode, [...units], from, to],
  );
}

/** Applications that the units received. */
export async function readReceived(
  transaction: ReadTransaction,
  units: readonly string[],
  { from, to }: Period,
): Promise<{ readonly unit_code: string; readonly cases: number }[]> {
  return transaction.rows<{ unit_code: string; cases: number }>(
    'indication-received',
    `select c.unit_code, count(*) as cases from service_cases c
      where c.kabupaten_code = $1 and c.unit_code = any($2::text[]) and c.received_on between $3::date and $4::date
      group by c.unit_code`,
    [transaction.kabupatenCode, [...units], from, to],
  );
}
