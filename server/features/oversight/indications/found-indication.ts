import type { IndicationRule } from '#contract/oversight/indications';
import type { Language } from '#domain/language';
import type { IndicationDefinition } from '#domain/oversight/indications/indication';
import type { Period } from '#domain/period/period';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import type { Structure } from '../../../platform/database/structure.queries.ts';
import { keyText, type IndicationKey } from './indication-key.ts';

/** What the rules look at: always the whole kabupaten, so that a unit is held against the same others for everybody. */
export interface IndicationLook {
  readonly transaction: ReadTransaction;
  readonly structure: Structure;
  /** Codes of all units. */
  readonly units: readonly string[];
  readonly period: Period;
  readonly today: string;
  readonly zone: string;
}

/** An indication before its records are counted. */
export interface FoundIndication {
  readonly key: IndicationKey;
  readonly keyText: string;
  readonly sentence: (language: Language) => string;
  readonly against: (language: Language) => string;
}

/** One rule's look at the records. */
export type FindIndications = (look: IndicationLook) => Promise<FoundIndication[]>;

/** The indication, when the rule finds one in the facts; none otherwise. */
export function judged<Facts>(
  definition: IndicationDefinition<Facts>,
  facts: Facts,
  at: { readonly unit: string; readonly period: Period; readonly facet?: string },
): FoundIndication[] {
  if (definition.judge(facts) !== 'found') return [];
  const key = {
    rule: definition.id as IndicationRule,
    unit: at.unit,
    from: at.period.from,
    to: at.period.to,
    facet: at.facet ?? '',
  };
  return [
    {
      key,
      keyText: keyText(key),
      sentence: (language) => definition.sentence(facts, language),
      against: (language) => definition.against(facts, language),
    },
  ];
}
