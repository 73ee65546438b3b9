import { numberText, shareText } from '../../attention/attention-words.ts';
import { partOf, type IndicationDefinition } from './indication.ts';

/** Cases of a unit that ended in the period and had a deadline. */
export interface RefusalFacts {
  readonly refused: number;
  /** Refused in the last tenth of the time there was. */
  readonly refusedLate: number;
  readonly completed: number;
  /** Completed in the last tenth of the time there was. */
  readonly completedLate: number;
}

const FEWEST_REFUSED = 10;
const LEAST_LATE = 5;
const LEAST_SHARE = 0.3;
const TIMES_COMPLETED = 2;

/** Refused shortly before the deadline would have been missed. */
export const REFUSAL_BEFORE_DEADLINE: IndicationDefinition<RefusalFacts> = {
  id: 'refusal-before-deadline',
  name: { id: 'Ditolak menjelang tenggat', en: 'Refused just before the deadline' },
  definition: {
    id: `Sedikitnya ${LEAST_LATE} permohonan dan 30 % dari yang ditolak diputus pada sepersepuluh akhir waktunya (dari diterima sampai jam tutup hari tenggat), dan bagiannya sedikitnya ${TIMES_COMPLETED} kali permohonan yang selesai. Dinilai bila sedikitnya ${FEWEST_REFUSED} permohonan bertenggat ditolak.`,
    en: `At least ${LEAST_LATE} applications and 30 % of those refused were decided in the last tenth of their time (from receipt to closing time on the day of the deadline), at least ${TIMES_COMPLETED} times the share among those completed. Judged with at least ${FEWEST_REFUSED} applications with a deadline refused.`,
  },
  innocent: {
    id: 'Bisa jadi pemohon diberi waktu melengkapi berkas sampai hari terakhir, atau keputusan menunggu jawaban instansi lain.',
    en: 'Applicants may have been given until the last day to complete their papers, or the decision waited for another agency.',
  },
  judge: (facts) => {
    if (facts.refused < FEWEST_REFUSED) return 'insufficient-data';
    const share = partOf(facts.refusedLate, facts.refused);
    const usual = partOf(facts.completedLate, facts.completed);
    return facts.refusedLate >= LEAST_LATE && share >= LEAST_SHARE && share >= TIMES_COMPLETED * usual
      ? 'found'
      : 'clear';
  },
  sentence: (facts, language) => {
    const [late, refused] = [numberText(facts.refusedLate, language), numberText(facts.refused, language)];
    const share = shareText(partOf(facts.refusedLate, facts.refused), language);
    return language === 'en'
      ? `${late} of ${refused} refusals (${share}) came in the last tenth of the time.`
      : `${late} dari ${refused} penolakan (${share}) diputus pada sepersepuluh akhir waktunya.`;
  },
  against: (facts, language) => {
    const usual = shareText(partOf(facts.completedLate, facts.completed), language);
    return language === 'en'
      ? `of the completed applications ${usual} ended that late`
      : `dari permohonan yang selesai, ${usual} berakhir selambat itu`;
  },
};
