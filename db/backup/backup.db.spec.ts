import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandActor } from '../../server/platform/audit/audit-entry.ts';
import { AuditLog } from '../../server/platform/audit/audit-log.repository.ts';
import { verifyChain } from '../../server/platform/audit/verify-chain.repository.ts';
import { OperatorError } from '../../server/platform/operator-error.ts';
import { roleOf } from '../embedded/attach.ts';
import { createEmptyTestDatabase, createTestDatabase, type TestDatabase } from '../embedded/test-database.ts';
import { migrate, type MigrationOptions } from '../migrate.ts';
import { restoreBackup } from './read-backup.ts';
import { writeBackup } from './write-backup.ts';

// Units and people refer to each other; one column is computed; one table is shared reference data.
const FIRST = `
  export async function up(knex) {
    await knex.raw(\`
      create sequence letter_number;
      create table colours (code text primary key);
      create table units (kabupaten_code text, code text, head text, name text, upper_name text generated always as (upper(name)) stored,
        primary key (kabupaten_code, code));
      create table people (kabupaten_code text, username text, unit text, notes text, seen timestamptz, share numeric,
        primary key (kabupaten_code, username),
        constraint people_unit foreign key (kabupaten_code, unit) references units (kabupaten_code, code));
      alter table units add constraint units_head foreign key (kabupaten_code, head) references people (kabupaten_code, username);
      alter table people enable row level security;
      create policy own on people using (false);\`);
    await knex('colours').insert({ code: 'merah' });
  }
  export async function down(knex) {
    await knex.raw('alter table units drop constraint units_head; drop table people, units, colours; drop sequence letter_number');
  }`;
const SECOND = `
  export async function up(knex) { await knex.raw("alter table units add column kind text not null default 'skpd'"); }
  export async function down(knex) { await knex.raw('alter table units drop column kind'); }`;

const SOMEONE = '0198c0de-0000-7000-8000-00000000000a';
const NOTES = 'baris satu\nbaris dua\tdengan tab, \\N, "kutip", é dan 🌱';

