import type { ReadTransaction } from '../../platform/database/scoped.ts';
import { lineColumns, type CaseRecord } from './case-list.queries.ts';

/** A case with everything that is stored of it. */
export interface WholeCase extends CaseRecord {
  readonly received_on: string;
  readonly completed_on: string | null;
  readonly due_on: string | null;
  readonly due_source: string | null;
  readonly standard_from: string | null;
  readonly calendar_version: number | null;
  readonly calendar_code: string;
  readonly calendar_name: string;
  readonly newest_calendar_version: number;
  readonly recorded_at: Date | null;
  readonly staff: string | null;
  readonly prepared_online: boolean | null;
  readonly fee: number | string | null;
  readonly paused_seconds: number | null;
}

/** One case among the visible ones; null when there is none, or it is not for the person who asks. */
export async function findCase(
  transaction: ReadTransaction,
  id: string,
  unitCodes: readonly string[],
  zone: string,
): Promise<WholeCase | null> {
  const rows = await transaction.rows<WholeCase & Record<string, unknown>>(
    'service-case-record',
    `select ${lineColumns('$4::text')}, c.received_on, c.completed_on, c.due_on, c.due_source, c.standard_from,
            c.calendar_version, u.calendar_code, k.name as calendar_name, k.version as newest_calendar_version,
            c.recorded_at, c.staff, c.prepared_online, c.fee, c.paused_seconds
       from service_cases c
       join units u on u.kabupaten_code = c.kabupaten_code and u.code = c.unit_code
       join calendars k on k.kabupaten_code = c.kabupaten_code and k.code = u.calendar_code
      where c.kabupaten_code = $1 and c.id = $2::uuid and c.unit_code = any($3::text[])`,
    [transaction.kabupatenCode, id, unitCodes, zone],
  );
  return rows[0] ?? null;
}

export interface StandardRecord {
  readonly valid_from: string;
  readonly promise_unit: 'minutes' | 'working-hours' | 'working-days';
  readonly promise_amount: number | string;
  readonly legal_basis: string | null;
}

/** The standard of a service that was in force on a local day; null when there was none. */
export async function findStandard(
  transaction: ReadTransaction,
  service: string,
  day: string,
): Promise<StandardRecord | null> {
  const rows = await transaction.rows<StandardRecord & Record<string, unknown>>(
    'service-case-standard',
    `select valid_from, promise_unit, promise_amount, legal_basis from service_standards
      where kabupaten_code = $1 and service_code = $2 and valid_from <= $3::date
      order by valid_from desc limit 1`,
    [transaction.kabupatenCode, service, day],
  );
  return rows[0] ?? null;
}

/** A day of a calendar; `kind` tells a national holiday from joint leave, null for anything else. */
export interface CalendarDayRecord {
  readonly day: string;
  readonly is_working: boolean;
  readonly opens: readonly number[];
  readonly reason: string | null;
  readonly kind: 'holiday' | 'joint-leave' | null;
}

/** The days of one version of a calendar, from … to, both included. */
export async function readDaysOfVersion(
  transaction: ReadTransaction,
  calendar: { readonly code: string; readonly version: number },
  from: string,
  to: string,
): Promise<CalendarDayRecord[]> {
  return transaction.rows<CalendarDayRecord & Record<string, unknown>>(
    'service-case-calendar-days',
    `select d.day, d.is_working, d.opens, d.reason, h.kind
       from calendar_days d
       left join national_holidays h on h.day = d.day
      where d.kabupaten_code = $1 and d.calendar_code = $2 and d.version = $3 and d.day >= $4::date and d.day <= $5::date
      order by d.day`,
    [transaction.kabupatenCode, calendar.code, calendar.version, from, to],
  );
}

export interface PauseRecord {
  readonly reason: string;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly told: boolean;
  readonly working_seconds: number | null;
}

/** The pauses of a case, the first one first. */
export async function readPauses(
  transaction: ReadTransaction,
  unit: string,
  number: string,
): Promise<PauseRecord[]> {
  return transaction.rows<PauseRecord & Record<string, unknown>>(
    'service-case-pauses',
    `select reason, started_at, ended_at, told, working_seconds from case_pauses
      where kabupaten_code = $1 and unit_code = $2 and number = $3 order by started_at`,
    [transaction.kabupatenCode, unit, number],
  );
}

export interface StepRecord {
  readonly step: string;
  readonly step_unit: string;
  readonly started_at: Date;
  readonly completed_at: Date | null;
  readonly official_seconds: number | null;
}

/** The stages of a case, in the order they began. */
export async function readSteps(
  transaction: ReadTransaction,
  unit: string,
  number: string,
): Promise<StepRecord[]> {
  return transaction.rows<StepRecord & Record<string, unknown>>(
    'service-case-steps',
    `select step, step_unit, started_at, completed_at, official_seconds from case_steps
      where kabupaten_code = $1 and unit_code = $2 and number = $3 order by started_at, completed_at nulls last, step`,
    [transaction.kabupatenCode, unit, number],
  );
}

export interface SessionRecord {
  readonly day: string;
  readonly opens: number;
  readonly closes: number;
}

/** Extra sessions of the unit, for the service, on the days of receipt and completion. */
export async function readSessions(
  transaction: ReadTransaction,
  record: Pick<WholeCase, 'unit_code' | 'service_code' | 'received_on' | 'completed_on'>,
): Promise<SessionRecord[]> {
  const days = [record.received_on, record.completed_on].filter((day) => day !== null);
  return transaction.rows<SessionRecord & Record<string, unknown>>(
    'service-case-sessions',
    `select distinct day, opens, closes from extra_sessions
      where kabupaten_code = $1 and unit_code = $2 and service_code in ($3, '*') and day = any($4::date[])
      order by day, opens`,
    [transaction.kabupatenCode, record.unit_code, record.service_code, days],
  );
}

export interface ChangeRecord {
  readonly changed_at: Date;
  readonly old_values: Readonly<Record<string, unknown>>;
  readonly new_values: Readonly<Record<string, unknown>>;
}

/** What a case was before each change, the newest change first. */
export async function readCaseChanges(transaction: ReadTransaction, id: string): Promise<ChangeRecord[]> {
  return transaction.rows<ChangeRecord & Record<string, unknown>>(
    'service-case-changes',
    `select changed_at, old_values, new_values from record_changes
      where kabupaten_code = $1 and dataset = 'service-cases' and record_id = $2::uuid
      order by changed_at desc, id desc limit 100`,
    [transaction.kabupatenCode, id],
  );
}
