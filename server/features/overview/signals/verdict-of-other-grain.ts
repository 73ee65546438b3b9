import type { Language } from '#contract/messages';
import type { Verdict } from '#contract/signals';
import { otherGrainSentence } from '#domain/spc/signal-sentence';

/** Days, weeks, quarters and years are drawn, but not judged: signals are judged by month. */
export function verdictOfOtherGrain(language: Language): Verdict {
  return {
    variation: 'unknown',
    assurance: 'unknown',
    rule: null,
    direction: null,
    since: null,
    persistence: 0,
    centre: null,
    lastFrom: null,
    last: null,
    n: null,
    trial: false,
    target: null,
    sentence: otherGrainSentence(language),
  };
}
