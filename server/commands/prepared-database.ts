import { attachOrStartEmbedded, roleOf } from '../../db/embedded/attach.ts';
import { migrate, migrationState, requireMigrated } from '../../db/migrate.ts';
import { seedReference } from '../../db/seeds/reference/seed-reference.ts';
import { seedShippedInnovations } from '../../db/seeds/reference/seed-shipped-innovations.ts';
import { searchVector } from '../features/innovations/search/search-vector.repository.ts';
import { readConfig, type Config } from '../platform/config.ts';
import { AuditLog } from '../platform/audit/audit-log.repository.ts';
import { installationSecret } from '../platform/audit/installation-secret.ts';
import { openDatabase, requireConnection, type Database } from '../platform/database/pool.ts';
import { refuseUnsafeRole } from '../platform/database/role-check.ts';
import { renewRollups } from '../platform/database/rollups/renew-rollups.repository.ts';
import { RENEWAL } from './loaders.ts';
import { moveAllOpenDeadlines } from './open-deadlines.ts';

export interface PreparedDatabase {
  readonly config: Config;
  readonly application: Database;
  readonly audit: AuditLog;
  /** Null when the operator gave no DATABASE_MIGRATE_URL. */
  readonly owner: Database | null;
}

/**
 * Runs `work` on a database with schema and reference data, as `npm start` leaves it: the one of a running
 * application, or one that is started for this command alone.
 */
export async function withPreparedDatabase<T>(work: (database: PreparedDatabase) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const attached = await attachOrStartEmbedded(config, () => undefined);
  const application = openDatabase(attached.url, { max: 3 });
  const owner = attached.migrateUrl === null ? null : openDatabase(attached.migrateUrl, { max: 3 });
  try {
    await requireConnection(application, attached.url, 'DATABASE_URL');
    if (owner === null || attached.migrateUrl === null) {
      await requireMigrated(application);
    } else {
      await requireConnection(owner, attached.migrateUrl, 'DATABASE_MIGRATE_URL');
      await bringUpToDate(owner, roleOf(attached.url));
    }
    await refuseUnsafeRole(application);
    const audit = new AuditLog(await installationSecret(config.dataDir));
    await audit.requireSameSecret(application);
    // On a terminal's error output: the last line of a command is its answer.
    await renewRollups(application, RENEWAL, (line) => console.error(line));
    return await work({ config, application, owner, audit });
  } finally {
    await application.destroy();
    await owner?.destroy();
    await attached.release();
  }
}

/** Does nothing beside a running application, which has done it at its start. */
async function bringUpToDate(owner: Database, applicationRole: string): Promise<void> {
  const { pending, unknown } = await migrationState(owner);
  if (pending.length > 0 || unknown.length > 0) await migrate(owner, applicationRole);
  await seedReference(owner, moveAllOpenDeadlines);
  await seedShippedInnovations(owner, searchVector);
}
