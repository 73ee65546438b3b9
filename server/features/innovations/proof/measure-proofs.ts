import { readDataVersion } from '../../../platform/database/data-version.queries.ts';
import type { Database } from '../../../platform/database/pool.ts';
import type { Clock } from '../../../platform/database/rollups/selection.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import type { RoundTask } from '../../../platform/startup/daily-round.ts';
import type { MeasureProof } from './proof-source.ts';
import { askOf, listStaleProofs } from './proofs.queries.ts';
import { keepResults, type MeasuredProof } from './proofs.repository.ts';

/**
 * Measures the locked proofs of a kabupaten again where its data changed or a day went by, and keeps what they came to.
 * @param only the id of one entry; null for all
 */
export async function measureProofs(
  database: Database,
  kabupatenCode: string,
  clock: Clock,
  measure: MeasureProof,
  only: string | null = null,
): Promise<void> {
  const { measured, dataVersion } = await readInScope(database, { kabupatenCode }, async (transaction) => {
    const { version } = await readDataVersion(transaction);
    const stale = await listStaleProofs(transaction, clock.zone, clock.today, version, only);
    const found: MeasuredProof[] = [];
    for (const proof of stale)
      found.push({
        id: proof.id,
        innovationId: proof.innovation_id,
        figure: await measure(transaction, clock, askOf(proof)),
      });
    return { measured: found, dataVersion: version };
  });
  await keepResults(database, kabupatenCode, measured, { dataVersion, now: clock.now });
}

/** The proofs in the daily round, and after every change of the kabupaten's records. */
export function proofRound(measure: MeasureProof): RoundTask {
  return {
    name: 'innovation proofs',
    run: ({ database, kabupaten, today, now }) =>
      measureProofs(database, kabupaten.code, { today, now, zone: kabupaten.timeZone }, measure),
  };
}
