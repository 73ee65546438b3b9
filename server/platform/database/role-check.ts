import type { Knex } from 'knex';
import { OperatorError } from '../operator-error.ts';

/** What the database says about the role that asks. */
export interface RoleFacts {
  readonly role_name: string;
  /** `server_version_num`: 150004 is 15.4. */
  readonly version: number;
  readonly superuser: boolean;
  readonly bypasses_row_security: boolean;
  /** A table the role owns, or null. */
  readonly owned_table: string | null;
}

/**
 * Refuses a database role for which row-level security would not hold, and a PostgreSQL that is too old.
 *
 * The application role must not be superuser, must not have BYPASSRLS and must not own a table: each of
 * these reads every kabupaten's rows whatever the policies say. Membership counts as much as the role
 * itself, because a member can become the other role with SET ROLE.
 *
 * @param application the pool of the application role
 * @throws OperatorError naming the role and what is wrong with it
 */
export async function refuseUnsafeRole(application: Knex): Promise<void> {
  const answer = await application.raw<{ rows: RoleFacts[] }>(`
    select current_user as role_name,
           current_setting('server_version_num')::int as version,
           exists (select from pg_roles r where r.rolsuper and pg_has_role(current_user, r.oid, 'MEMBER')) as superuser,
           exists (select from pg_roles r where r.rolbypassrls and pg_has_role(current_user, r.oid, 'MEMBER'))
             as bypasses_row_security,
           (select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
               and n.nspname not like 'pg_temp%' and n.nspname not like 'pg_toast%'
               and pg_has_role(current_user, c.relowner, 'MEMBER')
             order by c.relname limit 1) as owned_table`);
  const facts = answer.rows[0];
  if (facts === undefined) throw new Error('The role check returned no row.');
  const refusal = judgeRole(facts);
  if (refusal !== null) throw new OperatorError(refusal);
}

/** The sentence that refuses a role, or null when it is fit to be the application's. */
export function judgeRole(facts: RoleFacts): string | null {
  if (facts.version < 150000) {
    return `PANDU memerlukan PostgreSQL 15 atau lebih baru, sedangkan server ini versi ${Math.floor(facts.version / 10000)}.`;
  }
  const refuse = (reason: string) =>
    `Peran basis data "${facts.role_name}" di DATABASE_URL ${reason}, sehingga batas antarkabupaten tidak berlaku baginya: ` +
    'pakai peran biasa (NOSUPERUSER NOBYPASSRLS, bukan pemilik tabel) dan taruh peran pemilik di DATABASE_MIGRATE_URL.';
  if (facts.superuser) return refuse('adalah superuser atau anggotanya');
  if (facts.bypasses_row_security) return refuse('memiliki BYPASSRLS');
  if (facts.owned_table !== null) return refuse(`memiliki tabel ("${facts.owned_table}")`);
  return null;
}
