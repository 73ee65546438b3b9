import type { Knex } from 'knex';
import { DURATION_EDGES } from '#domain/statistics/duration-buckets';
import { setKabupatenSql } from '../scoped.ts';
import type { RollupFamily } from './rollup-family.ts';
import { rebuildFamily } from './rollup-writer.repository.ts';

/** Thrown to undo the rebuild that a check makes. */
class CheckDone extends Error {}

/**
 * Compares every roll-up with one computed anew from the facts, in a transaction that is rolled back.
 * @param application a connection of the application's role
 * @returns one Indonesian sentence per table and kabupaten that differs; empty when all agree
 */
export async function verifyRollups(
  application: Knex,
  families: readonly RollupFamily[],
): Promise<readonly string[]> {
  const kabupaten = await application<{ code: string; time_zone: string }>('kabupaten')
    .select('code', 'time_zone')
    .orderBy('code');
  const differences: string[] = [];
  for (const { code, time_zone: zone } of kabupaten) {
    for (const family of families) {
      const { missing, surplus } = await compare(application, family, code, zone);
      if (missing + surplus > 0) {
        differences.push(
          `${code}: ${family.table} berbeda dari data rinci (${missing} baris kurang atau lain, ${surplus} baris lebih atau lain).`,
        );
      }
    }
  }
  return differences;
}

async function compare(
  application: Knex,
  family: RollupFamily,
  code: string,
  zone: string,
): Promise<{ missing: number; surplus: number }> {
  let outcome = { missing: 0, surplus: 0 };
  await application
    .transaction(async (transaction) => {
      await transaction.raw(`${setKabupatenSql(code)}; set local work_mem = '128MB'; set local jit = off`);
      const kept = comparable(family);
      await transaction.raw(
        `create temporary table kept_rows on commit drop as select ${kept} from ${family.table} where kabupaten_code = ?`,
        [code],
      );
      await rebuildFamily(transaction, family, { kabupaten: code, zone, edges: DURATION_EDGES });
      await transaction.raw(
        `create temporary table fresh_rows on commit drop as select ${kept} from ${family.table} where kabupaten_code = ?`,
        [code],
      );
      const count = async (left: string, right: string): Promise<number> => {
        const result: { rows: { count: number }[] } = await transaction.raw(
          `select count(*) as count from (select * from ${left} except all select * from ${right}) differing`,
        );
        return result.rows[0]?.count ?? 0;
      };
      outcome = {
        missing: await count('fresh_rows', 'kept_rows'),
        surplus: await count('kept_rows', 'fresh_rows'),
      };
      throw new CheckDone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof CheckDone)) throw error;
    });
  return outcome;
}

/** Every column; histograms sorted, because the order in which records were aggregated does not matter. */
function comparable(family: RollupFamily): string {
  const sorted = family.histograms.map(
    ({ name }) => `(select array_agg(array[pair.k, coalesce(pair.c, 1)] order by pair.k, pair.c)::text
                 from unnest(${name}_keys, ${name}_counts) as pair (k, c)) as ${name}`,
  );
  return [
    'unit_code',
    ...family.dimensions.map((each) => each.column),
    'grain',
    'bucket',
    ...family.counts,
    ...sorted,
  ].join(', ');
}
