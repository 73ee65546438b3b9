import type { Knex } from 'knex';
import { getConstructionPlans, getMigrationPlans } from 'pg-boss';
import { OperatorError } from '../operator-error.ts';

/** The schema of the job tables, apart from PANDU's own; the application adds and changes rows there, never tables. */
export const JOB_SCHEMA = 'pgboss';

/**
 * Makes the tables of background jobs or brings them to the version of the installed pg-boss, and gives the application
 * role what it needs there. For the owner's role, under the lock of the migrations.
 *
 * @throws OperatorError when they are newer than this program
 */
export async function bringJobSchema(owner: Knex, applicationRole: string): Promise<void> {
  const wanted = wantedVersion();
  const present = await jobSchemaVersion(owner);
  if (present !== null && present > wanted) {
    throw new OperatorError(
      'Tabel pekerjaan latar belakang lebih baru daripada versi PANDU ini: pasang versi PANDU yang terakhir dipakai, atau yang lebih baru.',
    );
  }
  // The plans bring their own transaction and lock.
  if (present === null) await owner.raw(escaped(getConstructionPlans(JOB_SCHEMA)));
  else if (present < wanted) await owner.raw(escaped(getMigrationPlans(JOB_SCHEMA, present)));
  await owner.transaction(async (transaction) => {
    await transaction.raw('grant usage on schema ?? to ??', [JOB_SCHEMA, applicationRole]);
    await transaction.raw('grant select, insert, update, delete on all tables in schema ?? to ??', [
      JOB_SCHEMA,
      applicationRole,
    ]);
    await transaction.raw('grant execute on all functions in schema ?? to ??', [JOB_SCHEMA, applicationRole]);
    await transaction.raw('revoke insert, update, delete on ??.?? from ??', [
      JOB_SCHEMA,
      'queue_stats',
      applicationRole,
    ]);
  });
}

/** Whether the job tables are those of the installed pg-boss. Both roles may ask. */
export async function jobSchemaIsCurrent(database: Knex): Promise<boolean> {
  return (await jobSchemaVersion(database)) === wantedVersion();
}

async function jobSchemaVersion(database: Knex): Promise<number | null> {
  const table = await database.raw<{ rows: { found: boolean }[] }>(
    'select to_regclass(?) is not null as found',
    [`${JOB_SCHEMA}.version`],
  );
  if (table.rows[0]?.found !== true) return null;
  const answer = await database.raw<{ rows: { version: number }[] }>('select version from ??.??', [
    JOB_SCHEMA,
    'version',
  ]);
  return answer.rows[0]?.version ?? null;
}

/** pg-boss tells its schema's version only in the statement that stores it. */
function wantedVersion(): number {
  const found = /insert into \S+\.version\(version\) values \('(\d+)'\)/i.exec(
    getConstructionPlans(JOB_SCHEMA),
  );
  if (!found) throw new Error('pg-boss: the version of its schema was not found in its construction plans.');
  return Number(found[1]);
}

/** knex would take a question mark for a value. */
function escaped(sql: string): string {
  return sql.replaceAll('?', '\\?');
}
