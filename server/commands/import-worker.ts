import { parentPort, workerData } from 'node:worker_threads';
import { serveImports, type ImportWorkerData } from '../features/imports/import-worker.ts';
import { AuditLog } from '../platform/audit/audit-log.repository.ts';
import { openDatabase } from '../platform/database/pool.ts';
import { LOADERS, ROLLUP_FAMILIES } from './loaders.ts';

/** Entry of the worker thread that loads files. */
if (parentPort) {
  const { url, secret } = workerData as ImportWorkerData;
  const database = openDatabase(url, { max: 3 });
  const audit = new AuditLog(secret);
  serveImports(
    parentPort,
    () => ({ database, audit, loaders: LOADERS, families: ROLLUP_FAMILIES, now: Date.now() }),
    (error) => console.error(error),
  );
}
