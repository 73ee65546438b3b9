import { numberText } from '../../attention/attention-words.ts';
import type { IkmGrade } from '../../ikm/instruments.ts';
import { quantileOfValues } from '../../statistics/quantile.ts';
import type { IndicationDefinition } from './indication.ts';

/** A unit's own survey, complaints and cases of the period. */
export interface IkmAgainstFacts {
  readonly forms: number;
  /** 25–100 by the newest instrument among them; null without forms. */
  readonly score: number | null;
  readonly grade: IkmGrade | null;
  /** Valid complaints received. */
  readonly complaints: number;
  /** Applications received. */
  readonly cases: number;
  /** Complaints per 1,000 applications of every unit of the kind with enough applications, this one too. */
  readonly rates: readonly number[];
}

/** Units with fewer applications have no rate. */
export const FEWEST_CASES_OF_RATE = 100;
const FEWEST_FORMS = 30;
const FEWEST_UNITS = 5;
const LEAST_COMPLAINTS = 5;

/** A top score beside many complaints. */
export const IKM_AGAINST_COMPLAINTS: IndicationDefinition<IkmAgainstFacts> = {
  id: 'ikm-against-complaints',
  name: { id: 'IKM terlalu baik untuk aduannya', en: 'IKM too good for its complaints' },
  definition: {
    id: `Nilai IKM masuk mutu A (2017: 88,31 ke atas), sedangkan aduan per 1.000 permohonan termasuk sepersepuluh tertinggi di antara unit sejenis, dengan sedikitnya ${LEAST_COMPLAINTS} aduan. Dinilai bila ada sedikitnya ${FEWEST_FORMS} formulir, ${FEWEST_CASES_OF_RATE} permohonan, dan ${FEWEST_UNITS} unit sejenis.`,
    en: `The IKM is graded A (2017: 88.31 and above), while complaints per 1,000 applications are in the highest tenth of the units of the kind, with at least ${LEAST_COMPLAINTS} complaints. Judged with at least ${FEWEST_FORMS} forms, ${FEWEST_CASES_OF_RATE} applications and ${FEWEST_UNITS} units of the kind.`,
  },
  innocent: {
    id: 'Bisa jadi aduannya menyangkut hal di luar loket (jalan, air), kanal aduannya memang lebih dikenal warga, atau survei diisi pengguna layanan yang berbeda.',
    en: 'The complaints may concern things beyond the counter (roads, water), the channel may be better known there, or the survey asked other users.',
  },
  judge: (facts) => {
    if (facts.forms < FEWEST_FORMS || facts.cases < FEWEST_CASES_OF_RATE || facts.rates.length < FEWEST_UNITS)
      return 'insufficient-data';
    const rate = rateOf(facts);
    const [high, median] = [quantileOfValues(facts.rates, 90), quantileOfValues(facts.rates, 50)];
    if (high === null || median === null) return 'insufficient-data';
    return facts.grade === 'A' && facts.complaints >= LEAST_COMPLAINTS && rate >= high && rate > median
      ? 'found'
      : 'clear';
  },
  sentence: (facts, language) => {
    const score = numberText(facts.score ?? 0, language, 2);
    const [rate, complaints] = [
      numberText(rateOf(facts), language, 1),
      numberText(facts.complaints, language),
    ];
    return language === 'en'
      ? `The IKM is ${score} (A), while ${complaints} complaints came in: ${rate} per 1,000 applications.`
      : `IKM-nya ${score} (mutu A), sedangkan aduannya ${complaints}: ${rate} per 1.000 permohonan.`;
  },
  against: (facts, language) => {
    const median = numberText(quantileOfValues(facts.rates, 50) ?? 0, language, 1);
    const units = numberText(facts.rates.length, language);
    return language === 'en'
      ? `${median} per 1,000 is the median of ${units} units of the kind`
      : `median ${units} unit sejenis: ${median} per 1.000 permohonan`;
  },
};

function rateOf({ complaints, cases }: IkmAgainstFacts): number {
  return cases === 0 ? 0 : (complaints / cases) * 1000;
}
