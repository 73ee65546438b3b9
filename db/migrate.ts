import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Knex } from 'knex';
import { bringJobSchema, jobSchemaIsCurrent } from '../server/platform/jobs/job-schema.repository.ts';
import { errorCode, errorText, OperatorError } from '../server/platform/operator-error.ts';

/** Tables the application may read but never write. */
export const READ_ONLY_FOR_APPLICATION: readonly string[] = [
  'knex_migrations',
  'knex_migrations_lock',
  'areas',
  'ikm_instruments',
];

/** Tables the application may read and add to, but never change or empty. */
export const APPEND_ONLY_FOR_APPLICATION: readonly string[] = [
  'audit_entries',
  'platform_audit_entries',
  'record_changes',
  'snapshots',
  'snapshot_contents',
  'snapshot_records',
];

/** The migration from which on there are background jobs; their tables come and go with it. */
const JOBS_SINCE = '0014-deliveries';

/** Which migrations a database has, compared with those of this version of PANDU; each list in order. */
export interface MigrationState {
  readonly applied: readonly string[];
  readonly pending: readonly string[];
  /** Applied, but not in this version: the database is newer than the program. */
  readonly unknown: readonly string[];
}

/** Where migrations come from and what the application may do afterwards; for tests and restoring. */
export interface MigrationOptions {
  readonly directory?: string;
  /** Only these, when given. */
  readonly only?: readonly string[];
  readonly readOnly?: readonly string[];
  readonly appendOnly?: readonly string[];
}

const DIRECTORY = join(import.meta.dirname, 'migrations');
/** Any number, the same for ever: all starts on one database wait for this lock. */
const ADVISORY_LOCK = 7_250_315;
const PATIENCE_MS = 10 * 60_000;

/**
 * Brings the database to this version's schema and then grants the application role what it needs.
 * Each migration runs in a transaction of its own; several starts at once wait for each other.
 *
 * @param owner a pool of the owner's role with at least 2 connections
 * @param applicationRole name of the role that the application connects as
 * @returns names of the migrations applied now
 * @throws OperatorError when one fails, when the database is newer than this version, or when the application's role is
 * the owner's
 */
export async function migrate(
  owner: Knex,
  applicationRole: string,
  options: MigrationOptions = {},
): Promise<readonly string[]> {
  await refuseOwnersRole(owner, applicationRole);
  return withMigrationLock(owner, async () => {
    const { pending } = await requireKnownState(owner, options);
    if (pending.length > 0) {
      await releaseLockOfKilledRun(owner, pending, options);
      await runKnex(() => owner.migrate.latest(migratorConfig(options)));
    }
    await grantToApplication(owner, applicationRole, options);
    const { applied } = await migrationState(owner, options);
    if (applied.includes(JOBS_SINCE)) await runKnex(() => bringJobSchema(owner, applicationRole));
    return pending;
  });
}

/**
 * Asked before anything is changed: row-level security does not hold for the owner of a table, and the grants that follow
 * would take the owner's own rights away.
 */
async function refuseOwnersRole(owner: Knex, applicationRole: string): Promise<void> {
  const answer = await owner.raw<{ rows: { owns: boolean }[] }>(
    `select pg_has_role(?, current_user, 'MEMBER') as owns`,
    [applicationRole],
  );
  if (answer.rows[0]?.owns !== true) return;
  throw new OperatorError(
    `Peran basis data "${applicationRole}" di DATABASE_URL adalah pemilik di DATABASE_MIGRATE_URL, anggotanya, atau superuser, sehingga batas antarkabupaten tidak berlaku baginya: pakai peran lain yang biasa (NOSUPERUSER NOBYPASSRLS, bukan pemilik tabel).`,
  );
}

/**
 * Takes back the migrations that were applied together last.
 *
 * @returns their names, newest first; empty when there was nothing to take back
 */
export async function rollback(owner: Knex, options: MigrationOptions = {}): Promise<readonly string[]> {
  return withMigrationLock(owner, async () => {
    const before = await requireKnownState(owner, options);
    await releaseLockOfKilledRun(owner, before.applied, options);
    await runKnex(() => owner.migrate.rollback(migratorConfig(options)));
    const after = await migrationState(owner, options);
    return before.applied.filter((name) => !after.applied.includes(name)).reverse();
  });
}

/** Takes back migrations one by one, newest first, until only these are left. */
export async function rollbackTo(
  owner: Knex,
  kept: readonly string[],
  options: MigrationOptions = {},
): Promise<void> {
  await withMigrationLock(owner, async () => {
    const { applied } = await requireKnownState(owner, options);
    const surplus = applied.filter((name) => !kept.includes(name)).length;
    for (let undone = 0; undone < surplus; undone += 1) {
      await runKnex(() => owner.migrate.down(migratorConfig(options)));
    }
  });
}

