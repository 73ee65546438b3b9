import { PERSISTS } from '#domain/attention/signal-rule';
import { monthStart } from '#domain/period/civil-date';
import { expectedByChance } from '#domain/spc/chance';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import type { MeasureSources } from '../measure-sources.ts';
import type { KeptJudgements } from './kept-judgements.ts';

export interface WarmingDeps {
  readonly database: Database;
  readonly sources: MeasureSources;
  readonly clock: ClockSource;
  readonly judgements: KeptJudgements;
}

/**
 * Judges the months of a whole kabupaten as its Bupati will ask for them, and how many signals chance alone would give:
 * the first morning's look after a start would otherwise wait for both.
 */
export async function warmJudgements(
  deps: WarmingDeps,
  kabupaten: { readonly code: string; readonly timeZone: string },
): Promise<void> {
  const { database, sources, judgements } = deps;
  const clock = deps.clock(kabupaten.timeZone);
  const judged = await readInScope(database, { kabupatenCode: kabupaten.code }, async (transaction) => {
    const { version, structure } = await readStructure(transaction);
    const root = structure.units.find(kabupaten.code);
    if (root === null || version.committedAt === null) return [];
    return judgements.units({
      transaction,
      sources,
      structure,
      version,
      selection: {
        unit: root,
        service: null,
        channel: null,
        period: { from: monthStart(clock.today), to: clock.today },
        withOversight: false,
      },
      clock,
      root,
      rights: { services: true, complaints: true, surveys: true },
      language: 'id',
      postId: null,
    });
  });
  const lengths = judged.flatMap(({ fields }) =>
    [...fields.values()].map(({ judgement }) => judgement.length),
  );
  for (const length of new Set(lengths)) {
    expectedByChance([length], PERSISTS);
    // Each takes some hundredths of a second; whoever calls meanwhile is answered in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
