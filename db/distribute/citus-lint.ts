import type { Knex } from 'knex';
import { LOCAL_TABLES, SHARED_TABLES } from './shared-tables.ts';

/**
 * What a cluster (Citus, rows sharded by `kabupaten_code`) would refuse or run badly. A *tenant table* is one that is
 * neither shared nor local.
 */
export const CITUS_RULES = {
  'unclassified-table': 'Table without kabupaten_code that is listed neither as shared nor as local',
  'kabupaten-code-type': 'kabupaten_code is not plain text',
  'no-primary-key': 'Tenant table without a primary key',
  'key-without-kabupaten-code': 'Primary key, unique or exclusion constraint without kabupaten_code',
  'index-not-led-by-kabupaten-code': 'Index of a tenant table whose first column is not kabupaten_code',
  'unpaired-foreign-key': 'Foreign key between tenant tables that does not pair kabupaten_code',
  'shared-to-tenant': 'Foreign key from a shared or local table to a tenant table',
  'reference-to-local': 'Foreign key from a tenant or shared table to a local table',
  'set-null-with-kabupaten-code': 'ON DELETE or ON UPDATE SET NULL/DEFAULT that includes kabupaten_code',
  'trigger-on-tenant-table': 'Trigger on a tenant table',
  'partition-of-partition': 'Partition that is itself partitioned',
} as const;

export type CitusRule = keyof typeof CITUS_RULES;

export interface CitusFinding {
  readonly rule: CitusRule;
  /** The table, or `object on table`. */
  readonly object: string;
}

export interface CitusLintOptions {
  /** Default `public`. */
  readonly schema?: string;
  readonly sharedTables?: readonly string[];
  readonly localTables?: readonly string[];
}

/**
 * Reads the catalogue of any PostgreSQL (15 or newer) and lists what a cluster would refuse, so that the same
 * migrations run on one machine and on a cluster.
 *
 * @param database any role that may connect; the catalogue is readable by all
 * @returns findings ordered by rule and object; empty when the schema can be distributed
 */
export async function lintForCitus(
  database: Knex,
  options: CitusLintOptions = {},
): Promise<readonly CitusFinding[]> {
  const { schema = 'public', sharedTables = SHARED_TABLES, localTables = LOCAL_TABLES } = options;
  const { rows } = await database.raw<{ rows: CitusFinding[] }>(LINT_SQL, [
    sharedTables.join(','),
    localTables.join(','),
    schema,
  ]);
  return rows;
}

/** The tenant tables of the schema, by the same definition as the lint, in alphabetical order. */
export async function listTenantTables(
  database: Knex,
  options: CitusLintOptions = {},
): Promise<readonly string[]> {
  const { schema = 'public', sharedTables = SHARED_TABLES, localTables = LOCAL_TABLES } = options;
  const { rows } = await database.raw<{ rows: { name: string }[] }>(
    `${TABLES_SQL} select relname::text as name from tenant where not relispartition order by relname`,
    [sharedTables.join(','), localTables.join(','), schema],
  );
  return rows.map(({ name }) => name);
}

const TABLES_SQL = `
  with listed as (
    select string_to_array(?, ',') as shared, string_to_array(?, ',') as local
  ),
  tables as (
    select c.oid, c.relname, c.relkind, c.relispartition, a.attnum as code_column, a.atttypid as code_type,
           c.relname = any (listed.shared) as is_shared, c.relname = any (listed.local) as is_local
      from listed cross join pg_class c
      left join pg_attribute a on a.attrelid = c.oid and a.attname = 'kabupaten_code' and not a.attisdropped
     where c.relkind in ('r', 'p') and c.relnamespace = (?::text)::regnamespace
  ),
  tenant as (
    select * from tables where code_column is not null and not is_shared and not is_local
  )`;

const LINT_SQL = `${TABLES_SQL},
  tenant_keys as (
    -- Columns after the key columns (INCLUDE) do not make rows distinct.
    select i.indexrelid, i.indrelid, t.relname, t.code_column, am.amname,
           i.indisunique or i.indisexclusion as is_key,
           (i.indkey::smallint[])[0:i.indnkeyatts - 1] as columns
      from pg_index i
      join tenant t on t.oid = i.indrelid
      join pg_class index_class on index_class.oid = i.indexrelid
      join pg_am am on am.oid = index_class.relam
  ),
  foreign_keys as (
    select k.*, k.conname || ' on ' || s.relname as object,
           s.oid in (select oid from tenant) as from_tenant, s.is_local as from_local, s.code_column as from_code,
           f.oid in (select oid from tenant) as to_tenant, f.is_local as to_local, f.code_column as to_code
      from pg_constraint k
      join tables s on s.oid = k.conrelid
      join tables f on f.oid = k.confrelid
     where k.contype = 'f' and k.conparentid = 0
  ),
  findings as (
    select 'unclassified-table' as rule, relname::text as object
      from tables where code_column is null and not is_shared and not is_local
    union all
    select 'kabupaten-code-type', relname from tenant where code_type <> 'text'::regtype
    union all
    select 'no-primary-key', relname from tenant
     where not exists (select 1 from pg_index i where i.indrelid = tenant.oid and i.indisprimary)
    union all
    select 'key-without-kabupaten-code', indexrelid::regclass || ' on ' || relname
      from tenant_keys where is_key and not code_column = any (columns)
    union all
    select 'index-not-led-by-kabupaten-code', indexrelid::regclass || ' on ' || relname
      from tenant_keys
     where code_column <> columns[1] and (not is_key or code_column = any (columns))
    union all
    select 'unpaired-foreign-key', object from foreign_keys
     where from_tenant and to_tenant
       and not exists (select 1 from unnest(conkey, confkey) pair (a, b) where a = from_code and b = to_code)
    union all
    select 'shared-to-tenant', object from foreign_keys where not from_tenant and to_tenant
    union all
    select 'reference-to-local', object from foreign_keys where to_local and not from_local
    union all
    select 'set-null-with-kabupaten-code', object from foreign_keys
     where from_tenant and from_code = any (conkey)
       and (confupdtype in ('n', 'd')
            -- PostgreSQL 15: ON DELETE SET NULL (column, …) touches only the columns that it names.
            or (confdeltype in ('n', 'd') and from_code = any (coalesce(confdelsetcols, conkey))))
    union all
    select 'trigger-on-tenant-table', g.tgname || ' on ' || t.relname
      from pg_trigger g join tenant t on t.oid = g.tgrelid where not g.tgisinternal and g.tgparentid = 0
    union all
    select 'partition-of-partition', relname from tenant where relkind = 'p' and relispartition
  )
  select rule, object from findings order by rule collate "C", object collate "C"`;
