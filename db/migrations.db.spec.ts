import type { Knex } from 'knex';
import { lintForCitus, listTenantTables } from './distribute/citus-lint.ts';
import { createTestDatabase } from './embedded/test-database.ts';
import { migrate, migrationState, rollbackTo } from './migrate.ts';

const MIGRATION_TABLES = ['knex_migrations', 'knex_migrations_lock'];

interface Column {
  readonly table: string;
  readonly definition: string;
}

describe('migrations', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
  let owner: Knex;
  let applicationRole: string;

  beforeAll(async () => {
    test = await createTestDatabase();
    owner = test.owner;
    const { rows } = await test.application.raw<{ rows: { role: string }[] }>(
      'select current_user::text as role',
    );
    applicationRole = rows[0]?.role ?? '';
  });

  afterAll(async () => {
    await test.drop();
  });

  /** What the schema is made of, as text that can be compared. */
  async function readSchema(): Promise<readonly string[]> {
    const { rows } = await owner.raw<{ rows: Column[] }>(
      `select c.relname::text as table,
              a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end as definition
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
       union all
       select c.relname, k.conname || ' ' || pg_get_constraintdef(k.oid)
         from pg_constraint k join pg_class c on c.oid = k.conrelid where c.relnamespace = 'public'::regnamespace
       union all
       select tablename, indexdef from pg_indexes where schemaname = 'public'
       union all
       select tablename, policyname || ' ' || coalesce(qual, '') || coalesce(with_check, '')
         from pg_policies where schemaname = 'public'
       union all
       select p.proname, pg_get_functiondef(p.oid)
         from pg_proc p
        where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
          and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
    );
    return rows
      .filter(({ table }) => !MIGRATION_TABLES.includes(table))
      .map(({ table, definition }) => `${table}: ${definition}`)
      .sort();
  }

  it('are all applied to a new database, and each table of a kabupaten has a key led by its code', async () => {
    expect((await migrationState(owner)).pending).toEqual([]);
    expect((await listTenantTables(owner)).length).toBeGreaterThan(5);
    expect([...(await lintForCitus(owner))]).toEqual([]);
  });

  it('go down to nothing and up again to the same schema', async () => {
    const before = await readSchema();
    expect(before.length).toBeGreaterThan(50);

    await rollbackTo(owner, []);
    expect(await readSchema()).toEqual([]);

    await migrate(owner, applicationRole);
    expect(await readSchema()).toEqual([...before]);
    expect([...(await lintForCitus(owner))]).toEqual([]);
  });

  it('go down and up one by one', async () => {
    const { applied } = await migrationState(owner);
    const before = await readSchema();
    for (let kept = applied.length - 1; kept >= 0; kept -= 1) {
      await rollbackTo(owner, applied.slice(0, kept));
      await migrate(owner, applicationRole);
      expect(await readSchema())
        .withContext(applied[kept] ?? '')
        .toEqual([...before]);
    }
  });
});
