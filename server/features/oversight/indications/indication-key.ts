import { INDICATION_RULES, type IndicationRule } from '#contract/oversight/indications';
import { isIsoDate } from '#domain/period/civil-date';
import { CODE_PATTERN } from '#domain/scope';

/** Names one indication: the same facts have the same key, and the key alone finds the records. */
export interface IndicationKey {
  readonly rule: IndicationRule;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  /** What else tells it from others of the rule: a day, answers; empty where nothing does. */
  readonly facet: string;
}

const FACET = /^[a-z0-9:-]{0,80}$/;

/** `mass-closing|64.02.07|2026-10-01|2026-10-31|2026-10-30`. */
export function keyText({ rule, unit, from, to, facet }: IndicationKey): string {
  return [rule, unit, from, to, facet].join('|');
}

/** The parts of a key; null when it is none. */
export function readKey(text: string): IndicationKey | null {
  const [rule = '', unit = '', from = '', to = '', facet = '', ...more] = text.split('|');
  const known = INDICATION_RULES.find((each) => each === rule);
  if (known === undefined || more.length > 0 || !CODE_PATTERN.test(unit) || !FACET.test(facet)) return null;
  if (!isIsoDate(from) || !isIsoDate(to) || from > to) return null;
  return { rule: known, unit, from, to, facet };
}
