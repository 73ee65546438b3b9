import type { Config } from '../../server/platform/config.ts';
import { OperatorError } from '../../server/platform/operator-error.ts';
import { startEmbeddedDatabase } from './start.ts';

/** A database that a program may use until it releases it. */
export interface AttachedDatabase {
  /** Address of the application's role. */
  readonly url: string;
  /** Address of the owner's role, or null when the operator gave none. */
  readonly migrateUrl: string | null;
  /** Whether it is the embedded database. */
  readonly embedded: boolean;
  /** Lets go of it; the embedded server stops when nobody else uses it. */
  readonly release: () => Promise<void>;
}

/**
 * The configured database: the operator's own, or the embedded one, which is joined when it runs (the
 * application is up) and started when it does not. Every command gets its database here.
 *
 * @param onLost called when the embedded server died and could not be restarted
 */
export async function attachOrStartEmbedded(
  config: Pick<Config, 'databaseUrl' | 'databaseMigrateUrl' | 'dataDir'>,
  log: (line: string) => void,
  onLost?: (error: unknown) => void,
): Promise<AttachedDatabase> {
  if (config.databaseUrl !== null) {
    return {
      url: config.databaseUrl,
      migrateUrl: config.databaseMigrateUrl,
      embedded: false,
      release: () => Promise.resolve(),
    };
  }
  const { url, migrateUrl, stop } = await startEmbeddedDatabase({
    dataDir: config.dataDir,
    log,
    ...(onLost === undefined ? {} : { onLost }),
  });
  return { url, migrateUrl, embedded: true, release: stop };
}

/**
 * The owner's address, for work that the application's role may not do.
 *
 * @throws OperatorError when the operator gave none
 */
export function requireMigrateUrl(database: AttachedDatabase): string {
  if (database.migrateUrl === null) {
    throw new OperatorError('Perintah ini memerlukan peran pemilik basis data: isi DATABASE_MIGRATE_URL.');
  }
  return database.migrateUrl;
}

/** The role an address signs in as. */
export function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
