import type { Language } from '#contract/messages';
import type { Verdict } from '#contract/signals';
import { isJudged, type MeasureId } from '#domain/measures';
import { otherGrainSentence, unjudgedSentence } from '#domain/spc/signal-sentence';

/**
 * Days, weeks, quarters and years are drawn, but not judged: signals are judged by month. Measures that are no processes
 * are not judged at all.
 */
export function verdictWithoutJudgement(measure: MeasureId, language: Language): Verdict {
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
    sentence: isJudged(measure) ? otherGrainSentence(language) : unjudgedSentence(language),
  };
}
