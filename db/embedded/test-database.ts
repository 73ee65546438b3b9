import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knex } from 'knex';
import type pg from 'pg';
import { openDatabase } from '../../server/platform/database/pool.ts';
import { migrate } from '../migrate.ts';
import { seedReference } from '../seeds/reference/seed-reference.ts';
import { answersSignals } from './process-identity.ts';
import { ensureLoginRole, withClient } from './roles.ts';
import { TEST_PROFILE } from './server-settings.ts';
import { startEmbeddedDatabase, type EmbeddedDatabase } from './start.ts';

/** A migrated database with reference data, for one spec. */
export interface TestDatabase {
  readonly application: Knex;
  readonly owner: Knex;
  readonly url: string;
  readonly migrateUrl: string;
  /** Address of the server's administrator, for specs about roles. */
  readonly adminUrl: string;
  /** Closes both pools and removes the database. */
  drop(): Promise<void>;
}

/** A server with an administrator who may create roles and databases. */
interface TestServer {
  readonly adminUrl: string;
  readonly embedded: EmbeddedDatabase | null;
}

const ROOT = join(import.meta.dirname, '..', '..');
const OWNER = 'pandu_test_owner';
const APPLICATION = 'pandu_test_app';
/** Any number, the same for ever: templates are built and copied one at a time. */
const ADVISORY_LOCK = 7_250_316;

let server: Promise<TestServer> | null = null;

/**
 * Makes a database for one spec: a copy of a template that holds the schema and the reference data. The server
 * is shared by all specs and processes of a run; it starts at the first call and stays until {@link stopTestServer}.
 *
 * With TEST_DATABASE_MIGRATE_URL that server is used instead; its role must be a superuser, or may create
 * roles and databases.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase(await templateName());
}

/** Makes a database without any table, owned by the owner's role: for specs about migrations. */
export async function createEmptyTestDatabase(): Promise<TestDatabase> {
  return createDatabase(null);
}

/** Stops the server of this run, unless another living process tests on it as well. */
export async function stopTestServer(): Promise<void> {
  // Started when it is not: a run that was killed may have left one, and joining it is how it is ended.
  const { embedded } = await testServer();
  server = null;
  await embedded?.stop();
}

async function testServer(): Promise<TestServer> {
  server ??= openServer();
  return server;
}

async function openServer(): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_MIGRATE_URL'] ?? '';
  const embedded =
    given === ''
      ? await startEmbeddedDatabase({
          dataDir: join(ROOT, '.tmp', 'test-database'),
          log: () => undefined,
          profile: TEST_PROFILE,
        })
      : null;
  const adminUrl = embedded?.superuserUrl ?? given;
  await underLock(adminUrl, async (client) => {
    for (const role of [OWNER, APPLICATION]) await ensureLoginRole(client, role, passwordOf(role, adminUrl));
    // On a server of others the process ids may be those of another machine.
    if (embedded !== null) await dropAbandoned(client);
  });
  return { adminUrl, embedded };
}

/** The same in every process that tests on this server, so that none locks out another. */
function passwordOf(role: string, adminUrl: string): string {
  return createHash('sha256')
    .update(`${role} ${new URL(adminUrl).password}`)
    .digest('hex');
}

async function createDatabase(template: string | null): Promise<TestDatabase> {
  const { adminUrl } = await testServer();
  const name = `pandu_test_${process.pid}_${randomBytes(5).toString('hex')}`;
  await underLock(adminUrl, async (client) => {
    if (template !== null) await ensureTemplate(client, template, adminUrl);
    await client.query(`create database ${name} owner ${OWNER} template ${template ?? 'template0'}`);
  });
  const url = addressOf(APPLICATION, name, adminUrl);
  const migrateUrl = addressOf(OWNER, name, adminUrl);
  const application = openDatabase(url);
  const owner = openDatabase(migrateUrl);
  return {
    application,
    owner,
    url,
    migrateUrl,
    adminUrl,
    drop: async () => {
      await application.destroy();
      await owner.destroy();
      await withClient(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

function addressOf(role: string, database: string, adminUrl: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = passwordOf(role, adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Builds the template once; one that was cut off while being built is built again. */
async function ensureTemplate(client: pg.Client, template: string, adminUrl: string): Promise<void> {
  const found = await client.query('select 1 from pg_database where datname = $1', [template]);
  if (found.rowCount !== 0) return;
  const draft = `${template}_draft`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft} owner ${OWNER} template template0`);
  const owner = openDatabase(addressOf(OWNER, draft, adminUrl));
  try {
    await migrate(owner, APPLICATION);
    await seedReference(owner);
  } finally {
    await owner.destroy();
  }
  const outdated = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'pandu\\_template\\_%' and datname not like '%\\_draft'`,
  );
  for (const { name } of outdated.rows) await client.query(`drop database ${name} with (force)`);
  await client.query(`alter database ${draft} rename to ${template}`);
}

/** Named after the contents of everything that makes it, so that a changed migration makes a new one. */
async function templateName(): Promise<string> {
  const hash = createHash('sha256');
  for (const path of [
    'db/migrations',
    'db/seeds/reference',
    'db/migrate.ts',
    'server/platform/jobs/job-schema.repository.ts',
    'node_modules/pg-boss/package.json',
  ])
    await addToHash(hash, join(ROOT, path));
  return `pandu_template_${hash.digest('hex').slice(0, 16)}`;
}

async function addToHash(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null) {
    hash.update(path).update(await readFile(path));
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.name.includes('.spec.')) await addToHash(hash, join(path, entry.name));
  }
}

/** Removes databases whose process is gone. */
async function dropAbandoned(client: pg.Client): Promise<void> {
  const found = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'pandu\\_test\\_%'`,
  );
  for (const { name } of found.rows) {
    const pid = Number(name.split('_')[2]);
    if (!answersSignals(pid)) await client.query(`drop database if exists ${name} with (force)`);
  }
}

async function underLock(adminUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query(`select pg_advisory_lock(${ADVISORY_LOCK})`);
    await work(client);
  });
}
