import type { LoadDemoRows } from '../../db/seeds/demo/seed-demo.ts';
import { loadRecords, type RecordFields } from '../features/imports/loading/load-records.repository.ts';
import type { AuditLog } from '../platform/audit/audit-log.repository.ts';
import type { Database } from '../platform/database/pool.ts';
import { LOADERS, ROLLUP_FAMILIES } from './loaders.ts';

/** Loads the demo's rows by the same road as a file. */
export function demoLoader(application: Database, audit: AuditLog): LoadDemoRows {
  return async (kabupatenCode, dataset, rows) => {
    await loadRecords(
      application,
      { kabupatenCode, dataset, actor: 'data contoh', audit, loaders: LOADERS, families: ROLLUP_FAMILIES },
      toRecords(rows),
    );
  };
}

/** Instants in UTC, as files are parsed; the answers of a survey as u1 … u9. */
function* toRecords(rows: Iterable<object>): Generator<RecordFields> {
  for (const row of rows) {
    const record: Record<string, RecordFields[string]> = {};
    for (const [field, value] of Object.entries(row) as [string, unknown][]) {
      if (field === 'answers' && Array.isArray(value))
        value.forEach((answer: number, index) => (record[`u${index + 1}`] = answer));
      else if (field === 'area') record['kecamatan'] = value as string | null;
      else
        record[field] =
          typeof value === 'string' && field.endsWith('At')
            ? new Date(value).toISOString()
            : (value as RecordFields[string]);
    }
    yield record;
  }
}
