import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { attachOrStartEmbedded, roleOf, type AttachedDatabase } from '../db/embedded/attach.ts';
import { migrate, requireMigrated } from '../db/migrate.ts';
import { DEMO_ACCOUNTS } from '../db/seeds/demo/demo-accounts.ts';
import { wasDemoRemoved } from '../db/seeds/demo/remove-demo.ts';
import { seedDemo } from '../db/seeds/demo/seed-demo.ts';
import { seedReference } from '../db/seeds/reference/seed-reference.ts';
import { seedShippedInnovations } from '../db/seeds/reference/seed-shipped-innovations.ts';
import { compose } from './compose.ts';
import { AuditLog } from './platform/audit/audit-log.repository.ts';
import { installationSecret } from './platform/audit/installation-secret.ts';
import { systemClock } from './platform/clock.ts';
import { demoDesk } from './commands/demo-desk.ts';
import { searchVector } from './features/innovations/search/search-vector.repository.ts';
import { demoLoader } from './commands/load-demo.ts';
import { RENEWAL } from './commands/loaders.ts';
import { moveAllOpenDeadlines } from './commands/open-deadlines.ts';
import { readConfig, type Config } from './platform/config.ts';
import { openDatabase, requireConnection } from './platform/database/pool.ts';
import { renewRollups } from './platform/database/rollups/renew-rollups.repository.ts';
import { refuseUnsafeRole } from './platform/database/role-check.ts';
import { createWebServer } from './platform/http/web-server.ts';
import { OperatorError } from './platform/operator-error.ts';
import { buildClientIfChanged } from './platform/startup/client-build.ts';
import { runLifecycle, type Lifecycle } from './platform/startup/lifecycle.ts';
import { listen, requireFreePort } from './platform/startup/listen.ts';
import { keepSecret, makeReadablePassword } from './platform/startup/secret-file.ts';

// Tidied when it has grown by a third, not fourfold: making reports leaves much behind, and the machine has others to serve.
setFlagsFromString('--heap-growing-percent=30');

const ROOT = join(import.meta.dirname, '..');
const log = (line: string): void => console.log(line);

/** What a failure's sentence needs; known once the configuration is read. */
const known = { dataDir: null as string | null, debug: process.env['PANDU_DEBUG'] === '1' };

await runLifecycle(start, known);

/** The whole start, step by step: configuration, client, database, schema, data, web server. */
async function start(lifecycle: Lifecycle): Promise<void> {
  const config = readConfig(process.env);
  known.dataDir = config.dataDir;
  await requireFreePort(config);
  await buildClientIfChanged({ root: ROOT, log, signal: lifecycle.stopping });
  lifecycle.checkpoint();

  const attached = await attachOrStartEmbedded(config, log, lifecycle.fail);
  lifecycle.onStop(attached.release);
  lifecycle.checkpoint();
  const demoPassword = await prepareData(config, attached);
  lifecycle.checkpoint();

  const product = await compose({
    url: attached.url,
    dataDir: config.dataDir,
    clientDir: join(ROOT, 'dist', 'client'),
    sessionSecret: await keepSecret(config.dataDir, 'session-secret'),
    demo: config.demo,
    publicUrl: config.publicUrl,
    sessionLimits: config.sessionLimits,
    trustProxy: config.trustProxy,
    singleSignOn: config.singleSignOn,
    mail: config.mail,
  });
  lifecycle.onStop(product.stop);
  await requireConnection(product.database, attached.url, 'DATABASE_URL');
  await refuseUnsafeRole(product.database);
  if (attached.migrateUrl === null) await requireMigrated(product.database);
  await product.audit.requireSameSecret(product.database);
  await renewRollups(product.database, RENEWAL, log);
  await product.start();

  const listening = await listen(createWebServer(product.app), config);
  lifecycle.onStop(listening.close);
  announce(listening.port, demoPassword);
  void product.warm();
}

/**
 * Schema, reference data and, where wanted, demo data, as the owner's role.
 *
 * @returns the password of the demo accounts, or null without them
 */
async function prepareData(config: Config, attached: AttachedDatabase): Promise<string | null> {
  if (attached.migrateUrl === null) {
    if (!config.demo) return null;
    throw new OperatorError('PANDU_DEMO=1 memerlukan peran pemilik basis data: isi DATABASE_MIGRATE_URL.');
  }
  const owner = openDatabase(attached.migrateUrl, { max: 4 });
  try {
    await requireConnection(owner, attached.migrateUrl, 'DATABASE_MIGRATE_URL');
    const applied = await migrate(owner, roleOf(attached.url));
    if (applied.length > 0) log(`Skema basis data diperbarui (${applied.length} langkah).`);
    await seedReference(owner, moveAllOpenDeadlines);
    await seedShippedInnovations(owner, searchVector);
    if (!config.demo || (await wasDemoRemoved(config.dataDir))) return null;
    const password =
      config.demoPassword ?? (await keepSecret(config.dataDir, 'demo-password', makeReadablePassword));
    const application = openDatabase(attached.url, { max: 2 });
    const audit = new AuditLog(await installationSecret(config.dataDir));
    try {
      await seedDemo({
        owner,
        application,
        password,
        log,
        today: systemClock('Asia/Makassar').today,
        load: demoLoader(application, audit),
        desk: demoDesk(audit),
      });
    } finally {
      await application.destroy();
    }
    return password;
  } finally {
    await owner.destroy();
  }
}

function announce(port: number, demoPassword: string | null): void {
  log(`PANDU siap di http://localhost:${port}`);
  if (demoPassword !== null) {
    log(`Akun demo: ${DEMO_ACCOUNTS.map((account) => account.username).join(', ')}.`);
    log(`Sandi semua akun demo: ${demoPassword}`);
  }
}
