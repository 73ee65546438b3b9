import type { Knex } from 'knex';
import type { LoadContext, LoadCounts } from './dataset-loader.ts';

/**
 * Writes the rows of the temporary table `decided_rows` into a fact table. `decision` is `i` (insert), `c` (changed)
 * or `u` (unchanged); `id` is the new key, `existing_id` the record that is there. Changed records keep their past in
 * `record_changes`.
 */
export async function applyDecidedRows(
  transaction: Knex.Transaction,
  table: string,
  dataset: string,
  columns: readonly string[],
  context: LoadContext,
): Promise<LoadCounts> {
  const bindings = { kabupaten: context.kabupatenCode, import_id: context.importId, actor: context.actor };
  const record = (alias: string) =>
    `jsonb_build_object(${columns.map((name) => `'${name}', ${alias}.${name}`).join(', ')})`;
  await transaction.raw('analyze decided_rows');
  const counted: { rows: { decision: string; count: number }[] } = await transaction.raw(
    'select decision, count(*) as count from decided_rows group by decision',
  );
  const count = (decision: string) => counted.rows.find((row) => row.decision === decision)?.count ?? 0;
  if (count('c') > 0) {
    await transaction.raw(
      `insert into record_changes (kabupaten_code, id, dataset, record_id, changed_by, import_id, old_values, new_values)
       select :kabupaten, d.id, '${dataset}', d.existing_id, :actor, :import_id, ${record('f')}, ${record('d')}
         from decided_rows d join ${table} f on f.kabupaten_code = :kabupaten and f.id = d.existing_id
        where d.decision = 'c'`,
      bindings,
    );
    await transaction.raw(
      `update ${table} f
          set ${columns.map((name) => `${name} = d.${name}`).join(', ')}, import_id = :import_id
         from decided_rows d
        where f.kabupaten_code = :kabupaten and f.id = d.existing_id and d.decision = 'c'`,
      bindings,
    );
  }
  if (count('i') > 0) {
    await transaction.raw(
      `insert into ${table} (kabupaten_code, id, ${columns.join(', ')}, import_id)
       select :kabupaten, d.id, ${columns.map((name) => `d.${name}`).join(', ')}, :import_id
         from decided_rows d where d.decision = 'i'`,
      bindings,
    );
  }
  // Many new rows: the roll-ups that follow in this transaction must be planned with them in mind.
  if (count('i') > 5_000) await transaction.raw('select refresh_statistics(?)', [table]);
  return { inserted: count('i'), updated: count('c'), unchanged: count('u'), structureChanged: false };
}
