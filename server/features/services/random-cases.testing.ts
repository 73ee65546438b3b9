import { caseClock, type CaseFacts } from '#domain/calendar/case-clock';
import { deadlineOf, type ServicePromise } from '#domain/calendar/deadline';
import { localPauses, localTimeOf, mergePauses, type Pause } from '#domain/calendar/pauses';
import type { WorkingCalendar } from '#domain/calendar/working-calendar';
import { zoneClock, type ZoneClock } from '#domain/civil-time/zone-clock';
import { newRecordId } from '../../platform/database/record-id.ts';

const DAY = 86_400;
/** Holds Ramadan 1447 H, and both changes of the clocks in New York. */
const FIRST_SECOND = Date.parse('2025-10-01T00:00:00Z') / 1000;
const SPAN_DAYS = 400;

type CodedPromise = ServicePromise & { readonly code: string };

interface RandomSession {
  readonly unit: string;
  readonly service: string;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly row: Readonly<Record<string, unknown>>;
}

interface RandomPause extends Pause {
  readonly told: boolean;
}

export interface RandomCase {
  readonly number: string;
  readonly calendar: string;
  readonly promise: CodedPromise;
  readonly facts: Omit<CaseFacts, 'pauses'> & { readonly pauses: readonly RandomPause[] };
  /** As an import reads it. */
  readonly fields: Readonly<Record<string, string | null>>;
  /** As case_pauses holds it, without the kabupaten. */
  readonly pauseRows: readonly Readonly<Record<string, unknown>>[];
}

/** Random sessions and cases of units that are named after their calendars, and what the definition says of them. */
export class RandomCases {
  readonly sessions: readonly RandomSession[];
  #state: number;
  readonly #zone: ZoneClock;
  readonly #calendars: readonly string[];
  readonly #promises: readonly CodedPromise[];

  constructor(
    seed: number,
    timeZone: string,
    calendars: readonly string[],
    promises: readonly CodedPromise[],
  ) {
    this.#state = seed;
    this.#zone = zoneClock(timeZone);
    this.#calendars = calendars;
    this.#promises = promises;
    const sessions = new Map<string, RandomSession>();
    for (const calendar of calendars) {
      for (let index = 0; index < 200; index++) {
        const session = this.#session(`unit-${calendar}`);
        sessions.set(`${session.unit} ${session.service} ${session.startsAt}`, session);
      }
    }
    this.sessions = [...sessions.values()];
  }

