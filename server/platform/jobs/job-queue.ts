import type { Logger } from 'pino';
import { fromKnex, PgBoss, type JobWithMetadata } from 'pg-boss';
import type { Database } from '../database/pool.ts';
import { errorCode, errorText } from '../operator-error.ts';
import { JOB_SCHEMA } from './job-schema.repository.ts';

/** How the jobs of one name are treated. */
export interface JobKind {
  /** Lower-case letters and hyphens, for instance `deliver-report`. */
  readonly name: string;
  /** How often a job that failed is tried again; 0 never. */
  readonly retries: number;
  /** Seconds before the second attempt; every further pause is about twice as long. */
  readonly firstPauseSeconds: number;
  /** No pause is longer. */
  readonly longestPauseSeconds: number;
  /** Seconds after which a job that still runs counts as failed. */
  readonly expireSeconds: number;
}

/** One attempt at a job. */
export interface JobCall<Data extends object> {
  readonly id: string;
  readonly data: Data;
  /** 1 at first. */
  readonly attempt: number;
  /** True when no further attempt follows a failure of this one. */
  readonly last: boolean;
  /** Aborted when the job ran too long, was taken over, or the program stops. */
  readonly signal: AbortSignal;
}

export type JobHandler<Data extends object> = (call: JobCall<Data>) => Promise<void>;

export interface SendOptions {
  /** While a job of this name and key waits or runs, a second one is not taken. */
  readonly key: string;
  /** Not before this instant. */
  readonly startAfter?: Date;
  /** The job is there once this transaction commits, and never when it is rolled back. Then call {@link JobQueue.wake}. */
  readonly transaction?: Parameters<typeof fromKnex>[0];
}

export interface JobQueueOptions {
  readonly database: Database;
  readonly log: Logger;
  /** How often is looked for jobs that nobody in this process announced; 10 seconds unless given. */
  readonly pollSeconds?: number;
  /** How often is looked for jobs whose process died; 30 seconds unless given. */
  readonly superviseSeconds?: number;
  /** A job whose process gave no sign for so long is taken up again; at least 10, 30 seconds unless given. */
  readonly heartbeatSeconds?: number;
  /** Every pause before a further attempt, whatever the kind says; for specs that hurry. */
  readonly pauseSeconds?: number;
  /** False: jobs are handed over, and other processes take them. */
  readonly takes?: boolean;
}

interface Registered {
  readonly kind: JobKind;
  readonly handler: JobHandler<object>;
  workerId: string | null;
}

/** A job under way at the stop is waited for so long, then handed back to be taken up at the next start. */
const STOP_PATIENCE_MS = 15_000;
/** A job is kept so long after it is over, done or failed; it is then deleted within a day. */
const KEPT_DONE_SECONDS = 2 * 24 * 3_600;
/** A job that nobody took for so long after its time is deleted, too: whose row still waits hands it over again. */
const KEPT_WAITING_SECONDS = 14 * 24 * 3_600;

/**
 * Background jobs, kept in the database: what a killed process left unfinished is taken up again by the next. In one
 * process one job of a name runs at a time. A job may run twice, when its process died before saying that it was done:
 * handlers must bear that.
 *
 * How far a long job is belongs in the row of what it makes, where its reader looks.
 */
export class JobQueue {
  readonly #boss: PgBoss;
  readonly #log: Logger;
  readonly #pollSeconds: number;
  readonly #heartbeatSeconds: number;
  readonly #pauseSeconds: number | null;
  readonly #takes: boolean;
  readonly #jobs = new Map<string, Registered>();
  #running = false;