describe('backup and restore', () => {
  let source: TestDatabase;
  let target: TestDatabase;
  let folder: string;
  let migrations: MigrationOptions;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(import.meta.dirname, '..', '..', '.tmp', 'backup-'));
    const directory = join(folder, 'migrations');
    await mkdir(directory);
    await writeFile(join(directory, '0001-first.ts'), FIRST);
    migrations = { directory, readOnly: ['colours'], appendOnly: [] };
    file = join(folder, 'cadangan.zip');
    source = await createEmptyTestDatabase();
    target = await createEmptyTestDatabase();
    await migrate(source.owner, roleOf(source.url), migrations);
    await source.owner.raw(`
      insert into units (kabupaten_code, code, name) values ('64.02', 'dukcapil', 'Dukcapil');
      insert into colours values ('biru');
      select setval('letter_number', 41)`);
    await source.owner('people').insert([
      {
        kabupaten_code: '64.02',
        username: 'ani',
        unit: 'dukcapil',
        notes: NOTES,
        seen: '2026-11-20T08:15:00.123456+08:00',
        share: '0.1234567890123456789',
      },
      { kabupaten_code: '64.02', username: 'budi', unit: null, notes: null, seen: null, share: null },
    ]);
    await source.owner.raw(`update units set head = 'ani'`);
    await mkdir(join(folder, 'data', 'uploads', 'bukti'), { recursive: true });
    await writeFile(join(folder, 'data', 'uploads', 'bukti', 'foto.jpg'), Buffer.from([0, 255, 10, 13]));
    await writeFile(join(folder, 'data', 'database-passwords.json'), '{}');
  });

  afterEach(async () => {
    await source.drop();
    await target.drop();
    await rm(folder, { recursive: true });
  });

  const backup = () => writeBackup({ migrateUrl: source.migrateUrl, dataDir: join(folder, 'data'), file });
  const restore = () =>
    restoreBackup({
      url: target.url,
      migrateUrl: target.migrateUrl,
      dataDir: join(folder, 'restored'),
      file,
      migrations,
    });

  async function contents(database: TestDatabase): Promise<string[]> {
    const rows: string[] = [];
    for (const table of ['colours', 'people', 'units']) {
      const found = await database.owner.raw<{ rows: { line: string }[] }>(
        `select t::text as line from ${table} t order by 1`,
      );
      rows.push(...found.rows.map((row) => `${table} ${row.line}`));
    }
    return rows;
  }

  it('brings every row, sequence and file back', async () => {
    const manifest = await backup();
    expect(manifest.tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['colours', 2],
      ['people', 2],
      ['units', 1],
    ]);
    expect(manifest.files).toEqual(['uploads/bukti/foto.jpg']);
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    await restore();
    expect(await contents(target)).toEqual(await contents(source));
    expect(await target.owner('people').where({ username: 'ani' }).pluck('notes')).toEqual([NOTES]);
    const next = await target.owner.raw<{ rows: { n: number }[] }>(`select nextval('letter_number') as n`);
    expect(next.rows[0]?.n).toBe(42);
    expect(await readFile(join(folder, 'restored', 'uploads', 'bukti', 'foto.jpg'))).toEqual(
      Buffer.from([0, 255, 10, 13]),
    );
  });

  it('puts foreign keys and the application’s rights back', async () => {
    await backup();
    await restore();
    await expectAsync(
      target.owner('people').insert({ kabupaten_code: '64.02', username: 'cici', unit: 'tidak-ada' }),
    ).toBeRejected();
    await expectAsync(target.owner.raw(`update units set head = 'tidak-ada'`)).toBeRejected();
    await expectAsync(target.application('colours').insert({ code: 'hijau' })).toBeRejected();
    await expectAsync(target.application('colours').select()).toBeResolved();
    expect(await target.application('people').select()).toEqual([]);
  });

  it('brings a backup of an older version into a newer program, whose schema is there already', async () => {
    await backup();
    await writeFile(join(migrations.directory ?? '', '0002-second.ts'), SECOND);
    await migrate(target.owner, roleOf(target.url), migrations);
    await restore();
    expect(await target.owner('units').pluck('kind')).toEqual(['skpd']);
    expect(await target.owner('knex_migrations').orderBy('id').pluck('name')).toEqual([
      '0001-first',
      '0002-second',
    ]);
  });

  it('refuses a backup of a newer version', async () => {
    await writeFile(join(migrations.directory ?? '', '0002-second.ts'), SECOND);
    await migrate(source.owner, roleOf(source.url), migrations);
    await backup();
    await rm(join(migrations.directory ?? '', '0002-second.ts'));
    await expectAsync(restore()).toBeRejectedWithError(OperatorError, /memerlukan skema "0002-second"/);
  });

  it('refuses a database that holds data and leaves it as it is', async () => {
    await backup();
    await migrate(target.owner, roleOf(target.url), migrations);
    await target.owner('units').insert({ kabupaten_code: '32.16', code: 'setda', name: 'Setda' });
    await expectAsync(restore()).toBeRejectedWithError(OperatorError, /sudah berisi data \(tabel "units"\)/);
    expect(await target.owner('units').pluck('code')).toEqual(['setda']);
  });

  it('never overwrites an earlier backup', async () => {
    await writeFile(file, 'lama');
    await expectAsync(backup()).toBeRejectedWithError(OperatorError, /sudah ada/);
    expect(await readFile(file, 'utf8')).toBe('lama');
  });

  it('does not put a backup into the folder it is made of', async () => {
    const inside = join(folder, 'data', 'cadangan.zip');
    await expectAsync(
      writeBackup({ migrateUrl: source.migrateUrl, dataDir: join(folder, 'data'), file: inside }),
    ).toBeRejectedWithError(OperatorError, /di luar folder data/);
  });

  it('notices a changed byte in the rows and changes nothing', async () => {
    await backup();
    const bytes = await readFile(file);
    // The table's name stands in its entry's header; its compressed rows follow it.
    const at = bytes.indexOf('tables/people.copy') + 60;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    await writeFile(file, bytes);
    await expectAsync(restore()).toBeRejectedWithError(OperatorError, /tidak ada yang diubah/);
    expect(await target.owner('units').select()).toEqual([]);
    expect(await target.owner('colours').pluck('code')).toEqual(['merah']);
  });

  it('refuses a file that is no backup', async () => {
    await writeFile(file, 'bukan zip');
    await expectAsync(restore()).toBeRejectedWithError(OperatorError, /tidak dapat dibaca/);
  });

  it('backs up and restores this version’s whole schema with its reference data', async () => {
    const full = await createTestDatabase();
    const empty = await createTestDatabase();
    try {
      await empty.owner.raw('delete from areas');
      const audit = new AuditLog('rahasia-untuk-uji-cadangan');
      await full.owner('users').insert({ id: SOMEONE, username: 'budi', name: 'Budi' });
      await audit.recordAlone(
        full.application,
        null,
        { ...commandActor(), userId: SOMEONE, username: 'budi' },
        { action: 'test', subject: 'x', details: { b: 1, a: 'é' } },
      );
      const manifest = await writeBackup({
        migrateUrl: full.migrateUrl,
        dataDir: join(folder, 'data'),
        file,
      });
      await restoreBackup({
        url: empty.url,
        migrateUrl: empty.migrateUrl,
        dataDir: join(folder, 'restored'),
        file,
      });
      const areas = manifest.tables.find((table) => table.name === 'areas')?.rows ?? 0;
      expect(areas).toBeGreaterThan(500);
      expect(Number((await empty.owner('areas').count({ n: '*' }))[0]?.n)).toBe(areas);
      // The audit trail is whole over there, readable with the same secret, and goes on from where it was.
      await audit.recordAlone(empty.application, null, commandActor(), { action: 'test', subject: 'y' });
      const { entries, fault } = await verifyChain(empty.owner, null);
      expect([entries, fault]).toEqual([2, null]);
      const sealed = await empty
        .owner<{ personal: Buffer; sequence: number }>('platform_audit_entries')
        .where({ sequence: 1 })
        .pluck('personal');
      expect(await audit.openPersonal(empty.owner, sealed)).toEqual([
        { actor: { username: 'budi' }, subject: null },
      ]);
    } finally {
      await full.drop();
      await empty.drop();
    }
  });
});
