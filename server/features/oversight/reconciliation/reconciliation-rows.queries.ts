import type { DifferenceCounts, DifferenceKind } from '#domain/oversight/difference';
import type { ListPlace } from '../../../platform/http/list-cursor.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import type { ReconciledDataset } from './our-records.queries.ts';

/** What was counted, and whether complaints of suspected abuse were among it. */
export interface SavedCounts extends DifferenceCounts {
  readonly withOversight: boolean;
}

export interface ReconciliationRow {
  readonly id: string;
  readonly dataset: ReconciledDataset;
  readonly unit_code: string;
  readonly period_from: string;
  readonly period_to: string;
  readonly source: string;
  readonly file_name: string;
  readonly file_hash: string;
  readonly counts: SavedCounts;
  readonly post_title: string;
  readonly created_at: Date;
  readonly place: string;
}

export interface DifferenceRow {
  readonly position: number;
  readonly kind: DifferenceKind;
  readonly unit_code: string | null;
  readonly number: string;
  readonly record_id: string | null;
  readonly row_number: number | null;
  /** Field → [theirs, ours]. */
  readonly differences: Readonly<Record<string, readonly [string | null, string | null]>>;
}

/** What of the comparisons a person may see. */
export interface ReconciliationSight {
  readonly datasets: readonly ReconciledDataset[];
  readonly withOversight: boolean;
  readonly unitCodes: readonly string[];
}

const COLUMNS = `r.id, r.dataset, r.unit_code, r.period_from, r.period_to, r.source, r.file_name, r.file_hash, r.counts,
  r.post_title, r.created_at, r.created_at::text as place`;
/** `$2` datasets, `$3` whether those with complaints of suspected abuse are for this person, `$4` units. */
const SEEN = `r.dataset = any($2::text[]) and ($3::boolean or r.counts ->> 'withOversight' = 'false')
  and r.unit_code = any($4::text[])`;

function seen(transaction: ReadTransaction, sight: ReconciliationSight): unknown[] {
  return [transaction.kabupatenCode, [...sight.datasets], sight.withOversight, [...sight.unitCodes]];
}

/** A page of the comparisons, the newest first. */
export async function listReconciliationRows(
  transaction: ReadTransaction,
  sight: ReconciliationSight,
  limit: number,
  after: ListPlace | null,
): Promise<ReconciliationRow[]> {
  return transaction.rows<ReconciliationRow & Record<string, unknown>>(
    after === null ? 'reconciliations-first' : 'reconciliations-after',
    `select ${COLUMNS} from reconciliations r where r.kabupaten_code = $1 and ${SEEN}
        ${after === null ? '' : 'and (r.created_at, r.id) < ($6::timestamptz, $7::uuid)'}
      order by r.created_at desc, r.id desc limit $5`,
    [...seen(transaction, sight), limit, ...(after === null ? [] : [after.at, after.id])],
  );
}

/** Number of comparisons. */
export async function countReconciliations(
  transaction: ReadTransaction,
  sight: ReconciliationSight,
): Promise<number> {
  const rows = await transaction.rows<{ count: number }>(
    'reconciliations-count',
    `select count(*) as count from reconciliations r where r.kabupaten_code = $1 and ${SEEN}`,
    seen(transaction, sight),
  );
  return rows[0]?.count ?? 0;
}

/** One comparison; null when there is none that the person may see. */
export async function findReconciliation(
  transaction: ReadTransaction,
  sight: ReconciliationSight,
  id: string,
): Promise<ReconciliationRow | null> {
  const rows = await transaction.rows<ReconciliationRow & Record<string, unknown>>(
    'reconciliation',
    `select ${COLUMNS} from reconciliations r where r.kabupaten_code = $1 and ${SEEN} and r.id = $5::uuid`,
    [...seen(transaction, sight), id],
  );
  return rows[0] ?? null;
}

/** A page of what differs, in its order; `kind` null: all kinds. */
export async function listDifferences(
  transaction: ReadTransaction,
  id: string,
  kind: DifferenceKind | null,
  page: { readonly limit: number; readonly after: number },
): Promise<DifferenceRow[]> {
  return transaction.rows<DifferenceRow & Record<string, unknown>>(
    'reconciliation-rows',
    `select position, kind, unit_code, number, record_id, row_number, differences from reconciliation_rows
      where kabupaten_code = $1 and reconciliation_id = $2::uuid and ($3::text is null or kind = $3::text)
        and position > $4 order by position limit $5`,
    [transaction.kabupatenCode, id, kind, page.after, page.limit],
  );
}