/** Compares the database with the migrations of this version. The application's role may ask as well. */
export async function migrationState(
  database: Knex,
  options: MigrationOptions = {},
): Promise<MigrationState> {
  const known = (await listMigrations(options)).map((migration) => migration.name);
  const table = await database.raw<{ rows: { found: boolean }[] }>(
    `select to_regclass('knex_migrations') is not null as found`,
  );
  const rows =
    table.rows[0]?.found === true
      ? await database<{ id: number; name: string }>('knex_migrations').select('name').orderBy('id')
      : [];
  const applied = rows.map((row) => row.name);
  return {
    applied,
    pending: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  };
}

/**
 * For an application without the owner's address: refuses to run on a schema that is not this version's.
 *
 * @param application the pool of the application's role
 * @throws OperatorError that says to set DATABASE_MIGRATE_URL
 */
export async function requireMigrated(application: Knex, options: MigrationOptions = {}): Promise<void> {
  const { applied, pending } = await requireKnownState(application, options);
  const jobs = applied.includes(JOBS_SINCE) && !(await jobSchemaIsCurrent(application)) ? 1 : 0;
  if (pending.length + jobs > 0) {
    throw new OperatorError(
      `Basis data memerlukan ${pending.length + jobs} pembaruan skema: isi DATABASE_MIGRATE_URL dengan peran pemilik basis data, lalu jalankan lagi.`,
    );
  }
}

async function requireKnownState(database: Knex, options: MigrationOptions): Promise<MigrationState> {
  const state = await migrationState(database, options);
  if (state.unknown.length > 0 && options.only === undefined) {
    throw new OperatorError(
      `Basis data lebih baru daripada versi PANDU ini (mengenal "${state.unknown.at(-1) ?? ''}"): pasang versi PANDU yang terakhir dipakai, atau yang lebih baru.`,
    );
  }
  return state;
}

interface MigrationFile {
  readonly name: string;
  readonly path: string;
}

