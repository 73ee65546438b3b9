import { answer } from '../observations.ts';
import { COMMON_SETTINGS, MINIMUM_CASES, shareSetting } from '../rule-settings.ts';
import { shareHeld } from '../share-held.ts';
import type { StaffRule } from '../staff-rule.ts';

/** People come once and go home with what they came for, two quarters running. */
export const SINGLE_VISIT_HIGH: StaffRule = {
  id: 'single-visit-high',
  kind: 'reward',
  name: { id: 'Selesai dalam satu kunjungan', en: 'Done in a single visit' },
  description: {
    id: 'Diusulkan apabila sedikitnya {singleVisitShare} permohonan selesai dalam satu kunjungan dalam dua triwulan berturut-turut, masing-masing dari sedikitnya {minimumN} permohonan yang mencatat jumlah kunjungan.',
    en: 'Proposes when at least {singleVisitShare} of the requests were done in a single visit in two consecutive quarters, each of at least {minimumN} requests with a number of visits.',
  },
  legalBasis:
    'PP 30/2019 tentang Penilaian Kinerja PNS; UU 25/2009 tentang Pelayanan Publik, pasal 4 (kecepatan dan kemudahan)',
  periods: 2,
  settings: [shareSetting('singleVisitShare', 0.7, 1, 0.9), MINIMUM_CASES, ...COMMON_SETTINGS],
  enabledByDefault: true,
  evaluate: (facts, settings) => {
    const { verdict, observations, notes } = shareHeld(
      facts,
      settings,
      'singleVisitShare',
      ({ singleVisit, visitsKnown }) => ({ part: singleVisit, n: visitsKnown }),
    );
    return answer(verdict, observations, notes);
  },
};
