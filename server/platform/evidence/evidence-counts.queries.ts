import type { EvidenceOf } from '#contract/evidence';
import type { ReadTransaction } from '../database/scoped.ts';

/** How many files stand as evidence of each thing; things without any are absent. */
export async function countEvidence(
  transaction: ReadTransaction,
  about: EvidenceOf,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction.rows<{ about_id: string; files: number }>(
    'count-evidence',
    `select about_id, count(*)::int as files from evidence_links
      where kabupaten_code = $1 and about_kind = $2 and about_id = any($3::uuid[]) and removed_at is null
      group by about_id`,
    [transaction.kabupatenCode, about, [...ids]],
  );
  return new Map(rows.map((row) => [row.about_id, row.files]));
}
