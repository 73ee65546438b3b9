import { rm, stat } from 'node:fs/promises';
import type { Worker } from 'node:worker_threads';
import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import type { Database } from '../../platform/database/pool.ts';
import type { Logger } from 'pino';
import { ImportPlaces, ImportTurns } from './import-places.ts';
import {
  claimDeadJob,
  insertImport,
  listUnfinished,
  saveFailure,
  type ImportJob,
} from './import-records.repository.ts';

/** Messages of the worker: a job ended, well or with a sentence. */
export interface WorkerMessage {
  readonly id: string;
}

/** After so many attempts a job that kills its worker is not tried again. */
const MAXIMUM_ATTEMPTS = 2;
const RECHECK_MS = 1_000;

export interface ImportQueueDeps {
  readonly database: Database;
  readonly log: Logger;
  readonly audit: AuditLog;
  /** Folder of uploaded files. */
  readonly uploadDir: string;
  readonly spawnWorker: () => Worker;
}

/**
 * Runs imports one after the other in a worker thread, so that screens stay quick; the kabupaten take turns, and nobody
 * fills the queue alone. Jobs are kept in the database and their files in the data folder: what a crash interrupted is run
 * again at the next start.
 */
export class ImportQueue {
  readonly uploadDir: string;
  readonly #deps: ImportQueueDeps;
  readonly #waiting = new ImportTurns<ImportJob>();
  readonly #places = new ImportPlaces();
  #worker: Worker | null = null;
  #running: ImportJob | null = null;
  #recheck: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(deps: ImportQueueDeps) {
    this.#deps = deps;
    this.uploadDir = deps.uploadDir;
  }

  /**
   * Keeps a place for an import, from before its file is received. `receive` answers the job; when it fails the place is
   * free again. @throws ProblemException when the person has too many unfinished imports, or too much is waiting
   */
  async take(
    { id, startedBy, bytes }: Pick<ImportJob, 'id' | 'startedBy'> & { readonly bytes: number },
    receive: () => Promise<{ job: ImportJob; format: string }>,
  ): Promise<void> {
    this.#places.take(id, { startedBy, bytes });
    try {
      const { job, format } = await receive();
      await this.#enqueue(job, format);
    } catch (error) {
      this.#places.free(id);
      throw error;
    }
  }

  /** Keeps the job and runs it when its turn comes. */
  async #enqueue(job: ImportJob, format: string): Promise<void> {
    await insertImport(this.#deps.database, job, format);
    this.#waiting.push(job);
    this.#next();
  }

  /** Takes up what an earlier process left unfinished. */
  async recover(): Promise<void> {
    await this.#takeUp(await listUnfinished(this.#deps.database));
  }

  /** The database may be at work for a killed process for some seconds more: what is still held is asked for again. */
  async #takeUp(jobs: Awaited<ReturnType<typeof listUnfinished>>): Promise<void> {
    const held = new Set<string>();
    for (const job of jobs) {
      if (!(await claimDeadJob(this.#deps.database, job))) {
        held.add(job.id);
        continue;
      }
      const ours = job.storedFile.startsWith(this.uploadDir);
      if (ours && job.attempts < MAXIMUM_ATTEMPTS) {
        const bytes = await stat(job.storedFile).then(
          ({ size }) => size,
          () => 0,
        );
        this.#places.keep(job.id, { startedBy: job.startedBy, bytes });
        this.#waiting.push(job);
        continue;
      }
      await saveFailure(
        this.#deps.database,
        this.#deps.audit,
        job,
        'Pemuatan terhenti sebelum selesai; tidak ada baris yang masuk. Muat berkas itu sekali lagi.',
      );
      if (ours) await rm(job.storedFile, { force: true });
    }
    this.#next();
    if (held.size > 0 && !this.#stopped)
      this.#recheck = setTimeout(() => void this.#takeUpHeld(held), RECHECK_MS);
  }

  async #takeUpHeld(held: ReadonlySet<string>): Promise<void> {
    try {
      await this.#takeUp((await listUnfinished(this.#deps.database)).filter((job) => held.has(job.id)));
    } catch (error) {
      this.#deps.log.error({ error }, 'unfinished imports not taken up');
    }
  }

  /** Ends the worker; an unfinished job is taken up at the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#recheck) clearTimeout(this.#recheck);
    await this.#worker?.terminate();
  }

  #next(): void {
    if (this.#stopped || this.#running !== null) return;
    const job = this.#waiting.next();
    if (!job) return;
    this.#running = job;
    this.#ensureWorker().postMessage(job);
  }

  #ensureWorker(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.#deps.spawnWorker();
    this.#worker = worker;
    worker.on('message', (message: WorkerMessage) => {
      if (message.id === this.#running?.id) void this.#finish();
    });
    worker.on('error', (error) => this.#deps.log.error({ error }, 'import worker failed'));
    worker.on('exit', () => {
      this.#worker = null;
      if (!this.#stopped && this.#running) void this.#afterCrash(this.#running);
    });
    return worker;
  }

  async #finish(): Promise<void> {
    const job = this.#running;
    if (job) {
      this.#places.free(job.id);
      await rm(job.storedFile, { force: true }).catch(() => undefined);
    }
    this.#running = null;
    this.#next();
  }

  /** The worker died under the job (out of memory, a bug): nothing was loaded, and the person is told. */
  async #afterCrash(job: ImportJob): Promise<void> {
    await saveFailure(
      this.#deps.database,
      this.#deps.audit,
      job,
      'Pemuatan gagal karena berkas ini terlalu berat untuk diolah; tidak ada baris yang masuk. Bagi menjadi beberapa berkas.',
    ).catch((error: unknown) => this.#deps.log.error({ error }, 'import failure not saved'));
    await this.#finish();
  }
}
