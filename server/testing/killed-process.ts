import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Knex } from 'knex';
import type { JobProcessOptions } from './job-process.ts';
import type { TestProduct } from './test-product.ts';
import { until } from './until.ts';

/** A process must start, and find the job that nobody else goes on with. */
export const FOR_ANOTHER_PROCESS_MS = 90_000;

/** Any number that nobody else locks. */
const HELD = 7_250_901;

/** Further processes of a product, which do its background jobs and can be killed at a chosen statement. */
export class KilledProcesses {
  readonly #product: TestProduct;
  readonly #mail: JobProcessOptions['mail'];
  readonly #now: string;
  readonly #children: ChildProcess[] = [];
  #held: Knex.Transaction | null = null;

  constructor(product: TestProduct, now: string, mail?: JobProcessOptions['mail']) {
    this.#product = product;
    this.#now = now;
    this.#mail = mail;
  }

  /** Starts a process that takes jobs, and looks after mail where it has a server for it. */
  start(now = this.#now): ChildProcess {
    const options: JobProcessOptions = {
      url: this.#product.database.url,
      dataDir: this.#product.dataDir,
      now,
      ...(this.#mail === undefined ? {} : { mail: this.#mail }),
    };
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'job-process.ts'), JSON.stringify(options)],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    this.#children.push(child);
    return child;
  }

  /**
   * Starts a process, lets it run up to the first row for which the condition holds, and kills it there.
   *
   * @param condition SQL on the row `new`
   */
  async killAt(table: string, event: 'insert' | 'update', condition: string): Promise<void> {
    const { owner } = this.#product.database;
    await owner.raw(
      `create or replace function held_row() returns trigger language plpgsql as
       $held$ begin perform pg_advisory_xact_lock(${HELD}); return new; end $held$`,
    );
    await owner.raw(
      `create trigger held_row before ${event} on ${table} for each row when (${condition})
       execute function held_row()`,
    );
    this.#held = await owner.transaction();
    await this.#held.raw(`select pg_advisory_xact_lock(${HELD})`);
    const child = this.start();
    await until(async () => {
      const { rows } = await owner.raw<{ rows: unknown[] }>(
        `select from pg_locks where locktype = 'advisory' and objid = ${HELD} and not granted
            and database = (select oid from pg_database where datname = current_database())`,
      );
      return rows.length > 0;
    }, FOR_ANOTHER_PROCESS_MS);
    child.kill('SIGKILL');
    await new Promise((done) => child.once('exit', done));
    await this.#release();
    await owner.raw(`drop trigger held_row on ${table}`);
  }

  async stop(): Promise<void> {
    await this.#release();
    for (const child of this.#children) child.kill('SIGKILL');
  }

  async #release(): Promise<void> {
    const held = this.#held;
    this.#held = null;
    await held?.rollback();
  }
}
