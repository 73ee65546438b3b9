import type { Knex } from 'knex';
import { createTestDatabase, type TestDatabase } from '../../../db/embedded/test-database.ts';
import { STARTER_SET } from '../../../db/seeds/reference/starter-set.ts';
import { createKabupaten } from '../kabupaten/create-kabupaten.repository.ts';
import { readInScope, setKabupatenSql, writeInScope } from './scoped.ts';

/** What stands behind every query: the application's role cannot reach another kabupaten's rows, whatever it asks. */
describe('row-level security', () => {
  const OWN = '64.02';
  const OTHER = '32.16';
  const FOREIGN_KEY_VIOLATION = '23503';
  let database: TestDatabase;
  let application: Knex;
  let tables: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    application = database.application;
    for (const code of [OWN, OTHER])
      await createKabupaten(
        application,
        { code, name: code, timeZone: 'Asia/Makassar', demo: false },
        STARTER_SET,
      );
    const found: { rows: { name: string }[] } = await database.owner.raw(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'kabupaten_code' and not a.attisdropped
          and c.relname <> 'posts' order by 1`,
    );
    tables = found.rows.map((row) => row.name);
    // Several times: a row of one table may need one of another, and that of a third.
    for (let round = 1; round <= 4; round += 1) for (const table of tables) await addRows(table);
  });
  afterAll(() => database.drop());

  interface Column {
    readonly name: string;
    readonly type: string;
  }

  /** A row for both kabupaten in a table that has none, made up from the types of its columns. */
  async function addRows(table: string): Promise<void> {
    const { rows } = await database.owner.raw<{ rows: Column[] }>(
      `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type
         from pg_attribute a
        where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and not a.atthasdef
          and (a.attnotnull or (a.attrelid::regclass::text, a.attname) in (('targets', 'at_least'), ('notices', 'to_post')))`,
      [table],
    );
    const allowed = await allowedValues(table);
    const names = rows.map((column) => column.name).join(', ');
    for (const code of [OWN, OTHER]) {
      if ((await countOf(database.owner, table, code)) > 0) continue;
      await database.owner
        .raw(
          `insert into ${table} (${names}) values (${rows.map((column) => valueOf(table, column, code, allowed)).join(', ')})`,
        )
        .catch((error: { code?: string }) => {
          if (error.code !== FOREIGN_KEY_VIOLATION) throw error;
        });
    }
  }

  /** For columns that take only listed values: the first of them. */
  async function allowedValues(table: string): Promise<ReadonlyMap<string, string>> {
    const { rows } = await database.owner.raw<{ rows: { name: string; rule: string }[] }>(
      `select a.attname as name, pg_get_constraintdef(c.oid) as rule
         from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.conrelid = ?::regclass and c.contype = 'c' and array_length(c.conkey, 1) = 1`,
      [table],
    );
    return new Map(rows.map(({ name, rule }) => [name, /ARRAY\['([^']+)'/.exec(rule)?.[1] ?? '']));
  }

  /** All columns but those that the database computes itself. */
  async function writableColumns(table: string): Promise<string> {
    const { rows } = await database.owner.raw<{ rows: { name: string }[] }>(
      `select a.attname as name from pg_attribute a
        where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
      [table],
    );
    return rows.map(({ name }) => name).join(', ');
  }

  function valueOf(
    table: string,
    { name, type }: Column,
    code: string,
    allowed: ReadonlyMap<string, string>,
  ): string {
    const known: Readonly<Record<string, string>> = {
      kabupaten_code: code,
      status: table === 'imports' ? 'succeeded' : 'diterima',
      instrument: 'permenpanrb-14-2017',
      // The kabupaten's own unit, which every kabupaten has.
      unit_code: code,
      unit_kind: '*',
      closes: '2',
      ended_at: '2026-03-03T00:00:00Z',
      // What a proof is compared with ends before its start.
      before_from: '2026-03-01',
      before_to: '2026-03-01',
      // An alert has one at least.
      reasons: '[{}]',
      // Outside the quiet hours of mail.
      hour: '7',
    };
    const listed = known[name] ?? allowed.get(name) ?? '';
    if (listed !== '') return `'${listed}'`;
    if (type === 'uuid') return `'0198c0de-0000-7000-8000-000000000000'`;
    if (type.endsWith('[]')) return `'{}'`;
    if (type === 'boolean') return 'false';
    if (type === 'jsonb') return `'{}'`;
    if (type === 'date') return `'2026-03-02'`;
    if (type.startsWith('timestamp')) return `'2026-03-02T00:00:00Z'`;
    return /int|numeric/.test(type) ? '1' : type === '"char"' ? `'d'` : `'x'`;
  }

  async function inOwn<T>(work: (transaction: Knex.Transaction) => Promise<T>): Promise<T> {
    return application.transaction(async (transaction) => {
      await transaction.raw(setKabupatenSql(OWN));
      return work(transaction);
    });
  }
  const countOf = async (connection: Knex, table: string, code: string): Promise<number> =>
    (
      await connection.raw<{ rows: { count: number }[] }>(
        `select count(*) as count from ${table} where kabupaten_code = ?`,
        [code],
      )
    ).rows[0]?.count ?? -1;

  it('is on, for every table of a kabupaten, and the role cannot get round it', async () => {
    expect(tables.length).toBeGreaterThanOrEqual(19);
    expect(tables).toEqual(
      jasmine.arrayContaining([
        'service_cases',
        'complaints',
        'survey_responses',
        'imports',
        'import_rejections',
        'service_rollups',
        'audit_entries',
        'units',
      ]),
    );
    const open: { rows: { name: string }[] } = await database.owner.raw(
      `select relname as name from pg_class c where relname = any(?) and (not relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid and polcmd = '*' and polwithcheck is not null))`,
      [tables],
    );
    expect(open.rows).toEqual([]);
    await expectAsync(application.raw('alter table units disable row level security')).toBeRejected();
    const switchedOff = application.transaction(async (transaction) => {
      await transaction.raw('set local row_security = off');
      await transaction.raw('select * from units');
    });
    await expectAsync(switchedOff).toBeRejectedWithError(/row-level security/);
  });

  it('lets no select, update or delete reach another kabupaten’s rows', async () => {
    for (const table of tables) {
      expect(await countOf(database.owner, table, OTHER))
        .withContext(`${table}, to be hidden`)
        .toBeGreaterThan(0);
      await inOwn(async (transaction) => {
        const seen: { rows: { code: string }[] } = await transaction.raw(
          `select distinct kabupaten_code as code from ${table}`,
        );
        expect(seen.rows)
          .withContext(table)
          .toEqual([{ code: OWN }]);
      });
      for (const sql of [
        `update ${table} set kabupaten_code = kabupaten_code where kabupaten_code = '${OTHER}'`,
        `delete from ${table} where kabupaten_code = '${OTHER}'`,
      ]) {
        const touched = await inOwn((transaction) => transaction.raw<{ rowCount: number }>(sql)).then(
          (result) => result.rowCount,
          (error: { code?: string }) => error.code,
        );
        // Nothing found; or the role may not change such rows at all (the audit is append-only).
        expect([0, '42501'])
          .withContext(sql)
          .toContain(touched as number);
      }
      expect(await countOf(database.owner, table, OTHER))
        .withContext(table)
        .toBeGreaterThan(0);
    }
  });

  it('lets no row be written into, or moved to, another kabupaten', async () => {
    for (const table of tables) {
      const copy = inOwn(async (transaction) => {
        const columns = await writableColumns(table);
        await transaction.raw(
          `create temporary table copied on commit drop as select ${columns} from ${table} limit 1`,
        );
        await transaction.raw(`update copied set kabupaten_code = '${OTHER}'`);
        await transaction.raw(`insert into ${table} (${columns}) select * from copied`);
      });
      await expectAsync(copy)
        .withContext(`insert into ${table}`)
        .toBeRejectedWithError(/row-level security/);
      const moved = await inOwn((transaction) =>
        transaction.raw(`update ${table} set kabupaten_code = '${OTHER}'`),
      ).then(
        () => 'moved',
        (error: { code?: string }) => error.code,
      );
      // Row-level security, or no right to change the table at all.
      expect(moved).withContext(`update ${table}`).toBe('42501');
    }
  });

  it('shows nothing to a transaction that names no kabupaten, and forgets the name with its end', async () => {
    for (const table of tables) {
      await inOwn((transaction) => transaction.raw('select 1'));
      const seen: { rows: unknown[] } = await application.raw(`select 1 from ${table} limit 1`);
      expect(seen.rows).withContext(table).toEqual([]);
    }
  });

  it('refuses a name that is no code, and writing while reading', async () => {
    for (const code of [`64.02'; reset role; --`, '', '*', 'a b', `'`, 'x'.repeat(65)]) {
      await expectAsync(readInScope(application, { kabupatenCode: code }, () => Promise.resolve(1)))
        .withContext(code)
        .toBeRejectedWithError(/not a kabupaten code/);
      await expectAsync(
        writeInScope(application, { kabupatenCode: code }, () =>
          Promise.resolve({ result: 1, changed: false }),
        ),
      )
        .withContext(code)
        .toBeRejectedWithError(/not a kabupaten code/);
    }
    const write = readInScope(application, { kabupatenCode: OWN }, (transaction) =>
      transaction.rows('spec-write', 'delete from units where kabupaten_code = $1', [OWN]),
    );
    await expectAsync(write).toBeRejectedWithError(/read-only transaction/);
  });

  it('has an audit that the application can add to and not rewrite', async () => {
    await inOwn((transaction) =>
      transaction.raw(
        `insert into audit_entries (kabupaten_code, id, actor, action, subject) values ('${OWN}', gen_random_uuid(), 'uji', 'lihat', 'x')`,
      ),
    );
    for (const sql of [
      `update audit_entries set actor = 'lain'`,
      'delete from audit_entries',
      'truncate audit_entries',
    ]) {
      await expectAsync(inOwn((transaction) => transaction.raw(sql)))
        .withContext(sql)
        .toBeRejectedWithError(/permission denied/);
    }
  });
});
