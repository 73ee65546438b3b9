import { numberText, shareText } from '../../attention/attention-words.ts';
import { partOf, type IndicationDefinition } from './indication.ts';

/** Valid complaints that a unit received in the period. */
export interface ReopenFacts {
  /** Those that were resolved or closed, once at least. */
  readonly ended: number;
  /** Those of them that were opened again. */
  readonly reopened: number;
  /** The same for all other units of the kabupaten. */
  readonly othersEnded: number;
  readonly othersReopened: number;
}

const FEWEST_ENDED = 10;
const LEAST_REOPENED = 3;
const LEAST_SHARE = 0.15;
const TIMES_OTHERS = 2;

/** Complaints closed before they were solved. */
export const CLOSE_THEN_REOPEN: IndicationDefinition<ReopenFacts> = {
  id: 'close-then-reopen',
  name: { id: 'Ditutup lalu dibuka kembali', en: 'Closed, then opened again' },
  definition: {
    id: `Sedikitnya ${LEAST_REOPENED} aduan dan 15 % dari aduan yang pernah diselesaikan atau ditutup dibuka kembali, dan bagiannya sedikitnya ${TIMES_OTHERS} kali unit lain. Dinilai bila sedikitnya ${FEWEST_ENDED} aduan pernah diselesaikan atau ditutup.`,
    en: `At least ${LEAST_REOPENED} complaints and 15 % of those once resolved or closed were opened again, at least ${TIMES_OTHERS} times the share of the other units. Judged with at least ${FEWEST_ENDED} complaints resolved or closed.`,
  },
  innocent: {
    id: 'Bisa jadi masalahnya memang berulang (air, jalan), pelapor menambah keterangan baru, atau aduan serupa dari warga lain tercatat sebagai aduan yang sama.',
    en: 'The matter itself may come back (water, roads), the reporter may have added something new, or another person may have reported the same matter.',
  },
  judge: (facts) => {
    if (facts.ended < FEWEST_ENDED) return 'insufficient-data';
    const share = partOf(facts.reopened, facts.ended);
    const others = partOf(facts.othersReopened, facts.othersEnded);
    return facts.reopened >= LEAST_REOPENED && share >= LEAST_SHARE && share >= TIMES_OTHERS * others
      ? 'found'
      : 'clear';
  },
  sentence: (facts, language) => {
    const [reopened, ended] = [numberText(facts.reopened, language), numberText(facts.ended, language)];
    const share = shareText(partOf(facts.reopened, facts.ended), language);
    return language === 'en'
      ? `${reopened} of the ${ended} complaints that were resolved or closed (${share}) were opened again.`
      : `${reopened} dari ${ended} aduan yang sudah diselesaikan atau ditutup (${share}) dibuka kembali.`;
  },
  against: (facts, language) => {
    const others = shareText(partOf(facts.othersReopened, facts.othersEnded), language);
    return language === 'en' ? `${others} at the other units together` : `${others} pada semua unit lain`;
  },
};
