import { NO_PILOTS, tallyProgrammes, type PilotTally } from '#domain/pilots/pilot-figures';
import type { FigureRequest, FiguresByKey } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import { readProgrammes } from './programmes/programme-records.queries.ts';

/**
 * Programmes of units and all below them, as they stood at the end of each period, or stand now. They are few, so they
 * are read themselves. Units without any are absent; a period that has not begun has none.
 */
export async function readPilotTallies(
  transaction: ReadTransaction,
  { unitKeys, members, by, periods, clock }: FigureRequest,
): Promise<FiguresByKey<PilotTally>> {
  const unitsOf = new Map(unitKeys.map((key) => [key, new Set(members.get(key) ?? [])]));
  const programmes = await readProgrammes(transaction, {
    unitCodes: [...new Set([...unitsOf.values()].flatMap((units) => [...units]))],
    concerned: null,
    id: null,
  });
  const tallies: FiguresByKey<PilotTally> = new Map();
  for (const [unitKey, units] of unitsOf) {
    const own = programmes.filter(({ unitCode }) => units.has(unitCode));
    if (own.length === 0) continue;
    tallies.set(
      by === 'unit' ? unitKey : '',
      periods.map(({ from, to }) =>
        from > clock.today ? NO_PILOTS : tallyProgrammes(own, to < clock.today ? to : clock.today),
      ),
    );
  }
  return tallies;
}
