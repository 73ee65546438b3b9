import type { ServiceCase } from '#contract/service-cases';
import {
  deadlineOf,
  type Deadline,
  type ServicePromise,
  type StandingDeadline,
} from '#domain/calendar/deadline';
import { localPauses, localTimeOf, mergePauses, type Pause } from '#domain/calendar/pauses';
import type { WorkingCalendar } from '#domain/calendar/working-calendar';
import type { ZoneClock } from '#domain/civil-time/zone-clock';
import type { StandardRecord, WholeCase } from './case-record.queries.ts';

/** What a deadline is explained by. */
export interface DeadlineGrounds {
  readonly zone: ZoneClock;
  /** The version it was given by. */
  readonly calendar: WorkingCalendar;
  /** The standard in force at receipt. */
  readonly standard: StandardRecord | null;
  /** Those of which the applicant was told. */
  readonly pauses: readonly Pause[];
  /** The calendar as it is now, by which what runs is counted. */
  readonly newest: WorkingCalendar;
  /** Completion, or now: epoch milliseconds. */
  readonly until: number;
}

/**
 * The deadline as it is stored, and the days that lead to it. Where they no longer lead there (the standard, the pauses
 * or the calendar are others by now) `reproduced` is false: the verdict stays as it was given.
 */
export function caseDeadline(record: WholeCase, grounds: DeadlineGrounds): ServiceCase['deadline'] {
  const promised = promiseOf(grounds.standard);
  const found = promised === null || record.due_source === 'own' ? null : computed(record, promised, grounds);
  const source = sourceOf(record, found);
  const byStandard = source === 'standard' || source === 'paused';
  return {
    dueAt: record.due_at?.toISOString() ?? null,
    endOfDay: record.due_at_end_of_day ?? false,
    source,
    promise: byStandard ? promised : null,
    standardFrom: byStandard ? (grounds.standard?.valid_from ?? null) : null,
    legalBasis: byStandard ? (grounds.standard?.legal_basis ?? null) : null,
    calendar: byStandard
      ? {
          name: record.calendar_name,
          version: record.calendar_version ?? record.newest_calendar_version,
        }
      : null,
    after: afterDeadline(record, grounds),
    steps: byStandard ? (found?.steps ?? []).map((step) => ({ ...step })) : [],
    reproduced: source !== 'standard' || (found !== null && leadsTo(found, record, grounds.zone)),
  };
}

function afterDeadline(
  { due_at: due, status }: WholeCase,
  { newest, zone, until }: DeadlineGrounds,
): ServiceCase['deadline']['after'] {
  if (due === null || status === 'dibatalkan') return null;
  const [deadline, end] = [localTimeOf(due.getTime(), zone), localTimeOf(until, zone)];
  return {
    workingDays: newest.workingDayNumber(end.day) - newest.workingDayNumber(deadline.day),
    workingMinutes: Math.round(newest.workingSecondsBetween(deadline, end) / 6) / 10,
  };
}

/** Without a deadline it stands still while a pause runs, or there is no promise at all. */
function sourceOf(
  { due_at: due, due_source: source }: WholeCase,
  found: Deadline | StandingDeadline | null,
): ServiceCase['deadline']['source'] {
  if (due !== null) return source === 'own' ? 'own' : 'standard';
  return found !== null && found.day === null ? 'paused' : 'none';
}

function promiseOf(standard: StandardRecord | null): ServicePromise | null {
  return standard === null ? null : { unit: standard.promise_unit, amount: Number(standard.promise_amount) };
}

/** Null where the calendar or the amount of the promise allows no answer. */
function computed(
  record: WholeCase,
  promise: ServicePromise,
  { calendar, zone, pauses }: DeadlineGrounds,
): Deadline | StandingDeadline | null {
  const received = record.received_at.getTime();
  try {
    const still = localPauses(mergePauses(pauses, received, record.completed_at?.getTime() ?? null), zone);
    return deadlineOf(calendar, localTimeOf(received, zone), promise, still);
  } catch (error) {
    // Also what lies outside the calendar is a RangeError.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function leadsTo(
  found: Deadline | StandingDeadline,
  { due_at: due, due_on: day }: WholeCase,
  zone: ZoneClock,
): boolean {
  if (due === null || found.day === null || found.day !== day) return false;
  return found.endOfDay || found.second === localTimeOf(due.getTime(), zone).second;
}
