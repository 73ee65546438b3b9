import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Express, Router } from 'express';
import { pino, type Logger } from 'pino';
import { createApp } from './app.ts';
import { ImportQueue } from './features/imports/import-queue.ts';
import { systemClock, type ClockSource } from './platform/clock.ts';
import { EventHub } from './platform/database/event-hub.ts';
import { openDatabase, openSessionPool, type Database } from './platform/database/pool.ts';

export interface CompositionOptions {
  /** Address of the application's role. */
  readonly url: string;
  readonly dataDir: string;
  readonly clientDir: string | null;
  readonly sessionSecret: string;
  readonly demo: boolean;
  readonly secureCookie?: boolean;
  readonly clock?: ClockSource;
  readonly answerCacheSize?: number;
  readonly log?: Logger;
  /** Further routes behind sign-in, for measurements of this very app. */
  readonly extraRoutes?: (router: Router, database: Database) => void;
}

/** The product, put together but not listening yet. */
export interface Composition {
  readonly app: Express;
  readonly database: Database;
  /** Begins to listen for events and takes up unfinished imports. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const MANIFEST = join(import.meta.dirname, '..', 'package.json');
/**
 * Memory for the objects of an import. The file itself is never held; a generous limit would only let the garbage wait
 * longer to be collected. The "young" part is small, because a worker keeps three of them.
 */
const WORKER_MEMORY = { maxOldGenerationSizeMb: 80, maxYoungGenerationSizeMb: 8 };

/** Wires database, sessions, events, imports and routes; used by `npm start` and by the tests of the API. */
export async function compose(options: CompositionOptions): Promise<Composition> {
  const log = options.log ?? pino({ level: process.env['PANDU_LOG'] ?? 'warn' });
  const database = openDatabase(options.url, { max: 12 });
  const sessionPool = openSessionPool(options.url);
  const events = new EventHub(options.url, log);
  const imports = new ImportQueue({
    database,
    log,
    uploadDir: join(options.dataDir, 'uploads'),
    spawnWorker: () =>
      new Worker(new URL('./commands/import-worker.ts', import.meta.url), {
        workerData: options.url,
        resourceLimits: WORKER_MEMORY,
      }),
  });
  const { version } = JSON.parse(await readFile(MANIFEST, 'utf8')) as { version: string };
  const app = createApp({
    database,
    sessionPool,
    events,
    imports,
    log,
    version,
    sessionSecret: options.sessionSecret,
    clock: options.clock ?? systemClock,
    clientDir: options.clientDir,
    demo: options.demo,
    secureCookie: options.secureCookie ?? false,
    ...(options.extraRoutes ? { extraRoutes: options.extraRoutes } : {}),
    answerCacheSize: options.answerCacheSize ?? Number(process.env['PANDU_ANSWER_CACHE'] ?? 2_000),
  });
  return {
    app,
    database,
    start: async () => {
      await events.start();
      await imports.recover();
    },
    stop: async () => {
      await imports.stop();
      await events.stop();
      await sessionPool.end();
      await database.destroy();
    },
  };
}
