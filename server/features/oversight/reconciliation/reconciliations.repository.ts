import type { Knex } from 'knex';
import type { DifferingRecord } from '#domain/oversight/difference';
import type { AuditActor } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import type { ReconciledDataset } from './our-records.queries.ts';
import type { SavedCounts } from './reconciliation-rows.queries.ts';

/** Where comparisons are written, and who writes. */
export interface ReconciliationDesk {
  readonly database: Knex;
  readonly audit: AuditLog;
  readonly actor: AuditActor;
  readonly kabupatenCode: string;
  /** ISO instant. */
  readonly now: string;
}

export interface NewReconciliation {
  readonly dataset: ReconciledDataset;
  readonly unitCode: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly counts: SavedCounts;
  readonly dataVersion: number;
  readonly rows: readonly DifferingRecord[];
}

const BATCH = 500;

/** Saves a comparison with everything that differs. @returns its id */
export async function insertReconciliation(
  desk: ReconciliationDesk,
  comparison: NewReconciliation,
): Promise<string> {
  const id = newRecordId();
  const { kabupatenCode } = desk;
  const { counts } = comparison;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    await transaction('reconciliations').insert({
      kabupaten_code: kabupatenCode,
      id,
      dataset: comparison.dataset,
      unit_code: comparison.unitCode,
      period_from: comparison.from,
      period_to: comparison.to,
      source: comparison.source,
      file_name: comparison.fileName,
      file_hash: comparison.fileHash,
      counts: JSON.stringify(counts),
      data_version: comparison.dataVersion,
      post_title: desk.actor.postTitle ?? desk.actor.program ?? '',
      created_at: desk.now,
    });
    const rows = comparison.rows.map((row, index) => ({
      kabupaten_code: kabupatenCode,
      reconciliation_id: id,
      position: index + 1,
      kind: row.kind,
      unit_code: row.unit,
      number: storable(row.number),
      record_id: row.recordId,
      row_number: row.row,
      differences: JSON.stringify(
        Object.fromEntries(
          row.differences.map(({ field, theirs, ours }) => [
            field,
            [theirs === null ? null : storable(theirs), ours],
          ]),
        ),
      ),
    }));
    if (rows.length > 0) await transaction.batchInsert('reconciliation_rows', rows, BATCH);
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'lists-compared',
      subject: `reconciliations/${id}`,
      details: {
        dataset: comparison.dataset,
        unit: comparison.unitCode,
        from: comparison.from,
        to: comparison.to,
        fileHash: comparison.fileHash,
        theirs: counts.theirs,
        ours: counts.ours,
        onlyTheirs: counts.onlyTheirs,
        onlyOurs: counts.onlyOurs,
        differs: counts.differs,
        unreadable: counts.unreadable,
      },
      personal: { source: comparison.source, fileName: comparison.fileName },
    });
    return { result: id, changed: false };
  });
}

/** PostgreSQL stores no NUL character; what a file says is kept all the same. */
function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}
