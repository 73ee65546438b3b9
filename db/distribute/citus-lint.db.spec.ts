import type { Knex } from 'knex';
import { createTestDatabase } from '../embedded/test-database.ts';
import { CITUS_RULES, lintForCitus, listTenantTables } from './citus-lint.ts';
import type { CitusFinding } from './citus-lint.ts';

/** Every kind of mistake, each in a table or key named after its rule. */
const BAD_SCHEMA = `
  create schema bad;
  set local search_path = bad;
  create domain code_text as text;

  create table good_shared (code text primary key);
  create table good_local (id int primary key);
  create table good (
    kabupaten_code text not null references good_shared (code),
    id uuid not null,
    parent_id uuid,
    day date not null,
    constraint good_pk primary key (kabupaten_code, id),
    constraint good_parent foreign key (kabupaten_code, parent_id) references good (kabupaten_code, id)
      on delete set null (parent_id)
  );
  create unique index good_unique on good (kabupaten_code, day) include (parent_id);
  create index good_day on good (kabupaten_code, day);

  create table forgotten (code text primary key);
  create table with_domain (kabupaten_code code_text not null, id int, primary key (kabupaten_code, id));
  create table without_key (kabupaten_code text not null, id int);
  create table key_alone (kabupaten_code text not null, id int, number text, constraint key_alone_pk primary key (id));
  create table key_included (kabupaten_code text not null, id int, primary key (kabupaten_code, id));
  create unique index key_only_included on key_included (id) include (kabupaten_code);
  create table excluded (
    kabupaten_code text not null, id int, span daterange, primary key (kabupaten_code, id),
    constraint excluded_overlap exclude using gist (span with &&)
  );
  create table late_code (
    kabupaten_code text not null, id int, day date, constraint late_code_pk primary key (id, kabupaten_code)
  );
  create index late_code_day on late_code (day);
  create table unpaired (
    kabupaten_code text not null, id int, target_code text, target_id uuid, primary key (kabupaten_code, id),
    constraint unpaired_target foreign key (target_code, target_id) references good (kabupaten_code, id)
  );
  create table pointing_shared (
    code text primary key, target_code text, target_id uuid,
    constraint pointing_shared_target foreign key (target_code, target_id) references good (kabupaten_code, id)
  );
  create table pointing_to_local (
    kabupaten_code text not null, id int, primary key (kabupaten_code, id),
    constraint pointing_to_local_target foreign key (id) references good_local (id)
  );
  create table nulling (
    kabupaten_code text, id int not null, target_id uuid, primary key (kabupaten_code, id),
    constraint nulling_target foreign key (kabupaten_code, target_id) references good (kabupaten_code, id)
      on delete set null
  );
  create function nothing() returns trigger language plpgsql as 'begin return new; end';
  create table with_trigger (kabupaten_code text not null, id int, primary key (kabupaten_code, id));
  create trigger with_trigger_watch before insert on with_trigger for each row execute function nothing();
  create table parted (kabupaten_code text not null, year int, month int, primary key (kabupaten_code, year, month))
    partition by list (year);
  create table parted_2026 partition of parted for values in (2026) partition by list (month);
`;

const EXPECTED: readonly CitusFinding[] = [
  { rule: 'index-not-led-by-kabupaten-code', object: 'bad.late_code_day on late_code' },
  { rule: 'index-not-led-by-kabupaten-code', object: 'bad.late_code_pk on late_code' },
  { rule: 'kabupaten-code-type', object: 'with_domain' },
  { rule: 'key-without-kabupaten-code', object: 'bad.excluded_overlap on excluded' },
  { rule: 'key-without-kabupaten-code', object: 'bad.key_alone_pk on key_alone' },
  { rule: 'key-without-kabupaten-code', object: 'bad.key_only_included on key_included' },
  { rule: 'no-primary-key', object: 'without_key' },
  { rule: 'partition-of-partition', object: 'parted_2026' },
  { rule: 'reference-to-local', object: 'pointing_to_local_target on pointing_to_local' },
  { rule: 'set-null-with-kabupaten-code', object: 'nulling_target on nulling' },
  { rule: 'shared-to-tenant', object: 'pointing_shared_target on pointing_shared' },
  { rule: 'trigger-on-tenant-table', object: 'with_trigger_watch on with_trigger' },
  { rule: 'unclassified-table', object: 'forgotten' },
  { rule: 'unpaired-foreign-key', object: 'unpaired_target on unpaired' },
];

describe('catalogue lint for a cluster', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
  let owner: Knex;

  beforeAll(async () => {
    test = await createTestDatabase();
    owner = test.owner;
  });

  afterAll(async () => {
    await test.drop();
  });

  it('finds every kind of mistake, and nothing in tables that keep the rules', async () => {
    await owner.transaction((transaction) => transaction.raw(BAD_SCHEMA));
    const findings = await lintForCitus(owner, {
      schema: 'bad',
      sharedTables: ['good_shared', 'pointing_shared'],
      localTables: ['good_local'],
    });
    expect([...findings]).toEqual([...EXPECTED]);
  });

  it('has an example of every rule', () => {
    const shown = new Set<string>(EXPECTED.map(({ rule }) => rule));
    expect(Object.keys(CITUS_RULES).filter((rule) => !shown.has(rule))).toEqual([]);
  });

  it('finds nothing in the schema of the product', async () => {
    expect((await listTenantTables(owner)).length).toBeGreaterThan(5);
    expect([...(await lintForCitus(owner))]).toEqual([]);
  });

  it('finds row security with a policy on every tenant table of the product', async () => {
    const { rows } = await owner.raw<{ rows: { name: string }[] }>(
      `select c.relname::text as name from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relrowsecurity
          and exists (select 1 from pg_policy p where p.polrelid = c.oid)
        order by c.relname`,
    );
    expect(rows.map(({ name }) => name)).toEqual([...(await listTenantTables(owner))]);
  });
});
