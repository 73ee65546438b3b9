/**
 * The two clocks of a case. The citizen's never stops: from receipt to completion by the clock on the wall. The
 * official one runs while the unit is open, stands still in pauses of which the applicant was told, and counts an extra
 * session in which the case was received or completed. Sessions never move a deadline (`deadline.ts` does not know them).
 */
import type { ZoneClock } from '../civil-time/zone-clock.ts';
import { localTimeOf, mergePauses, type Pause } from './pauses.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Served outside opening hours, for this service or all of the unit. Instants are epoch milliseconds. */
export interface ExtraSession {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** What happened to a case. Instants are epoch milliseconds. */
export interface CaseFacts {
  readonly receivedAt: number;
  /** Not before receipt; null while the case is open. */
  readonly completedAt: number | null;
  /** Only those of which the applicant was told. */
  readonly pauses: readonly Pause[];
  readonly sessions: readonly ExtraSession[];
}

/** Whole seconds, never negative. */
export interface CaseClock {
  /** Wall time since receipt. */
  readonly citizenSeconds: number;
  /** Time in which the unit was open, without pauses, with the sessions the case was served in. */
  readonly officialSeconds: number;
  /** Time in which the unit was open and the case in a pause. */
  readonly pausedSeconds: number;
}

/**
 * Both clocks of a case at its completion, or at `now` while it is open.
 * @param now epoch milliseconds; of no account once the case is completed
 * @throws OutsideCalendarError when receipt, completion or a pause lies outside the calendar.
 */
export function caseClock(
  calendar: WorkingCalendar,
  zone: ZoneClock,
  facts: CaseFacts,
  now: number,
): CaseClock {
  const until = Math.max(facts.completedAt ?? now, facts.receivedAt);
  const pauses = mergePauses(facts.pauses, facts.receivedAt, until);
  const openSeconds = (from: number, to: number): number =>
    Math.max(calendar.workingSecondsBetween(localTimeOf(from, zone), localTimeOf(to, zone)), 0);
  const pausedSeconds = sum(pauses.map((pause) => openSeconds(pause.startedAt, pause.endedAt ?? until)));
  const extraSeconds = sum(
    outsideOf(servedSessions(facts, until), pauses).map(({ startsAt, endsAt }) =>
      Math.max(wholeSeconds(startsAt, endsAt) - openSeconds(startsAt, endsAt), 0),
    ),
  );
  const open = openSeconds(facts.receivedAt, until);
  return {
    citizenSeconds: Math.floor((until - facts.receivedAt) / 1000),
    officialSeconds: Math.max(open - pausedSeconds, 0) + extraSeconds,
    pausedSeconds,
  };
}

/** The sessions in which the case was received or completed, from their start up to and including their end. */
export function sessionsOf(facts: Omit<CaseFacts, 'pauses'>): readonly ExtraSession[] {
  return facts.sessions.filter(({ startsAt, endsAt }) =>
    [facts.receivedAt, facts.completedAt].some(
      (instant) => instant !== null && startsAt <= instant && instant <= endsAt,
    ),
  );
}

/** Those sessions between receipt and `until`, overlapping ones made one. */
function servedSessions(facts: CaseFacts, until: number): ExtraSession[] {
  const spans = sessionsOf(facts).map(({ startsAt, endsAt }) => ({
    startedAt: startsAt,
    endedAt: endsAt,
    name: '',
  }));
  return mergePauses(spans, facts.receivedAt, until).map(({ startedAt, endedAt }) => ({
    startsAt: startedAt,
    endsAt: endedAt ?? until,
  }));
}

/** What remains of the sessions when the (merged) pauses are cut out. */
function outsideOf(sessions: readonly ExtraSession[], pauses: readonly Pause[]): ExtraSession[] {
  return pauses.reduce<ExtraSession[]>(
    (left, { startedAt, endedAt }) =>
      left
        .flatMap(({ startsAt, endsAt }) => [
          { startsAt, endsAt: Math.min(endsAt, startedAt) },
          { startsAt: Math.max(startsAt, endedAt ?? endsAt), endsAt },
        ])
        .filter(({ startsAt, endsAt }) => endsAt > startsAt),
    [...sessions],
  );
}

/** Whole seconds as clocks show them at both ends. */
function wholeSeconds(from: number, to: number): number {
  return Math.floor(to / 1000) - Math.floor(from / 1000);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
