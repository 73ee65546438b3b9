import type { Knex } from 'knex';
import { DURATION_EDGES } from '#domain/statistics/duration-buckets';
import { lockDataVersion, setKabupatenSql } from '../scoped.ts';
import type { RollupContext, RollupFamily } from './rollup-family.ts';
import { rebuildFamily } from './rollup-writer.repository.ts';
import { ROLLUPS_VERSION } from './rollups-version.ts';

/** Derives what an earlier version did not derive of its facts; the roll-ups are made afterwards. */
export type EarlierFacts = (
  transaction: Knex.Transaction,
  context: Pick<RollupContext, 'kabupaten' | 'zone'>,
) => Promise<void>;

/** What is made anew: every family of roll-ups, after the facts of earlier versions are complete. */
export interface Renewal {
  readonly families: readonly RollupFamily[];
  readonly earlierFacts: readonly EarlierFacts[];
}

/**
 * Makes the roll-ups anew of every kabupaten whose were made by an earlier version of their definitions: a data folder
 * of last month must show this month's numbers. The kabupaten is locked meanwhile, one after the other; what was done
 * stays done when the start is interrupted.
 *
 * @param database a pool of the application's role
 * @param log told of each before it begins
 * @returns codes of the kabupaten whose roll-ups were made anew
 */
export async function renewRollups(
  database: Knex,
  { families, earlierFacts }: Renewal,
  log: (line: string) => void,
): Promise<readonly string[]> {
  const kabupaten = await database<{ code: string; name: string; time_zone: string }>('kabupaten')
    .select('code', 'name', 'time_zone')
    .orderBy('code');
  const renewed: string[] = [];
  for (const { code, name, time_zone: zone } of kabupaten) {
    await database.transaction(async (transaction) => {
      await transaction.raw(`${setKabupatenSql(code)}; set local work_mem = '128MB'; set local jit = off`);
      if ((await madeBy(transaction, code)) >= ROLLUPS_VERSION) return;
      await lockDataVersion(transaction, code);
      // Somebody else may have done it while this waited for the lock.
      if ((await madeBy(transaction, code)) >= ROLLUPS_VERSION) return;
      log(`Menghitung ulang rekapitulasi ${name} menurut definisi terbaru …`);
      const context = { kabupaten: code, zone, edges: DURATION_EDGES };
      for (const derive of earlierFacts) await derive(transaction, context);
      for (const family of families) await rebuildFamily(transaction, family, context);
      // The time of the data stays what it was: nothing was recorded. Answers that were kept are out of date.
      await transaction('data_versions')
        .where({ kabupaten_code: code })
        .update({ rollups_version: ROLLUPS_VERSION })
        .increment('version', 1);
      renewed.push(code);
    });
  }
  return renewed;
}

async function madeBy(transaction: Knex.Transaction, code: string): Promise<number> {
  const found = await transaction('data_versions')
    .where({ kabupaten_code: code })
    .first<{ rollups_version: number } | undefined>('rollups_version');
  return found?.rollups_version ?? ROLLUPS_VERSION;
}
