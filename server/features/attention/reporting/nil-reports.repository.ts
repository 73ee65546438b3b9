import type { Knex } from 'knex';
import type { AuditActor } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import type { Dataset } from './datasets.ts';

export interface NewNilReport {
  readonly kabupatenCode: string;
  readonly unitCode: string;
  readonly dataset: Dataset;
  /** First day of the month. */
  readonly month: string;
  readonly postId: string;
  readonly postTitle: string;
  /** ISO instant. */
  readonly at: string;
}

/** Files *nihil*; saying it once more changes nothing and is not recorded again. */
export async function writeNilReport(
  database: Knex,
  audit: AuditLog,
  actor: AuditActor,
  report: NewNilReport,
): Promise<void> {
  const { kabupatenCode, unitCode, dataset, month } = report;
  await writeInScope(database, { kabupatenCode }, async (transaction) => {
    const filed = await transaction('nil_reports')
      .insert({
        kabupaten_code: kabupatenCode,
        unit_code: unitCode,
        dataset,
        month,
        post_id: report.postId,
        post_title: report.postTitle,
        created_at: report.at,
      })
      .onConflict(['kabupaten_code', 'unit_code', 'dataset', 'month'])
      .ignore()
      .returning('unit_code');
    if (filed.length === 0) return { result: undefined, changed: false };
    await audit.record(transaction, kabupatenCode, actor, {
      action: 'nil-filed',
      subject: `units/${unitCode}`,
      details: { unit: unitCode, dataset, month },
    });
    return { result: undefined, changed: true };
  });
}
