import { answer } from '../observations.ts';
import { COMMON_SETTINGS, countSetting, shareSetting } from '../rule-settings.ts';
import { shareHeld } from '../share-held.ts';
import type { StaffRule } from '../staff-rule.ts';

/** Good service where it is hardest: proposed for the incentive by place of duty. */
export const REMOTE_POST_QUALITY: StaffRule = {
  id: 'remote-post-quality',
  kind: 'reward',
  name: { id: 'Pelayanan baik di pos terpencil', en: 'Good service at a remote post' },
  description: {
    id: 'Diusulkan untuk TPP tempat bertugas apabila tempat tugas tercantum dalam daftar pos terpencil keputusan bupati dan sedikitnya {dueMetShare} permohonan yang jatuh tempo selesai tepat waktu dalam dua triwulan berturut-turut, masing-masing dari sedikitnya {minimumN} permohonan.',
    en: 'Proposes the incentive by place of duty (TPP) when the place of work stands on the regent’s list of remote posts and at least {dueMetShare} of the requests that fell due were completed in time in two consecutive quarters, each of at least {minimumN} requests.',
  },
  legalBasis: 'PP 12/2019 tentang Pengelolaan Keuangan Daerah, pasal 58 (TPP berdasarkan tempat bertugas)',
  periods: 2,
  settings: [
    shareSetting('dueMetShare', 0.6, 1, 0.85),
    // Few people live there: less than elsewhere is enough, over two quarters.
    countSetting('minimumN', 10, 100, 15),
    ...COMMON_SETTINGS,
  ],
  enabledByDefault: true,
  evaluate: (facts, settings) => {
    const held = shareHeld(facts, settings, 'dueMetShare', ({ dueMet, due }) => ({ part: dueMet, n: due }));
    const { remote } = facts;
    if (remote === null) return answer('clear', held.observations);
    const notes = [{ kind: 'remote-post', params: { legalBasis: remote.legalBasis } }, ...held.notes];
    return answer(held.verdict, held.observations, notes, 'tpp-tempat-bertugas');
  },
};
