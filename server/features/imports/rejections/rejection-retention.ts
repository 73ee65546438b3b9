import type { Logger } from 'pino';
import type { Database } from '../../../platform/database/pool.ts';
import { deleteOldRejections } from './rejection-retention.repository.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Deletes rejected rows that were kept long enough, at the start and once a day. */
export class RejectionRetention {
  readonly #database: Database;
  readonly #log: Logger;
  #timer: NodeJS.Timeout | null = null;

  constructor(database: Database, log: Logger) {
    this.#database = database;
    this.#log = log;
  }

  async start(): Promise<void> {
    this.#timer = setInterval(() => void this.#delete(), DAY_MS);
    await this.#delete();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  async #delete(): Promise<void> {
    try {
      await deleteOldRejections(this.#database);
    } catch (error) {
      this.#log.error({ error }, 'old rejected rows not deleted');
    }
  }
}
