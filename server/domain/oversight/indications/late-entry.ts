import { numberText, shareText } from '../../attention/attention-words.ts';
import { partOf, type IndicationDefinition } from './indication.ts';

/** Cases that a unit received in the period. */
export interface LateEntryFacts {
  readonly received: number;
  /** Recorded more than a working day after receipt, or together with their completion. */
  readonly late: number;
  /** The same for all other units of the kabupaten. */
  readonly othersReceived: number;
  readonly othersLate: number;
}

const FEWEST_RECEIVED = 30;
const LEAST_LATE = 10;
const LEAST_SHARE = 0.2;
const TIMES_OTHERS = 2;

/** Cases recorded only afterwards, when the time they took could be chosen. */
export const LATE_ENTRY: IndicationDefinition<LateEntryFacts> = {
  id: 'late-entry',
  name: { id: 'Entri susulan', en: 'Late entries' },
  definition: {
    id: `Sedikitnya ${LEAST_LATE} permohonan dan 20 % dari yang diterima baru dicatat lebih dari satu hari kerja kemudian atau bersamaan dengan selesainya, dan bagiannya sedikitnya ${TIMES_OTHERS} kali unit lain. Dinilai bila sedikitnya ${FEWEST_RECEIVED} permohonan diterima.`,
    en: `At least ${LEAST_LATE} applications and 20 % of those received were recorded more than a working day later or together with their completion, at least ${TIMES_OTHERS} times the share of the other units. Judged with at least ${FEWEST_RECEIVED} applications received.`,
  },
  innocent: {
    id: 'Bisa jadi jaringan atau listrik padam, pelayanan keliling dicatat setelah kembali ke kantor, atau layanan memang selesai seketika di loket.',
    en: 'The network or the power may have failed, a mobile service is recorded back at the office, or the service is done at the counter at once.',
  },
  judge: (facts) => {
    if (facts.received < FEWEST_RECEIVED) return 'insufficient-data';
    const share = partOf(facts.late, facts.received);
    const others = partOf(facts.othersLate, facts.othersReceived);
    return facts.late >= LEAST_LATE && share >= LEAST_SHARE && share >= TIMES_OTHERS * others
      ? 'found'
      : 'clear';
  },
  sentence: (facts, language) => {
    const [late, received] = [numberText(facts.late, language), numberText(facts.received, language)];
    const share = shareText(partOf(facts.late, facts.received), language);
    return language === 'en'
      ? `${late} of ${received} applications (${share}) were recorded only afterwards.`
      : `${late} dari ${received} permohonan (${share}) dicatat sebagai entri susulan.`;
  },
  against: (facts, language) => {
    const others = shareText(partOf(facts.othersLate, facts.othersReceived), language);
    return language === 'en' ? `${others} at the other units together` : `${others} pada semua unit lain`;
  },
};
