import type { Verdict } from '#contract/signals';
import { DEFINITIONS_VERSION } from '#domain/measures';
import { FAMILIES } from '#domain/suppression/field-groups';
import { etagOf, type AnswerCache } from '../../../platform/http/answer-cache.ts';
import type { OverviewContext } from '../overview-context.ts';
import type { KeptJudgements } from './kept-judgements.ts';

/** By `measure.field`. */
export type UnitVerdicts = Readonly<Record<string, Verdict>>;

/**
 * The verdicts of every unit below, by key of the roll-ups. They are about whole months, so they stay as they are for a
 * day and a data version, while the figures of the running month beside them are made anew every minute.
 */
export async function verdictsByUnit(
  context: OverviewContext,
  cache: AnswerCache,
  judgements: KeptJudgements,
): Promise<Readonly<Record<string, UnitVerdicts>>> {
  const { transaction, selection, root, rights, language, version, clock } = context;
  const key = etagOf([
    'verdicts',
    transaction.kabupatenCode,
    root.code,
    selection.unit.code,
    selection.period.to,
    selection.withOversight ? 'with-oversight' : 'without-oversight',
    FAMILIES.filter((family) => rights[family]).join(' '),
    language,
    version.version,
    DEFINITIONS_VERSION,
    clock.today,
  ]);
  const known = cache.get(key);
  if (known !== undefined) return JSON.parse(known) as Record<string, UnitVerdicts>;
  const verdicts = Object.fromEntries(
    (await judgements.units(context)).map(({ key: unit, fields }) => [
      unit,
      Object.fromEntries([...fields].map(([field, { verdict }]) => [field, verdict])),
    ]),
  );
  cache.set(key, JSON.stringify(verdicts));
  return verdicts;
}
