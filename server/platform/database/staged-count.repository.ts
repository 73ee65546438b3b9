import type { Knex } from 'knex';
import type { LoadCounts } from './dataset-loader.ts';

/**
 * Counts of a load that wrote straight from `stage_rows`.
 *
 * @param written the rows that were inserted or changed; all other staged rows were the same
 */
export async function countStaged(
  transaction: Knex.Transaction,
  written: readonly { readonly inserted: boolean }[],
): Promise<LoadCounts> {
  const staged: { rows: { count: number }[] } = await transaction.raw(
    'select count(*) as count from stage_rows',
  );
  const inserted = written.filter((row) => row.inserted).length;
  return {
    inserted,
    updated: written.length - inserted,
    unchanged: (staged.rows[0]?.count ?? 0) - written.length,
    structureChanged: written.length > 0,
  };
}
