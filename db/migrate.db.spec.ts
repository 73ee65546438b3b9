import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { roleOf } from './embedded/attach.ts';
import { createEmptyTestDatabase, createTestDatabase, type TestDatabase } from './embedded/test-database.ts';
import {
  migrate,
  migrationState,
  requireMigrated,
  rollback,
  rollbackTo,
  type MigrationOptions,
} from './migrate.ts';
import { OperatorError } from '../server/platform/operator-error.ts';

const BOOKS = `
  export async function up(knex) {
    await knex.raw('create table books (id int primary key); create sequence shelf; create view titles as select id from books');
    await knex.raw('create table settings (id int primary key); create table history (id int primary key)');
  }
  export async function down(knex) { await knex.raw('drop view titles; drop table books, settings, history; drop sequence shelf'); }`;
const AUTHORS = `
  export async function up(knex) { await knex.raw('create table authors (id int primary key)'); }
  export async function down(knex) { await knex.raw('drop table authors'); }`;

async function tables(owner: Knex): Promise<string[]> {
  const found = await owner.raw<{ rows: { name: string }[] }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'knex%' order by 1`,
  );
  return found.rows.map((row) => row.name);
}

describe('migrate', () => {
  let database: TestDatabase;
  let directory: string;
  let options: MigrationOptions;
  let role: string;

  beforeEach(async () => {
    database = await createEmptyTestDatabase();
    role = roleOf(database.url);
    directory = await mkdtemp(join(import.meta.dirname, '..', '.tmp', 'migrations-'));
    options = { directory, readOnly: ['settings'], appendOnly: ['history'] };
    await writeFile(join(directory, '0001-books.ts'), BOOKS);
    await writeFile(join(directory, '0001-books.spec.ts'), 'throw new Error("a spec is no migration")');
    await writeFile(join(directory, 'README.md'), 'no migration either');
  });

  afterEach(async () => {
    await database.drop();
    await rm(directory, { recursive: true });
  });

  it('refuses the owner and a superuser as the application, before anything is changed', async () => {
    for (const name of [roleOf(database.migrateUrl), roleOf(database.adminUrl)]) {
      await expectAsync(migrate(database.owner, name, options)).toBeRejectedWithError(
        OperatorError,
        /adalah pemilik di DATABASE_MIGRATE_URL, anggotanya, atau superuser/,
      );
    }
    expect(await tables(database.owner)).toEqual([]);
    expect((await migrationState(database.owner, options)).applied).toEqual([]);
  });

  it('goes up, down and up again, and stores names without extension', async () => {
    expect(await migrate(database.owner, role, options)).toEqual(['0001-books']);
    expect(await database.owner('knex_migrations').pluck('name')).toEqual(['0001-books']);
    expect(await migrate(database.owner, role, options)).toEqual([]);
    expect(await rollback(database.owner, options)).toEqual(['0001-books']);
    expect(await tables(database.owner)).toEqual([]);
    expect(await migrate(database.owner, role, options)).toEqual(['0001-books']);
    expect(await tables(database.owner)).toEqual(['books', 'history', 'settings']);
  });

  it('gives the application exactly the rights of each kind of table', async () => {
    await migrate(database.owner, role, options);
    const { application } = database;
    await application.raw(`insert into books values (nextval('shelf'))`);
    await application.raw('update books set id = 7; delete from books');
    expect(await application('titles').select()).toEqual([]);
    await application.raw('insert into history values (1)');
    await application.raw('create temp table scratch (id int)');
    const forbidden = [
      'insert into settings values (1)',
      'update history set id = 2',
      'delete from history',
      'truncate books',
      'drop table books',
      'create table own (id int)',
    ];
    await expectAsync(application('settings').select()).toBeResolved();
    for (const sql of forbidden) {
      await expectAsync(application.raw(sql)).withContext(sql).toBeRejected();
    }
  });

  it('takes back a right that was granted by hand', async () => {
    await migrate(database.owner, role, options);
    await database.owner.raw('grant update on history to ??', [role]);
    await migrate(database.owner, role, options);
    await expectAsync(database.application.raw('update history set id = 2')).toBeRejected();
  });

  it('lets two starts at once migrate one after the other', async () => {
    const results = await Promise.all([
      migrate(database.owner, role, options),
      migrate(database.owner, role, options),
    ]);
    expect(results.flat()).toEqual(['0001-books']);
  });

  it('leaves nothing of a migration that fails, says one sentence and succeeds once it is mended', async () => {
    const broken = join(directory, '0002-authors.ts');
    await writeFile(
      broken,
      AUTHORS.replace('create table authors', `create table half (id int); create tabel authors`),
    );
    await expectAsync(migrate(database.owner, role, options)).toBeRejectedWithError(
      OperatorError,
      /^Pembaruan skema basis data gagal dan dibatalkan \(syntax error at or near "tabel"\): [^\n]*$/,
    );
    expect(await tables(database.owner)).not.toContain('half');
    await rm(broken);
    await writeFile(join(directory, '0002-authors-again.ts'), AUTHORS);
    await migrate(database.owner, role, options);
    expect(await tables(database.owner)).toContain('authors');
  });

  it('says that tables already exist when the record of a migration is lost', async () => {
    await migrate(database.owner, role, options);
    await database.owner('knex_migrations').del();
    await expectAsync(migrate(database.owner, role, options)).toBeRejectedWithError(
      OperatorError,
      /sebagian/,
    );
  });

  it('refuses a database that is newer than the program', async () => {
    await migrate(database.owner, role, options);
    await database
      .owner('knex_migrations')
      .insert({ name: '0099-future', batch: 9, migration_time: new Date() });
    await expectAsync(migrate(database.owner, role, options)).toBeRejectedWithError(
      OperatorError,
      /lebih baru.*0099-future/,
    );
    await expectAsync(rollback(database.owner, options)).toBeRejectedWithError(OperatorError, /lebih baru/);
  });

  it('goes on after a run that was killed', async () => {
    await migrate(database.owner, role, options);
    await database.owner('knex_migrations_lock').update({ is_locked: 1 });
    await writeFile(join(directory, '0002-authors.ts'), AUTHORS);
    expect(await migrate(database.owner, role, options)).toEqual(['0002-authors']);
  });

  it('does not guess about a killed migration that ran without a transaction', async () => {
    await migrate(database.owner, role, options);
    await database.owner('knex_migrations_lock').update({ is_locked: 1 });
    await writeFile(
      join(directory, '0002-authors.ts'),
      `${AUTHORS}\nexport const config = { transaction: false };`,
    );
    await expectAsync(migrate(database.owner, role, options)).toBeRejectedWithError(
      OperatorError,
      /"0002-authors" terputus/,
    );
  });

  it('asks for the owner’s address when the application finds pending migrations', async () => {
    await expectAsync(requireMigrated(database.application, options)).toBeRejectedWithError(
      OperatorError,
      /memerlukan 1 pembaruan skema: isi DATABASE_MIGRATE_URL/,
    );
    await migrate(database.owner, role, { ...options, readOnly: ['settings', 'knex_migrations'] });
    await expectAsync(requireMigrated(database.application, options)).toBeResolved();
  });

  it('takes back only what is not kept', async () => {
    await writeFile(join(directory, '0002-authors.ts'), AUTHORS);
    await migrate(database.owner, role, options);
    await rollbackTo(database.owner, ['0001-books'], options);
    expect(await migrationState(database.owner, options)).toEqual({
      applied: ['0001-books'],
      pending: ['0002-authors'],
      unknown: [],
    });
  });
});

describe('the migrations of this version', () => {
  it('go up, down and up, and give every table a primary key', async () => {
    const database = await createTestDatabase();
    try {
      const role = roleOf(database.url);
      const before = await tables(database.owner);
      expect(before.length).toBeGreaterThan(0);
      await rollback(database.owner);
      expect(await tables(database.owner)).toEqual([]);
      await migrate(database.owner, role);
      expect(await tables(database.owner)).toEqual(before);
      const keyless = await database.owner.raw<{ rows: unknown[] }>(`
        select relname from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
           and relname not like 'knex%' and not exists (select from pg_constraint where conrelid = c.oid and contype = 'p')`);
      expect(keyless.rows).toEqual([]);
    } finally {
      await database.drop();
    }
  });
});
