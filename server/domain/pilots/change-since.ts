/** Whether a series changed with a pilot: what the engine of signals says, held against the day the pilot began. */
import { PERSISTS } from '../attention/signal-rule.ts';
import type { Language } from '../language.ts';
import type { MeasureField, MeasureId } from '../measures.ts';
import { monthStart, type IsoDate } from '../period/civil-date.ts';
import { SignalWords } from '../spc/signal-words.ts';
import type { Variation } from '../spc/verdict.ts';

export interface ChangeVerdict {
  readonly verdict: 'better' | 'worse' | 'no-change' | 'insufficient-data';
  /** First month of the run of months that carries the signal. */
  readonly changedFrom: IsoDate | null;
}

/**
 * Better or worse when the last judged month carries a signal whose run of months began with the pilot or later: a change
 * that was under way before is not the pilot's, and one month alone is often chance.
 *
 * @param judged what the engine says about the last whole month
 * @param setting the pilot's first day, and whether there is anything to compare
 */
export function changeVerdict(
  judged: { readonly variation: Variation; readonly since: IsoDate | null; readonly persistence: number },
  setting: { readonly startsOn: IsoDate; readonly isComparable: boolean },
): ChangeVerdict {
  if (!setting.isComparable || judged.variation === 'unknown')
    return { verdict: 'insufficient-data', changedFrom: null };
  const { since, variation, persistence } = judged;
  if (persistence < PERSISTS) return { verdict: 'no-change', changedFrom: null };
  if (since === null || since < monthStart(setting.startsOn))
    return { verdict: 'no-change', changedFrom: null };
  if (variation === 'improving') return { verdict: 'better', changedFrom: since };
  if (variation === 'worsening') return { verdict: 'worse', changedFrom: since };
  return { verdict: 'no-change', changedFrom: null };
}

/** What the sentence of a change is made of. */
export interface ToldChange {
  readonly measure: MeasureId;
  readonly field: MeasureField;
  readonly language: Language;
  readonly today: IsoDate;
  readonly before: number | null;
  readonly after: number | null;
  /** The values are hidden from whoever asks. */
  readonly withheld: boolean;
  /** Whole months compared on each side; 0 while there are too few. */
  readonly months: number;
}

/** The change in one sentence with its full stop; the field's name stands before it. */
export function changeSentence({ verdict, changedFrom }: ChangeVerdict, told: ToldChange): string {
  const { language, before, after, withheld, months, today } = told;
  const say = (indonesian: string, english: string) => (language === 'id' ? indonesian : english);
  if (months === 0)
    return say(
      'Belum dapat dibandingkan: belum ada tiga bulan penuh sejak percontohan dimulai.',
      'Not comparable yet: fewer than three whole months have passed since the pilot began.',
    );
  if (withheld)
    return say(
      'Angkanya disamarkan untuk peran Anda: dari angka serinci ini data orang dapat terbaca.',
      'The figures are withheld from your role: in such detail they could tell about single people.',
    );
  if (before === null || after === null)
    return say(
      'Tidak dapat dibandingkan: data sebelum atau sesudahnya tidak ada.',
      'Not comparable: there is no data before or after it.',
    );
  const words = new SignalWords(told.measure, told.field, language);
  const values = say(
    `${words.value(before)} dalam ${words.months(months)} sebelumnya, ${words.value(after)} dalam ${words.months(months)} terakhir`,
    `${words.value(before)} in the ${words.months(months)} before, ${words.value(after)} in the last ${words.months(months)}`,
  );
  switch (verdict) {
    case 'insufficient-data':
      return `${values}; ${say('bulannya terlalu sedikit untuk dinilai', 'too few months to judge')}.`;
    case 'no-change':
      return `${values}; ${say('masih dalam naik turun yang biasa sejak percontohan', 'within its usual ups and downs since the pilot')}.`;
    case 'better':
    case 'worse': {
      const better = verdict === 'better';
      const month = changedFrom === null ? '' : words.month(changedFrom, today);
      return `${values}; ${say(
        `${better ? 'membaik' : 'memburuk'} di luar kebiasaannya sejak ${month}`,
        `${better ? 'better' : 'worse'} than its usual ups and downs since ${month}`,
      )}.`;
    }
  }
}