  constructor(options: JobQueueOptions) {
    this.#log = options.log;
    this.#pollSeconds = options.pollSeconds ?? 10;
    this.#heartbeatSeconds = options.heartbeatSeconds ?? 30;
    this.#pauseSeconds = options.pauseSeconds ?? null;
    this.#takes = options.takes !== false;
    const superviseSeconds = options.superviseSeconds ?? 30;
    this.#boss = new PgBoss({
      db: fromKnex(options.database),
      schema: JOB_SCHEMA,
      migrate: false,
      createSchema: false,
      schedule: false,
      // What only the tables' owner could do, and what is not used here.
      reindex: false,
      monitorVacuum: false,
      flowIntervalSeconds: 24 * 3_600,
      queueCacheIntervalSeconds: 3_600,
      superviseIntervalSeconds: superviseSeconds,
      monitorIntervalSeconds: superviseSeconds,
    });
    this.#boss.on('error', (error) => {
      // The database is gone while the program stops: nothing to tell.
      if (this.#running) this.#log.error({ error: errorText(error) }, 'background jobs: a look failed');
    });
    this.#boss.on('warning', (warning) => this.#log.warn({ warning: warning.message }, 'background jobs'));
  }

  /** Says who does the jobs of a name. Before {@link start}. */
  work<Data extends object>(kind: JobKind, handler: JobHandler<Data>): void {
    if (this.#running || this.#jobs.has(kind.name))
      throw new Error(`jobs "${kind.name}" are taken, or running`);
    this.#jobs.set(kind.name, { kind, handler: handler as JobHandler<object>, workerId: null });
  }

  /** Begins to take jobs. @throws when the tables of jobs are missing or of another version */
  async start(): Promise<void> {
    if (this.#running || this.#jobs.size === 0) return;
    await this.#boss.start();
    this.#running = true;
    const known = new Set((await this.#boss.getQueues()).map((queue) => queue.name));
    for (const registered of this.#jobs.values()) {
      const settings = this.#settings(registered.kind);
      if (known.has(registered.kind.name)) await this.#boss.updateQueue(registered.kind.name, settings);
      else await this.#boss.createQueue(registered.kind.name, { ...settings, policy: 'exclusive' });
      if (!this.#takes) continue;
      registered.workerId = await this.#boss.work(
        registered.kind.name,
        {
          batchSize: 1,
          localConcurrency: 1,
          includeMetadata: true,
          pollingIntervalSeconds: this.#pollSeconds,
        },
        async ([job]: JobWithMetadata[]) => {
          if (!job) return;
          await this.#run(registered, {
            id: job.id,
            data: job.data,
            attempt: job.retryCount + 1,
            last: job.retryCount >= job.retryLimit,
            signal: job.signal,
          });
        },
      );
    }
  }

  /**
   * Hands a job over, to be done soon or after an instant.
   *
   * @returns false when one of the same name and key already waits or runs
   */
  async send(name: string, data: object, { key, startAfter, transaction }: SendOptions): Promise<boolean> {
    const id = await this.#boss.send(name, data, {
      singletonKey: key,
      ...(startAfter ? { startAfter } : {}),
      ...(transaction ? { db: fromKnex(transaction) } : {}),
    });
    if (!transaction && !startAfter) this.wake(name);
    return id !== null;
  }

  /** Has this process look for jobs of the name now, instead of at the next turn. */
  wake(name: string): void {
    const workerId = this.#jobs.get(name)?.workerId;
    if (workerId) this.#boss.notifyWorker(workerId);
  }

  /** Takes no more jobs and waits for those under way; what takes too long is handed back to be taken up again. */
  async stop(): Promise<void> {
    if (!this.#running) return;
    this.#running = false;
    const ended = Promise.all([...this.#jobs.keys()].map((name) => this.#boss.offWork(name, { wait: true })));
    let patience: NodeJS.Timeout | undefined;
    await Promise.race([ended, new Promise((done) => (patience = setTimeout(done, STOP_PATIENCE_MS)))]);
    clearTimeout(patience);
    await this.#boss.stop({ graceful: false, close: false });
  }

  #settings(kind: JobKind) {
    return {
      retryLimit: kind.retries,
      retryDelay: this.#pauseSeconds ?? kind.firstPauseSeconds,
      ...(kind.retries > 0
        ? { retryBackoff: true, retryDelayMax: this.#pauseSeconds ?? kind.longestPauseSeconds }
        : { retryBackoff: false }),
      expireInSeconds: kind.expireSeconds,
      heartbeatSeconds: this.#heartbeatSeconds,
      deleteAfterSeconds: KEPT_DONE_SECONDS,
      retentionSeconds: KEPT_WAITING_SECONDS,
    };
  }

  /** What went wrong is logged here; the tables of jobs keep no more than its kind, for messages can name persons. */
  async #run(registered: Registered, call: JobCall<object>): Promise<void> {
    const { name } = registered.kind;
    try {
      await registered.handler(call);
    } catch (error) {
      const { id, attempt, last } = call;
      this.#log[last ? 'error' : 'warn'](
        { job: name, id, attempt, last, error: errorText(error) },
        'job failed',
      );
      throw new Error(`attempt ${attempt}: ${errorCode(error) || 'error'}`);
    } finally {
      // More may be waiting: look again at once.
      this.wake(name);
    }
  }
}
