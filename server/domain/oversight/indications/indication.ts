/**
 * An indication is worth an examination and nothing more: it names records and what they are held against, never a
 * fault, and always says what may explain it without one. Rules are published and total: they answer for any facts, and
 * `insufficient-data` where too few records stand behind them.
 */
import type { Told } from '../../attention/attention-words.ts';
import type { Language } from '../../language.ts';

export type IndicationVerdict = 'found' | 'clear' | 'insufficient-data';

export interface IndicationDefinition<Facts> {
  readonly id: string;
  readonly name: Told;
  /** What is looked at, from which numbers on, and the fewest records it takes. */
  readonly definition: Told;
  /** What may explain it without any fault. */
  readonly innocent: Told;
  readonly judge: (facts: Facts) => IndicationVerdict;
  /** What was found. */
  readonly sentence: (facts: Facts, language: Language) => string;
  /** What it is held against. */
  readonly against: (facts: Facts, language: Language) => string;
}

/** Part / whole; 0 of nothing is 0. */
export function partOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
