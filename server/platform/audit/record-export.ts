import type { Person } from '../auth/person.ts';
import type { Database } from '../database/pool.ts';
import { actorOf, type AuditEvent } from './audit-entry.ts';
import type { AuditLog } from './audit-log.repository.ts';

/** Who asks for the export, and from where. */
export interface ExportCaller {
  readonly person: Person;
  /** Network address of the request; null when it is not known. */
  readonly address: string | null;
}

/**
 * Puts an export on record before its first byte leaves: without the entry there is no export. In the chain of the
 * person's kabupaten, or of the installation for those who belong to none.
 *
 * @throws Error when the entry cannot be written
 */
export async function recordExport(
  database: Database,
  audit: AuditLog,
  { person, address }: ExportCaller,
  event: AuditEvent,
): Promise<void> {
  await audit.recordAlone(database, person.kabupaten?.code ?? null, actorOf(person, address), event);
}