  cases(count: number): RandomCase[] {
    return Array.from({ length: count }, (_, index) => this.#case(String(index)));
  }

  /** "official paused source due": seconds, "-" for none, the deadline in local time with microseconds. */
  expected(calendar: WorkingCalendar, given: RandomCase, withPauses: boolean): string {
    const { facts, promise } = given;
    const told = withPauses ? facts.pauses.filter((pause) => pause.told) : [];
    const clock = caseClock(calendar, this.#zone, { ...facts, pauses: told }, facts.receivedAt);
    const merged = mergePauses(told, facts.receivedAt, facts.completedAt);
    const due = deadlineOf(
      calendar,
      localTimeOf(facts.receivedAt, this.#zone),
      promise,
      localPauses(merged, this.#zone),
    );
    const done = facts.completedAt !== null;
    return [
      done ? clock.officialSeconds : '-',
      done && told.length > 0 ? clock.pausedSeconds : '-',
      due.day === null ? 'paused' : 'standard',
      due.day === null ? '-' : this.#lastInstant(due.day, due.second, due.endOfDay),
    ].join(' ');
  }

  describe({ calendar, promise, facts }: RandomCase): string {
    const text = (instant: number | null): string => {
      if (instant === null) return '…';
      const { day, second } = localTimeOf(instant, this.#zone);
      return `${day} ${new Date(second * 1000).toISOString().slice(11, 19)}`;
    };
    const pauses = facts.pauses.map(
      ({ startedAt, endedAt, told }) => `${text(startedAt)} – ${text(endedAt)}${told ? '' : ' (not told)'}`,
    );
    const sessions = facts.sessions
      .filter(({ startsAt, endsAt }) =>
        [facts.receivedAt, facts.completedAt].some(
          (instant) => instant !== null && Math.abs(instant - (startsAt + endsAt) / 2) < DAY * 1000,
        ),
      )
      .map(({ startsAt, endsAt }) => `${text(startsAt)} – ${text(endsAt)}`);
    return `${calendar} ${promise.code} ${text(facts.receivedAt)} – ${text(facts.completedAt)}; pauses ${pauses.join(', ')}; sessions ${sessions.join(', ')}`;
  }

  /**
   * The last instant that is in time, as clocks show it: 01.30 comes twice when they are put back, and which of the two
   * a deadline means is of no account.
   */
  #lastInstant(day: string, second: number, endOfDay: boolean): string {
    const civil = Date.parse(`${day}T00:00:00Z`) + second * 1000;
    const shown = this.#zone.toCivil(this.#zone.toInstant(civil)) - (endOfDay ? 1000 : 0);
    return `${new Date(shown).toISOString().slice(0, 19).replace('T', ' ')}.${endOfDay ? '999999' : '000000'}`;
  }

  #below(count: number): number {
    // Park and Miller: enough to spread days and seconds.
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return this.#state % count;
  }

  #oneOf<T>(list: readonly T[]): T {
    const value = list[this.#below(list.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  }

  /** In the morning, over the end of office hours, or late until midnight; of one service or of all. */
  #session(unit: string): RandomSession {
    const midnight = (Math.floor(FIRST_SECOND / DAY) + this.#below(SPAN_DAYS)) * DAY;
    const day = new Date(midnight * 1000).toISOString().slice(0, 10);
    const [opens, closes] = this.#oneOf([
      [9, 11],
      [10, 12.5],
      [14, 18],
      [20, 24],
    ] as const);
    const service = this.#oneOf(['*', this.#oneOf(this.#promises).code]);
    return {
      unit,
      service,
      startsAt: this.#zone.toInstant((midnight + opens * 3600) * 1000),
      endsAt: this.#zone.toInstant((midnight + closes * 3600) * 1000),
      row: {
        id: newRecordId(),
        unit_code: unit,
        service_code: service,
        day,
        opens: opens * 3600,
        closes: closes * 3600,
      },
    };
  }

  #case(number: string): RandomCase {
    const calendar = this.#oneOf(this.#calendars);
    const promise = this.#oneOf(this.#promises);
    const unit = `unit-${calendar}`;
    const sessions = this.sessions.filter(
      (session) => session.unit === unit && ['*', promise.code].includes(session.service),
    );
    let received = FIRST_SECOND + this.#below(SPAN_DAYS * DAY);
    // A third comes about the time of a session, some of them in its very last second.
    if (this.#below(3) === 0) {
      const session = this.#oneOf(sessions);
      received = this.#oneOf([
        session.endsAt / 1000,
        session.startsAt / 1000 - 1800 + this.#below(4 * 3600),
        session.startsAt / 1000 + this.#below(3600),
      ]);
    }
    const length = this.#below(this.#oneOf([60, 7_200, DAY, 40 * DAY]));
    const completed = this.#below(5) === 0 ? null : received + length;
    const pauses = this.#pauses(received, Math.max(length, 3600));
    return {
      number,
      calendar,
      promise,
      facts: {
        receivedAt: received * 1000,
        completedAt: completed === null ? null : completed * 1000,
        pauses,
        sessions,
      },
      fields: {
        number,
        unit,
        service: promise.code,
        receivedAt: new Date(received * 1000).toISOString(),
        completedAt: completed === null ? null : new Date(completed * 1000).toISOString(),
        status: completed === null ? 'diproses' : 'selesai',
      },
      pauseRows: pauses.map(({ startedAt, endedAt, told }) => ({
        id: newRecordId(),
        unit_code: unit,
        number,
        started_at: new Date(startedAt),
        started_on: localTimeOf(startedAt, this.#zone).day,
        ended_at: endedAt === null ? null : new Date(endedAt),
        reason: this.#oneOf(['berkas-kurang', 'blangko-kosong']),
        told,
        service_code: promise.code,
      })),
    };
  }

  /** Up to four, some before receipt or after completion, some over one another, few still running. */
  #pauses(received: number, length: number): RandomPause[] {
    const pauses = new Map<number, RandomPause>();
    const count = this.#below(5);
    for (let index = 0; index < count; index++) {
      const start = received - 3600 + this.#below(length + 2 * 3600);
      const seconds = this.#below(this.#oneOf([1, 1800, 6 * 3600, 2 * DAY, 12 * DAY]));
      pauses.set(start, {
        startedAt: start * 1000,
        endedAt: this.#below(8) === 0 ? null : (start + seconds) * 1000,
        name: 'jeda',
        told: this.#below(6) > 0,
      });
    }
    return [...pauses.values()];
  }
}
