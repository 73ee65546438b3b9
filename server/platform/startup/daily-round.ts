import type { Logger } from 'pino';
import type { ClockSource } from '../clock.ts';
import type { EventHub } from '../database/event-hub.ts';
import type { Database } from '../database/pool.ts';
import { listKabupaten, type KabupatenRecord } from '../kabupaten/kabupaten.queries.ts';

/** What a task is given: one kabupaten, and its clock. */
export interface RoundCall {
  readonly database: Database;
  readonly kabupaten: KabupatenRecord;
  /** Today in the kabupaten's zone. */
  readonly today: string;
  /** ISO instant. */
  readonly now: string;
}

/** A look at a kabupaten that nobody asked for: what fell due, what its records now say. Doing it twice changes nothing. */
export interface RoundTask {
  readonly name: string;
  readonly run: (call: RoundCall) => Promise<void>;
}

export interface RoundDeps {
  readonly database: Database;
  readonly events: EventHub;
  readonly log: Logger;
  readonly clock: ClockSource;
  readonly tasks: readonly RoundTask[];
}

const HOUR_MS = 60 * 60 * 1000;
/** Imports change records in several steps; the round waits until it is quiet. */
const QUIET_MS = 3_000;

/**
 * Runs the tasks for every kabupaten at the start, every hour (a day begins at another instant in each zone) and when
 * the records of a kabupaten changed. One kabupaten at a time; a task that fails is logged and tried again next time.
 */
export class DailyRound {
  readonly #deps: RoundDeps;
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(deps: RoundDeps) {
    this.#deps = deps;
    deps.events.onDataChanged((kabupatenCode) => this.#soon(kabupatenCode));
  }

  start(): void {
    if (this.#deps.tasks.length === 0) return;
    this.#timer = setInterval(() => this.#queue(null), HOUR_MS);
    this.#queue(null);
  }

  /** Resolves when a round under way is over. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearInterval(this.#timer);
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    await this.#running;
  }

  #soon(kabupatenCode: string): void {
    if (this.#stopped || this.#timer === null) return;
    clearTimeout(this.#waiting.get(kabupatenCode));
    this.#waiting.set(
      kabupatenCode,
      setTimeout(() => {
        this.#waiting.delete(kabupatenCode);
        this.#queue(kabupatenCode);
      }, QUIET_MS),
    );
  }

  /** @param only one kabupaten, or null for all */
  #queue(only: string | null): void {
    this.#running = this.#running.then(() => this.#round(only));
  }

  async #round(only: string | null): Promise<void> {
    const { database, tasks, clock, log } = this.#deps;
    try {
      for (const kabupaten of await listKabupaten(database)) {
        if (only !== null && kabupaten.code !== only) continue;
        for (const task of tasks) {
          if (this.#stopped) return;
          const { today, now } = clock(kabupaten.timeZone);
          await task
            .run({ database, kabupaten, today, now })
            .catch((error: unknown) => log.error({ error, task: task.name }, 'task of the round failed'));
        }
      }
    } catch (error) {
      log.error({ error }, 'round not made');
    }
  }
}
