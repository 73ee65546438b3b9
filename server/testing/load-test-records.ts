import type { Knex } from 'knex';
import { LOADERS, ROLLUP_FAMILIES } from '../commands/loaders.ts';
import { loadRecords, type RecordFields } from '../features/imports/loading/load-records.repository.ts';
import type { AuditLog } from '../platform/audit/audit-log.repository.ts';

export type TestRecord = RecordFields;

/** Loads records by the road of an import, for specs that need a database and no product around it. */
export async function loadTestRecords(
  application: Knex,
  audit: AuditLog,
  target: { readonly kabupatenCode: string; readonly dataset: string },
  records: Iterable<TestRecord>,
): Promise<void> {
  const options = { ...target, actor: 'uji', audit, loaders: LOADERS, families: ROLLUP_FAMILIES };
  await loadRecords(application, options, records);
}
