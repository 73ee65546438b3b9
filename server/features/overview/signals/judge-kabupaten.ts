import type { Language } from '#contract/messages';
import type { Clock } from '../../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import type { MeasureSources } from '../measure-sources.ts';
import type { JudgedUnit } from './judge-units.ts';
import type { KeptJudgements } from './kept-judgements.ts';

/**
 * Every unit directly below a kabupaten, judged today with all its small cells, but without complaints of suspected abuse:
 * for what is derived from the judgement and is the same whoever asks. The caller decides who may be told of it.
 */
export async function judgeKabupaten(
  transaction: ReadTransaction,
  deps: { readonly sources: MeasureSources; readonly judgements: KeptJudgements },
  clock: Clock,
  language: Language,
): Promise<readonly JudgedUnit[]> {
  const { version, structure } = await readStructure(transaction);
  const root = structure.units.find(transaction.kabupatenCode);
  if (root === null) return [];
  return deps.judgements.units({
    transaction,
    sources: deps.sources,
    structure,
    version,
    selection: {
      unit: root,
      service: null,
      channel: null,
      period: { from: clock.today, to: clock.today },
      withOversight: false,
    },
    clock,
    root,
    rights: { services: true, complaints: true, surveys: true },
    language,
    postId: null,
  });
}
