import { numberText } from '#domain/attention/attention-words';
import type { Language } from '#domain/language';

export interface RedrawOutcome {
  readonly seed: string;
  readonly before: number;
  readonly now: number;
  readonly samePopulation: boolean;
  readonly added: number;
  readonly gone: number;
}

/** What a repeated draw proves, in one sentence. */
export function redrawSentence(outcome: RedrawOutcome, language: Language): string {
  const { seed, samePopulation } = outcome;
  const [before, now, added, gone] = [outcome.before, outcome.now, outcome.added, outcome.gone].map((count) =>
    numberText(count, language),
  );
  const sameSample = outcome.added + outcome.gone === 0;
  if (language === 'en') {
    if (samePopulation)
      return `The population of ${now} records is unchanged, and the seed “${seed}” draws the same records.`;
    const changed = `The population has changed since: ${before} records then, ${now} now`;
    return sameSample
      ? `${changed}. The seed “${seed}” still draws the same records.`
      : `${changed}. The seed “${seed}” now draws ${added} other records; ${gone} of those drawn then are missing.`;
  }
  if (samePopulation)
    return `Populasinya tidak berubah (${now} berkas), dan benih “${seed}” menarik berkas yang sama.`;
  const changed = `Populasinya berubah sejak penarikan: dahulu ${before} berkas, sekarang ${now}`;
  return sameSample
    ? `${changed}. Benih “${seed}” tetap menarik berkas yang sama.`
    : `${changed}. Benih “${seed}” kini menarik ${added} berkas lain; ${gone} berkas yang dahulu tertarik tidak lagi tertarik.`;
}
