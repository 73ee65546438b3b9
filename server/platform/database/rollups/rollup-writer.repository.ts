import type { Knex } from 'knex';
import type { RollupContext, RollupFamily } from './rollup-family.ts';
import { mergeRollups } from './rollup-merge.repository.ts';
import { withValues } from './rollup-rows.repository.ts';

/**
 * Recomputes the roll-ups of the cells in the temporary table `changed_cells` (unit_code, …dimensions, day), which the
 * caller has filled with the cells before and after its write. Day rows of a unit come from the facts; everything
 * else (ancestors, all values of a dimension, months, years) is merged from those. Nothing is ever incremented.
 */
export async function recomputeTouched(
  transaction: Knex.Transaction,
  family: RollupFamily,
  context: RollupContext,
): Promise<void> {
  await transaction.raw(TOUCHED_DAYS, { kabupaten: context.kabupaten });
  await transaction.raw('analyze touched_days');
  await transaction.raw(deleteBaseSql(family), { kabupaten: context.kabupaten });
  await mergeRollups(transaction, family, context);
  await transaction.raw('drop table changed_cells, touched_days');
}

/** Throws all roll-ups of a family away and computes them anew from the facts (a changed structure, a repair). */
export async function rebuildFamily(
  transaction: Knex.Transaction,
  family: RollupFamily,
  context: RollupContext,
): Promise<void> {
  await transaction.raw(`delete from ${family.table} where kabupaten_code = ?`, [context.kabupaten]);
  await transaction.raw(
    `create temporary table changed_cells on commit drop as ${withValues(family.cellsSql, context)}`,
  );
  await recomputeTouched(transaction, family, context);
}

/**
 * The days of units with a changed cell, and the unit's base key: its code, or '=code' when it has (or ever had) units
 * below it. Whole days are made anew, not single cells: the facts of a unit's day lie together, and reading them once
 * costs less than looking every cell up.
 */
const TOUCHED_DAYS = `
    create temporary table touched_days on commit drop as
    select c.unit_code, c.day, case when parent.code is null then c.unit_code else '=' || c.unit_code end as base_key
      from (select distinct unit_code, day from changed_cells) c
      left join (
        select distinct parent_code as code from units where kabupaten_code = :kabupaten and parent_code is not null
      ) parent on parent.code = c.unit_code`;

function deleteBaseSql(family: RollupFamily): string {
  return `
    delete from ${family.table} r using touched_days t
     where r.kabupaten_code = :kabupaten and r.unit_code = t.base_key and r.grain = 'd' and r.bucket = t.day
       and ${family.dimensions.map((each) => `r.${each.column} <> '*'`).join(' and ')}`;
}
