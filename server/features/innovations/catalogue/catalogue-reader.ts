import { isTenantScope } from '#domain/scope';
import type { Person } from '../../../platform/auth/person.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { readShared, type SharedReadTransaction } from '../../../platform/database/shared-read.ts';

/** Whose eyes the catalogue is read with. */
export interface CatalogueReader {
  readonly transaction: ReadTransaction | SharedReadTransaction;
  /** The kabupaten whose own entries are read too; null for those who read the shared catalogue alone. */
  readonly own: string | null;
  /** Strangers: only what its owner opened to everyone. */
  readonly publicOnly: boolean;
  readonly userId: string | null;
  /** ISO day, and the zone it is that day in. */
  readonly today: string;
  readonly zone: string;
}

/** Where nobody's kabupaten says otherwise. */
const ZONE = 'Asia/Jakarta';

interface ReaderDeps {
  readonly database: Database;
  readonly clock: ClockSource;
}

/**
 * Reads the catalogue as this person: the own kabupaten's entries and the shared ones, or for members of FORCASI without
 * a kabupaten's scope the shared ones alone.
 */
export function readCatalogue<T>(
  { database, clock }: ReaderDeps,
  person: Person,
  read: (reader: CatalogueReader) => Promise<T>,
): Promise<T> {
  const { scope, userId } = person;
  if (!isTenantScope(scope)) {
    const zone = person.kabupaten?.timeZone ?? ZONE;
    return readShared(database, (transaction) =>
      read({ transaction, own: null, publicOnly: false, userId, today: clock(zone).today, zone }),
    );
  }
  return readInScope(database, scope, (transaction) =>
    read({
      transaction,
      own: scope.kabupatenCode,
      publicOnly: false,
      userId,
      today: clock(scope.timeZone).today,
      zone: scope.timeZone,
    }),
  );
}

/** Reads the catalogue as a stranger. */
export function readPublicCatalogue<T>(
  { database, clock }: ReaderDeps,
  read: (reader: CatalogueReader) => Promise<T>,
): Promise<T> {
  return readShared(database, (transaction) =>
    read({ transaction, own: null, publicOnly: true, userId: null, today: clock(ZONE).today, zone: ZONE }),
  );
}
