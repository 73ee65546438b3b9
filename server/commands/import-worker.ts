import { parentPort, workerData } from 'node:worker_threads';
import { serveImports } from '../features/imports/import-worker.ts';
import { openDatabase } from '../platform/database/pool.ts';
import { LOADERS, ROLLUP_FAMILIES } from './loaders.ts';

/** Entry of the worker thread that loads files; `workerData` is the address of the application's role. */
if (parentPort) {
  const database = openDatabase(String(workerData), { max: 3 });
  serveImports(
    parentPort,
    () => ({ database, loaders: LOADERS, families: ROLLUP_FAMILIES, now: Date.now() }),
    (error) => console.error(error),
  );
}
