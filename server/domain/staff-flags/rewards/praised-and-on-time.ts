import { answer, lastPeriods, leftOutNotes, observeShare, spanOf } from '../observations.ts';
import { COMMON_SETTINGS, countSetting, MINIMUM_CASES, shareSetting, valueOf } from '../rule-settings.ts';
import type { StaffRule } from '../staff-rule.ts';

/** People praise the unit in their own words, and the person's own work is in time: two measures that agree. */
export const PRAISED_AND_ON_TIME: StaffRule = {
  id: 'praised-and-on-time',
  kind: 'reward',
  name: { id: 'Dipuji warga dan tepat waktu', en: 'Praised by the people and on time' },
  description: {
    id: 'Diusulkan apabila sedikitnya {praise} saran dalam survei selama dua triwulan memuji unit dengan kata-kata responden sendiri (dari sedikitnya {minimumSuggestions} saran), dan sedikitnya {dueMetShare} permohonan yang ditangani pegawai selesai tepat waktu dari sedikitnya {minimumN} permohonan yang jatuh tempo.',
    en: 'Proposes when at least {praise} of the suggestions in surveys of two quarters praised the unit in the respondents’ own words (of at least {minimumSuggestions} suggestions), and at least {dueMetShare} of the person’s requests were completed in time, of at least {minimumN} that fell due.',
  },
  legalBasis:
    'PermenPANRB 14/2017 tentang Survei Kepuasan Masyarakat; PP 30/2019 tentang Penilaian Kinerja PNS',
  periods: 2,
  settings: [
    // A share: a large unit is praised more often by its size alone.
    shareSetting('praise', 0.4, 1, 0.7),
    countSetting('minimumSuggestions', 5, 100, 10),
    shareSetting('dueMetShare', 0.8, 1, 0.9),
    MINIMUM_CASES,
    ...COMMON_SETTINGS,
  ],
  enabledByDefault: true,
  evaluate: (facts, settings) => {
    const periods = lastPeriods(facts, 2);
    const span = spanOf(periods);
    const due = periods.reduce((sum, period) => sum + period.due, 0);
    const met = periods.reduce((sum, period) => sum + period.dueMet, 0);
    const onTime = observeShare(span, {
      measure: 'dueMetShare',
      part: met,
      n: due,
      threshold: valueOf(settings, 'dueMetShare'),
      minimumN: valueOf(settings, 'minimumN'),
    });
    const praise = observeShare(span, {
      measure: 'praise',
      part: facts.praise.length,
      n: facts.suggestions,
      threshold: valueOf(settings, 'praise'),
      minimumN: valueOf(settings, 'minimumSuggestions'),
      records: facts.praise.slice(0, 50),
    });
    const observations = [praise, onTime];
    const notes = leftOutNotes(periods);
    if (observations.some(({ n, minimumN }) => n < minimumN))
      return answer('insufficient-data', observations, notes);
    const raised = observations.every(({ observed, threshold }) => (observed ?? 0) >= threshold);
    return answer(raised ? 'raised' : 'clear', observations, notes);
  },
};
