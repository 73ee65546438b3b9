import type { Knex } from 'knex';
import type { RollupContext, RollupFamily } from './rollup-family.ts';
import { mergeRollups } from './rollup-merge.repository.ts';

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
  const run = (sql: string) => transaction.raw(sql, { ...context, edges: [...context.edges] });
  await run(touchedDaysSql());
  await run('analyze touched_days');
  await run(deleteBaseSql(family));
  await run(insertBaseSql(family));
  if (await isLarge(transaction)) await transaction.raw('select refresh_statistics(?)', [family.table]);
  await mergeRollups(transaction, family, context.kabupaten);
  await run('drop table changed_cells, touched_days');
}

/** So many days of units change a table enough for its statistics to mislead the planner. */
const LARGE = 500;

async function isLarge(transaction: Knex.Transaction): Promise<boolean> {
  const counted: { rows: { count: number }[] } = await transaction.raw(
    'select count(*) as count from touched_days',
  );
  return (counted.rows[0]?.count ?? 0) > LARGE;
}

/** Throws all roll-ups of a family away and computes them anew from the facts (a changed structure, a repair). */
export async function rebuildFamily(
  transaction: Knex.Transaction,
  family: RollupFamily,
  context: RollupContext,
): Promise<void> {
  const bindings = { ...context, edges: [...context.edges] };
  await transaction.raw(`delete from ${family.table} where kabupaten_code = :kabupaten`, bindings);
  await transaction.raw(
    `create temporary table changed_cells on commit drop as ${family.cellsSql}`,
    bindings,
  );
  await recomputeTouched(transaction, family, context);
}

function dimensionsOf(family: RollupFamily, alias = ''): string {
  return family.dimensions.map((each) => `${alias}${each.column}`).join(', ');
}

/**
 * The days of units with a changed cell, and the unit's base key: its code, or '=code' when it has (or ever had) units
 * below it. Whole days are made anew, not single cells: the facts of a unit's day lie together, and reading them once
 * costs less than looking every cell up.
 */
function touchedDaysSql(): string {
  return `
    create temporary table touched_days on commit drop as
    select c.unit_code, c.day, case when parent.code is null then c.unit_code else '=' || c.unit_code end as base_key
      from (select distinct unit_code, day from changed_cells) c
      left join (
        select distinct parent_code as code from units where kabupaten_code = :kabupaten and parent_code is not null
      ) parent on parent.code = c.unit_code`;
}

function deleteBaseSql(family: RollupFamily): string {
  return `
    delete from ${family.table} r using touched_days t
     where r.kabupaten_code = :kabupaten and r.unit_code = t.base_key and r.grain = 'd' and r.bucket = t.day
       and ${family.dimensions.map((each) => `r.${each.column} <> '*'`).join(' and ')}`;
}

function insertBaseSql(family: RollupFamily): string {
  const key = `base_key, ${dimensionsOf(family)}, day`;
  const keys = family.histograms.map(({ name }) => `${name}_keys`);
  return `
    insert into ${family.table} (kabupaten_code, unit_code, ${dimensionsOf(family)}, grain, bucket, ${[...family.counts, ...keys].join(', ')})
    select :kabupaten, base_key, ${dimensionsOf(family)}, 'd', day,
           ${[...family.counts.map((column) => `coalesce(sum(${column}), 0)`), ...keys.map((column) => `max(${column})`)].join(', ')}
      from (${family.baseSql}) part group by ${key}`;
}
