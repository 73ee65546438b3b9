import type { Language } from '#contract/messages';
import type { ServiceCase } from '#contract/service-cases';
import { caseClock, sessionsOf, type ExtraSession } from '#domain/calendar/case-clock';
import { localTimeOf, type Pause } from '#domain/calendar/pauses';
import type { WorkingCalendar } from '#domain/calendar/working-calendar';
import { DAY_MILLIS } from '#domain/civil-time/civil-date';
import { zoneClock, type ZoneClock } from '#domain/civil-time/zone-clock';
import type { Role } from '#domain/permissions';
import { addDays, dayNumberOf } from '#domain/period/civil-date';
import { findPauseReason } from '#domain/turnaround/pause-reasons';
import type { Clock } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { Structure } from '../../platform/database/structure.queries.ts';
import { calendarOfDays } from './case-calendar.ts';
import { caseChanges } from './case-changes.ts';
import { caseDeadline } from './case-deadline.ts';
import { caseLine, inMinutes } from './case-lines.ts';
import {
  findStandard,
  readCaseChanges,
  readDaysOfVersion,
  readPauses,
  readSessions,
  readSteps,
  type PauseRecord,
  type SessionRecord,
  type WholeCase,
} from './case-record.queries.ts';

/** Who learns the names of those who worked on a case: its own unit, and oversight (UU 27/2022). */
const SEES_STAFF: readonly Role[] = ['camat', 'kepala-skpd', 'petugas', 'inspektorat'];

const OPEN: readonly string[] = ['diterima', 'diproses', 'ditunda'];

/** Days beyond the last one known of a case, for a deadline that leads elsewhere than to the stored one. */
const AHEAD_DAYS = 120;

/** What an answer is made of beside the case itself. */
export interface CaseFileContext {
  readonly transaction: ReadTransaction;
  readonly structure: Structure;
  readonly clock: Clock;
  readonly role: Role;
  readonly language: Language;
}

/** One case with its way, both clocks up to completion or now, and why its deadline is that day. */
export async function caseFile(record: WholeCase, context: CaseFileContext): Promise<ServiceCase> {
  const { transaction, structure, clock, role, language } = context;
  const { unit_code: unit, number } = record;
  const zone = zoneClock(clock.zone);
  const pauses = await readPauses(transaction, unit, number);
  const steps = await readSteps(transaction, unit, number);
  const sessions = await readSessions(transaction, record);
  const standardDay = record.standard_from ?? record.received_on;
  const standard = await findStandard(transaction, record.service_code, standardDay);
  const span = spanOf(record, pauses, zone, clock.today);
  const calendar = await calendarOf(
    context,
    record,
    record.calendar_version ?? record.newest_calendar_version,
    span,
  );
  // What runs is counted by the calendar as it is now; what is completed keeps what it got.
  const newest =
    OPEN.includes(record.status) && record.calendar_version !== record.newest_calendar_version
      ? await calendarOf(context, record, record.newest_calendar_version, span)
      : calendar;
  const told = pauses.filter((pause) => pause.told).map(pauseOf);
  const served = servedSessions(record, sessions, zone);
  const until = record.completed_at?.getTime() ?? Date.parse(clock.now);
  const withStaff = SEES_STAFF.includes(role);
  return {
    ...caseLine(record, structure, clock.now),
    recordedAt: record.recorded_at?.toISOString() ?? null,
    preparedOnline: record.prepared_online,
    fee: record.fee === null ? null : Number(record.fee),
    staff: withStaff ? record.staff : null,
    clocks: clocksOf(record, { calendar: newest, zone, pauses: told, sessions: served, until }),
    deadline: caseDeadline(record, { zone, calendar, newest, standard, pauses: told, until }),
    steps: steps.map((step) => ({
      step: step.step,
      unit: { code: step.step_unit, name: structure.units.find(step.step_unit)?.name ?? step.step_unit },
      startedAt: step.started_at.toISOString(),
      completedAt: step.completed_at?.toISOString() ?? null,
      workingMinutes: inMinutes(step.official_seconds),
    })),
    pauses: pauses.map((pause) => ({
      reason: pause.reason,
      reasonName: reasonName(pause.reason, language),
      startedAt: pause.started_at.toISOString(),
      endedAt: pause.ended_at?.toISOString() ?? null,
      told: pause.told,
      workingMinutes: inMinutes(pause.working_seconds ?? pausedSeconds(pause, newest, zone, until)),
    })),
    sessions: served.map(({ row }) => ({
      day: row.day,
      from: clockText(row.opens),
      to: clockText(row.closes),
    })),
    changes: caseChanges(await readCaseChanges(transaction, record.id), structure, withStaff),
  };
}