/** A migration's name has no extension, so that the same file is known as `.ts` and, compiled, as `.js`. */
async function listMigrations({ directory = DIRECTORY, only }: MigrationOptions): Promise<MigrationFile[]> {
  const files = await readdir(directory);
  return files
    .filter((file) => /^\d.*\.[jt]s$/.test(file) && !/\.spec\.|\.d\.ts$/.test(file))
    .map((file) => ({ name: file.replace(/\.[jt]s$/, ''), path: join(directory, file) }))
    .filter((migration) => only?.includes(migration.name) ?? true)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A migration file's exports; without a transaction only when it says so. */
interface MigrationModule extends Knex.Migration {
  readonly config?: { readonly transaction?: boolean };
}

async function loadMigration({ path }: MigrationFile): Promise<MigrationModule> {
  return (await import(pathToFileURL(path).href)) as MigrationModule;
}

function migratorConfig(options: MigrationOptions): Knex.MigratorConfig {
  const source: Knex.MigrationSource<MigrationFile> = {
    getMigrations: () => listMigrations(options),
    getMigrationName: (migration) => migration.name,
    getMigration: loadMigration,
  };
  return { migrationSource: source, disableMigrationsListValidation: options.only !== undefined };
}

/** The lock ends with its transaction, hence also with a killed process. */
async function withMigrationLock<T>(owner: Knex, work: () => Promise<T>): Promise<T> {
  return owner.transaction(async (lock) => {
    await lock.raw('set local idle_in_transaction_session_timeout = 0');
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const answer = await lock.raw<{ rows: { taken: boolean }[] }>(
        'select pg_try_advisory_xact_lock(?) as taken',
        [ADVISORY_LOCK],
      );
      if (answer.rows[0]?.taken === true) return work();
      if (performance.now() > deadline) {
        throw new OperatorError(
          'Proses lain sudah lebih dari 10 menit memperbarui skema basis data ini: tunggu sampai selesai, lalu jalankan lagi.',
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });
}

/**
 * knex marks its table while it works. Under our own lock nobody else can be working, so a mark that is
 * still there was left by a killed run; what that run did was rolled back with its transaction, unless
 * a migration asked to do without one.
 */
async function releaseLockOfKilledRun(
  owner: Knex,
  next: readonly string[],
  options: MigrationOptions,
): Promise<void> {
  const table = await owner.raw<{ rows: { found: boolean }[] }>(
    `select to_regclass('knex_migrations_lock') is not null as found`,
  );
  if (table.rows[0]?.found !== true) return;
  const marks: { is_locked: number | null }[] = await owner('knex_migrations_lock').select('is_locked');
  if (!marks.some((mark) => mark.is_locked === 1)) return;
  for (const file of await listMigrations(options)) {
    if (!next.includes(file.name)) continue;
    const { config } = await loadMigration(file);
    if (config?.transaction === false) {
      throw new OperatorError(
        `Pembaruan skema "${file.name}" terputus dan mungkin baru diterapkan sebagian: pulihkan cadangan terakhir ke basis data baru dengan "npm run db -- restore".`,
      );
    }
  }
  await owner.migrate.forceFreeMigrationsLock(migratorConfig(options));
}

async function runKnex(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw explainMigrationError(error);
  }
}

function explainMigrationError(error: unknown): OperatorError {
  if (error instanceof OperatorError) return error;
  const reason = errorText(error).split(' - ').at(-1) ?? '';
  switch (errorCode(error)) {
    case '53100':
      return new OperatorError(
        'Ruang disk server basis data habis saat skema diperbarui; pembaruan dibatalkan: kosongkan ruang, lalu jalankan lagi.',
        { cause: error },
      );
    case '42501':
      return new OperatorError(
        `Peran di DATABASE_MIGRATE_URL tidak berhak mengubah skema (${reason}): pakai peran pemilik basis data.`,
        { cause: error },
      );
    case '42P07':
    case '42701':
    case '42710':
      return new OperatorError(
        `Skema basis data tidak sesuai dengan catatannya (${reason}), mungkin karena pembaruan yang baru diterapkan sebagian: pulihkan cadangan terakhir ke basis data baru dengan "npm run db -- restore".`,
        { cause: error },
      );
    default:
      return new OperatorError(
        `Pembaruan skema basis data gagal dan dibatalkan (${reason}): data tidak berubah; laporkan pesan ini kepada pengelola PANDU.`,
        { cause: error },
      );
  }
}

/** Gives exactly the wanted rights on everything the owner made in this schema, whatever was granted before. */
async function grantToApplication(owner: Knex, role: string, options: MigrationOptions): Promise<void> {
  const readOnly = options.readOnly ?? READ_ONLY_FOR_APPLICATION;
  const appendOnly = options.appendOnly ?? APPEND_ONLY_FOR_APPLICATION;
  await owner.transaction(async (transaction) => {
    const found = await transaction.raw<{ rows: { name: string; kind: string }[] }>(`
      select c.relname as name, c.relkind as kind from pg_class c
       where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
         and pg_has_role(current_user, c.relowner, 'USAGE')
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`);
    const names = found.rows.map((table) => table.name);
    const missing =
      options.only === undefined ? [...readOnly, ...appendOnly].filter((name) => !names.includes(name)) : [];
    if (missing.length > 0 && names.includes('knex_migrations')) {
      throw new Error(`db/migrate.ts names tables that no migration makes: ${missing.join(', ')}`);
    }
    const grants = new Map<string, string[]>();
    for (const { name, kind } of found.rows) {
      const rights =
        kind === 'v' || kind === 'm' || readOnly.includes(name)
          ? 'select'
          : appendOnly.includes(name)
            ? 'select, insert'
            : 'select, insert, update, delete';
      grants.set(rights, [...(grants.get(rights) ?? []), name]);
    }
    const schema = await transaction.raw<{ rows: { name: string; database: string }[] }>(
      'select current_schema() as name, current_database() as database',
    );
    const place = schema.rows[0];
    if (place === undefined) throw new Error('current_schema() returned no row.');
    await transaction.raw('grant usage on schema ?? to ??', [place.name, role]);
    await transaction.raw('grant temporary on database ?? to ??', [place.database, role]);
    for (const [rights, tables] of grants) {
      const list = tables.map(() => '??').join(', ');
      await transaction.raw(`revoke all on ${list} from ??`, [...tables, role]);
      await transaction.raw(`grant ${rights} on ${list} to ??`, [...tables, role]);
    }
    const sequences = await transaction.raw<{ rows: { name: string }[] }>(`
      select c.relname as name from pg_class c
       where c.relnamespace = current_schema()::regnamespace and c.relkind = 'S' and pg_has_role(current_user, c.relowner, 'USAGE')`);
    for (const { name } of sequences.rows)
      await transaction.raw('grant usage, select on sequence ?? to ??', [name, role]);
    const functions = await transaction.raw<{ rows: { signature: string }[] }>(`
      select p.oid::regprocedure::text as signature from pg_proc p
       where p.pronamespace = current_schema()::regnamespace and p.prokind in ('f', 'a') and pg_has_role(current_user, p.proowner, 'USAGE')
         and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`);
    for (const { signature } of functions.rows)
      await transaction.raw(`grant execute on function ${signature} to ??`, [role]);
  });
}
