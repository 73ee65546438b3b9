import { answer, leftOutNotes, lastPeriods, observeCount, spanOf } from '../observations.ts';
import { COMMON_SETTINGS, countSetting, valueOf } from '../rule-settings.ts';
import type { StaffRule } from '../staff-rule.ts';

/** A fee was recorded above what the standard in force names, several times in different months. */
export const FEE_ABOVE_STANDARD: StaffRule = {
  id: 'fee-above-standard',
  kind: 'sanction',
  name: { id: 'Biaya di atas standar pelayanan', en: 'Fees above the service standard' },
  description: {
    id: 'Diusulkan untuk diklarifikasi (indikasi pungutan) apabila dalam dua triwulan sedikitnya {cases} permohonan dalam sedikitnya dua bulan yang berbeda mencatat biaya yang melebihi standar pelayanan yang berlaku pada hari permohonan diterima lebih dari {tolerance}, dari sedikitnya {minimumN} permohonan berbiaya. Hanya standar yang sudah dipastikan unit yang dipakai.',
    en: 'Asks for clarification (indication of an illegal levy) when within two quarters at least {cases} requests in at least two different months recorded a fee that exceeds the standard in force on the day of receipt by more than {tolerance}, of at least {minimumN} requests with a fee. Only standards that the unit has confirmed are used.',
  },
  legalBasis:
    'UU 25/2009 tentang Pelayanan Publik, pasal 31 dan 34; Perpres 87/2016 tentang Satgas Saber Pungli',
  periods: 2,
  settings: [
    countSetting('cases', 3, 50, 3),
    countSetting('minimumN', 5, 100, 10),
    { key: 'tolerance', unit: 'rupiah', least: 0, most: 50_000, preset: 1_000 },
    ...COMMON_SETTINGS,
  ],
  enabledByDefault: true,
  evaluate: (facts, settings) => {
    const [least, tolerance, minimumN] = [
      valueOf(settings, 'cases'),
      valueOf(settings, 'tolerance'),
      valueOf(settings, 'minimumN'),
    ];
    const periods = lastPeriods(facts, 2);
    const span = spanOf(periods);
    const known = periods.reduce((sum, period) => sum + period.feesKnown, 0);
    const above = periods
      .flatMap(({ feesAbove }) => feesAbove)
      .filter(({ fee, standard }) => fee - standard > tolerance);
    const months = new Set(above.map(({ on }) => on.slice(0, 7)));
    const largest = above.reduce((most, { fee, standard }) => Math.max(most, fee - standard), 0);
    const observations = [
      observeCount(span, 'feesAbove', above, least, known, minimumN),
      {
        ...observeCount(span, 'feeDifference', [], tolerance, known, minimumN),
        observed: largest,
        unit: 'rupiah' as const,
      },
      { ...observeCount(span, 'feeMonths', [], 2, known, minimumN), observed: months.size },
    ];
    const notes = leftOutNotes(periods);
    if (known < minimumN) return answer('insufficient-data', observations, notes);
    return answer(above.length >= least && months.size >= 2 ? 'raised' : 'clear', observations, notes);
  },
};