/** The days that clocks and deadline of a case may ask the calendar for, both included. */
interface Span {
  readonly from: string;
  readonly to: string;
}

/** From the earliest to the latest that is known of a case: it may be received after today, and paused before receipt. */
function spanOf(record: WholeCase, pauses: readonly PauseRecord[], zone: ZoneClock, today: string): Span {
  const paused = pauses
    .flatMap(({ started_at: start, ended_at: end }) => [start, end])
    .flatMap((instant) => (instant === null ? [] : localTimeOf(instant.getTime(), zone).day));
  const days = [record.received_on, record.due_on, record.completed_on, today, ...paused]
    .filter((day) => day !== null)
    .sort();
  return {
    from: addDays(days[0] ?? today, -1),
    to: addDays(days.at(-1) ?? today, AHEAD_DAYS),
  };
}

async function calendarOf(
  { transaction }: CaseFileContext,
  record: WholeCase,
  version: number,
  { from, to }: Span,
): Promise<WorkingCalendar> {
  const calendar = { code: record.calendar_code, version };
  return calendarOfDays(await readDaysOfVersion(transaction, calendar, from, to));
}

interface ClockGrounds {
  readonly calendar: WorkingCalendar;
  readonly zone: ZoneClock;
  readonly pauses: readonly Pause[];
  readonly sessions: readonly ExtraSession[];
  /** Completion, or now: epoch milliseconds. */
  readonly until: number;
}

function clocksOf(
  record: WholeCase,
  { calendar, zone, pauses, sessions, until }: ClockGrounds,
): ServiceCase['clocks'] {
  const facts = {
    receivedAt: record.received_at.getTime(),
    completedAt: record.completed_at?.getTime() ?? null,
    pauses,
    sessions,
  };
  const now = caseClock(calendar, zone, facts, until);
  const running = OPEN.includes(record.status);
  return {
    citizenSeconds: record.citizen_seconds ?? now.citizenSeconds,
    officialSeconds: running ? now.officialSeconds : record.official_seconds,
    pausedSeconds: running ? now.pausedSeconds : (record.paused_seconds ?? now.pausedSeconds),
    running,
  };
}

function pauseOf({ started_at: start, ended_at: end, reason }: PauseRecord): Pause {
  return {
    startedAt: start.getTime(),
    endedAt: end?.getTime() ?? null,
    name: findPauseReason(reason)?.name ?? reason,
  };
}

function reasonName(code: string, language: Language): string {
  const reason = findPauseReason(code);
  return (language === 'en' ? reason?.nameEn : reason?.name) ?? code;
}

/** Working seconds of a pause, up to `until` while it runs. */
function pausedSeconds(
  pause: PauseRecord,
  calendar: WorkingCalendar,
  zone: ZoneClock,
  until: number,
): number {
  const to = Math.max(pause.ended_at?.getTime() ?? until, pause.started_at.getTime());
  return calendar.workingSecondsBetween(localTimeOf(pause.started_at.getTime(), zone), localTimeOf(to, zone));
}

/** The extra sessions that receipt or completion lies in, as the domain has them. */
function servedSessions(
  record: WholeCase,
  rows: readonly SessionRecord[],
  zone: ZoneClock,
): (ExtraSession & { readonly row: SessionRecord })[] {
  const sessions = rows.map((row) => {
    const midnight = dayNumberOf(row.day) * DAY_MILLIS;
    return {
      startsAt: zone.toInstant(midnight + row.opens * 1000),
      endsAt: zone.toInstant(midnight + row.closes * 1000),
      row,
    };
  });
  const served = sessionsOf({
    receivedAt: record.received_at.getTime(),
    completedAt: record.completed_at?.getTime() ?? null,
    sessions,
  });
  return sessions.filter((session) => served.includes(session));
}

/** `09:00` for 32 400 seconds. */
function clockText(second: number): string {
  const [hours, minutes] = [Math.floor(second / 3600), Math.floor((second % 3600) / 60)];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
