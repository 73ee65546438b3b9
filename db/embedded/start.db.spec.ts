import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { OperatorError } from '../../server/platform/operator-error.ts';
import { argumentsOf } from './process-identity.ts';
import { TEST_PROFILE } from './server-settings.ts';
import { startEmbeddedDatabase, type EmbeddedDatabase } from './start.ts';

const TEMPORARY = join(import.meta.dirname, '..', '..', '.tmp');

describe('the embedded database', () => {
  let dataDir: string;
  const open: EmbeddedDatabase[] = [];
  const children: ChildProcess[] = [];
  const lines: string[] = [];

  async function start(): Promise<EmbeddedDatabase> {
    const database = await startEmbeddedDatabase({
      dataDir,
      log: (line) => lines.push(line),
      profile: TEST_PROFILE,
    });
    open.push(database);
    return database;
  }

  async function stop(database: EmbeddedDatabase): Promise<void> {
    open.splice(open.indexOf(database), 1);
    await database.stop();
  }

  async function ask<T>(url: string, sql: string): Promise<T | undefined> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<{ value: T }>(sql)).rows[0]?.value;
    } finally {
      await client.end();
    }
  }

  async function postmasterPid(): Promise<number> {
    return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  }

  async function waitFor(condition: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = performance.now() + 15_000;
    while (!(await condition())) {
      if (performance.now() > deadline) throw new Error('waited for 15 s in vain');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Another process that uses the same data folder until it is killed. */
  async function startElsewhere(): Promise<ChildProcess> {
    const program = `
      const { startEmbeddedDatabase } = await import(${JSON.stringify(join(import.meta.dirname, 'start.ts'))});
      await startEmbeddedDatabase({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined, profile: { durable: false, maxConnections: 200 } });
      console.log('up');
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    await once(child.stdout, 'data');
    return child;
  }

  async function killHard(child: ChildProcess): Promise<void> {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  // Each spec creates a database of its own, some start a second process: slow machines need longer than 5 s.
  const usualTimeout = jasmine.DEFAULT_TIMEOUT_INTERVAL;
  beforeAll(() => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = 60_000;
  });
  afterAll(() => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = usualTimeout;
  });

  beforeEach(async () => {
    lines.length = 0;
    dataDir = await mkdtemp(join(TEMPORARY, 'embedded-'));
    // PostgreSQL's own user passes through here when the tests run as root.
    await chmod(dataDir, 0o711);
  });

  afterEach(async () => {
    for (const child of children.splice(0))
      if (child.exitCode === null && child.signalCode === null) await killHard(child);
    // Joining and leaving ends a server that a killed process left behind.
    if (open.length === 0) await start().catch(() => undefined);
    for (const database of open.splice(0)) await database.stop();
    await rm(dataDir, { recursive: true });
  });

  it('starts, keeps its data over a restart, and leaves no process behind', async () => {
    const first = await start();
    expect(first.reused).toBeFalse();
    await ask(first.migrateUrl, 'create table kept as select 42 as value');
    const pid = await postmasterPid();
    await stop(first);
    expect(argumentsOf(pid)).toBeNull();
    const second = await start();
    expect(second.reused).toBeFalse();
    expect(await ask<number>(second.migrateUrl, 'select value from kept')).toBe(42);
  });

  it('is UTF-8, speaks UTC, listens on the loopback address only and asks for a password', async () => {
    const { url } = await start();
    expect(await ask(url, `select current_setting('server_encoding') as value`)).toBe('UTF8');
    expect(await ask(url, `select current_setting('TimeZone') as value`)).toBe('UTC');
    expect(await ask(url, `select upper('é') as value`)).toBe('É');
    expect(await ask(url, `select current_setting('listen_addresses') as value`)).toBe('127.0.0.1');
    const wrong = new URL(url);
    wrong.password = 'salah';
    await expectAsync(ask(wrong.href, 'select 1 as value')).toBeRejectedWithError(
      /password authentication failed/,
    );
  });

  it('gives the application a plain role that may make temporary tables only', async () => {
    const { url, migrateUrl } = await start();
    const rights = `select concat(rolsuper, rolbypassrls, rolcreatedb, rolcreaterole) as value from pg_roles where rolname = current_user`;
    expect(await ask(url, rights)).toBe('ffff');
    expect(await ask(migrateUrl, rights)).toBe('ffff');
    await ask(url, 'create temp table scratch (id int)');
    await expectAsync(ask(url, 'create table own (id int)')).toBeRejectedWithError(/permission denied/);
    await ask(migrateUrl, 'create extension btree_gist');
    await ask(migrateUrl, 'drop extension btree_gist');
  });

  it('keeps passwords where only their owner reads them', async () => {
    await start();
    expect((await stat(join(dataDir, 'database-passwords.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700);
    expect((await readdir(dataDir)).filter((name) => /\.(password|new|lock)/.test(name))).toEqual([]);
  });

  it('joins the living server of a killed application and stops it in the end', async () => {
    const child = await startElsewhere();
    const pid = await postmasterPid();
    await killHard(child);
    expect(argumentsOf(pid)).not.toBeNull();
    const database = await start();
    expect(database.reused).toBeTrue();
    expect(await postmasterPid()).toBe(pid);
    await stop(database);
    // Nobody waits for an orphan: it may take a moment to be gone.
    for (let left = 50; left > 0 && argumentsOf(pid) !== null; left -= 1) await delay(100);
    expect(argumentsOf(pid)).toBeNull();
  });

  it('leaves the server running for another process that uses it', async () => {
    await startElsewhere();
    const pid = await postmasterPid();
    await stop(await start());
    expect(argumentsOf(pid)).not.toBeNull();
  });

  it('starts after application and server were both killed', async () => {
    const child = await startElsewhere();
    const pid = await postmasterPid();
    await killHard(child);
    process.kill(pid, 'SIGKILL');
    await waitFor(() => argumentsOf(pid) === null);
    const database = await start();
    expect(database.reused).toBeFalse();
    expect(await ask(database.url, 'select 1 as value')).toBe(1);
  });

  it('starts when the noted process id belongs to another program by now', async () => {
    await stop(await start());
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
    await writeFile(
      pidFile,
      `${process.ppid}\n${join(dataDir, 'postgres')}\n1763740000\n5432\n\n127.0.0.1\n  1  1\nready   \n`,
    );
    const database = await start();
    expect(database.reused).toBeFalse();
    expect(await ask(database.url, 'select 1 as value')).toBe(1);
  });

  it('restarts a server that dies while in use, at the same address', async () => {
    const database = await start();
    const pid = await postmasterPid();
    process.kill(pid, 'SIGKILL');
    await waitFor(() => lines.includes('Basis data menyala kembali.'));
    expect(await postmasterPid()).not.toBe(pid);
    expect(await ask(database.url, 'select 1 as value')).toBe(1);
  });

  it('starts once when two processes start together', async () => {
    const [here, there] = await Promise.all([start(), startElsewhere()]);
    expect(await ask(here.url, 'select 1 as value')).toBe(1);
    expect(there.exitCode).toBeNull();
  });

  it('says one sentence when the password file is lost', async () => {
    await stop(await start());
    const passwords = join(dataDir, 'database-passwords.json');
    const text = await readFile(passwords, 'utf8');
    await rm(passwords);
    await expectAsync(start()).toBeRejectedWithError(OperatorError, /Berkas sandi basis data .* tidak ada/);
    await writeFile(passwords, text, { mode: 0o600 });
  });

  it('says one sentence when the folder cannot be made', async () => {
    const file = join(dataDir, 'occupied');
    await writeFile(file, '');
    await expectAsync(
      startEmbeddedDatabase({ dataDir: join(file, 'data'), log: () => undefined, profile: TEST_PROFILE }),
    ).toBeRejectedWithError(OperatorError, /^Folder data .* tidak dapat dibuat \(ENOTDIR\)[^\n]*$/);
  });
});
