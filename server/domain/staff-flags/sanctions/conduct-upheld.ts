import { answer, observeCount, spanOf } from '../observations.ts';
import { COMMON_SETTINGS, countSetting, valueOf } from '../rule-settings.ts';
import type { StaffRule } from '../staff-rule.ts';

/** Complaints about conduct that the Inspektorat examined and upheld: several, about more than one day. */
export const CONDUCT_UPHELD: StaffRule = {
  id: 'conduct-upheld',
  kind: 'sanction',
  name: { id: 'Aduan perilaku yang terbukti', en: 'Complaints about conduct that were upheld' },
  description: {
    id: 'Diusulkan untuk diklarifikasi apabila dalam 12 bulan Inspektorat menyatakan terbukti sedikitnya {upheld} aduan tentang perilaku pegawai, dengan surat bernomor, dan aduan itu datang pada sedikitnya {upheld} hari dalam sedikitnya dua bulan yang berbeda: banyak aduan atas satu kejadian dihitung satu.',
    en: 'Asks for clarification when within 12 months the Inspektorat upheld at least {upheld} complaints about the person’s conduct, by numbered letter, and they came on at least {upheld} days of at least two different months: many complaints about one incident count as one.',
  },
  legalBasis:
    'UU 25/2009 tentang Pelayanan Publik, pasal 34 dan 42; Perpres 76/2013 tentang Pengelolaan Pengaduan Pelayanan Publik',
  periods: 4,
  settings: [countSetting('upheld', 2, 10, 2), ...COMMON_SETTINGS],
  enabledByDefault: true,
  evaluate: (facts, settings) => {
    const threshold = valueOf(settings, 'upheld');
    const span = spanOf(facts.periods.slice(-4));
    const within = facts.upheld.filter(({ on }) => on >= span.from && on <= span.to);
    const days = new Set(within.map(({ receivedOn }) => receivedOn));
    const months = new Set([...days].map((day) => day.slice(0, 7)));
    const observations = [
      observeCount(span, 'upheldComplaints', within, threshold, facts.examined, threshold),
      { ...observeCount(span, 'upheldDays', [], threshold, days.size, threshold), observed: days.size },
    ];
    if (facts.examined < threshold) return answer('insufficient-data', observations);
    return answer(days.size >= threshold && months.size >= 2 ? 'raised' : 'clear', observations);
  },
};
