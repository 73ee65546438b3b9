import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import type { ClockSource } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/pool.ts';

/** What the routes of the complaints need. */
export interface ComplaintDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
}
