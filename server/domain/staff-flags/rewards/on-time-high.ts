import { answer } from '../observations.ts';
import { COMMON_SETTINGS, MINIMUM_CASES, shareSetting } from '../rule-settings.ts';
import { shareHeld } from '../share-held.ts';
import type { StaffRule } from '../staff-rule.ts';

/** Nearly everything that fell due was done in time, two quarters running. */
export const ON_TIME_HIGH: StaffRule = {
  id: 'on-time-high',
  kind: 'reward',
  name: {
    id: 'Tepat waktu dua triwulan berturut-turut',
    en: 'On time for two quarters running',
  },
  description: {
    id: 'Diusulkan apabila sedikitnya {dueMetShare} permohonan yang jatuh tempo selesai tepat waktu dalam dua triwulan berturut-turut, masing-masing dari sedikitnya {minimumN} permohonan.',
    en: 'Proposes when at least {dueMetShare} of the requests that fell due were completed in time in two consecutive quarters, each of at least {minimumN} requests.',
  },
  legalBasis:
    'PP 30/2019 tentang Penilaian Kinerja PNS; PermenPANRB 6/2022 tentang Pengelolaan Kinerja Pegawai ASN',
  periods: 2,
  settings: [shareSetting('dueMetShare', 0.8, 1, 0.95), MINIMUM_CASES, ...COMMON_SETTINGS],
  enabledByDefault: true,
  evaluate: (facts, settings) => {
    const { verdict, observations, notes } = shareHeld(facts, settings, 'dueMetShare', ({ dueMet, due }) => ({
      part: dueMet,
      n: due,
    }));
    return answer(verdict, observations, notes);
  },
};
