import { FUNNEL_Z, wilsonInterval } from '../../spc/funnel.ts';
import { answer, enoughRecords, lastPeriods, leftOutNotes, observeShare } from '../observations.ts';
import { COMMON_SETTINGS, MINIMUM_CASES, shareSetting, valueOf } from '../rule-settings.ts';
import type { PeriodFacts, StaffRule } from '../staff-rule.ts';

/** The person did clearly better in two quarters than in the two before: held against nobody but themselves. */
export const IMPROVED: StaffRule = {
  id: 'improved',
  kind: 'reward',
  name: { id: 'Membaik dibanding kinerja sendiri', en: 'Better than the own earlier work' },
  description: {
    id: 'Diusulkan apabila dalam masing-masing dari dua triwulan terakhir bagian permohonan yang selesai tepat waktu naik sedikitnya {rise} dibanding dua triwulan sebelumnya dan mencapai sedikitnya {dueMetShare}, dari sedikitnya {minimumN} permohonan tiap triwulan, dan kenaikannya melampaui kebetulan (batas Wilson 99,8 %).',
    en: 'Proposes when in each of the last two quarters the share completed in time rose by at least {rise} over the two quarters before and reached at least {dueMetShare}, of at least {minimumN} requests a quarter, beyond what chance explains (Wilson limits, 99.8 %).',
  },
  legalBasis:
    'PP 30/2019 tentang Penilaian Kinerja PNS; PermenPANRB 6/2022 tentang Pengelolaan Kinerja Pegawai ASN',
  periods: 4,
  settings: [
    shareSetting('rise', 0.05, 0.5, 0.1),
    shareSetting('dueMetShare', 0.6, 1, 0.8),
    MINIMUM_CASES,
    ...COMMON_SETTINGS,
  ],
  enabledByDefault: true,
  evaluate: (facts, settings) => {
    const periods = lastPeriods(facts, 4);
    const [earlier, recent] = [periods.slice(0, 2), periods.slice(2)];
    const minimumN = valueOf(settings, 'minimumN');
    const before = pooled(earlier);
    const base = before.due === 0 ? 0 : before.met / before.due;
    const threshold = Math.max(valueOf(settings, 'dueMetShare'), base + valueOf(settings, 'rise'));
    const observations = periods.map((period, index) =>
      observeShare(period, {
        measure: index < 2 ? 'dueMetShareBefore' : 'dueMetShare',
        part: period.dueMet,
        n: period.due,
        threshold: index < 2 ? base : threshold,
        minimumN,
      }),
    );
    const notes = leftOutNotes(periods);
    if (periods.length < 4 || !enoughRecords(observations))
      return answer('insufficient-data', observations, notes);
    const now = pooled(recent);
    const [low, high] = [
      wilsonInterval(now.met, now.due, FUNNEL_Z)?.lower ?? 0,
      wilsonInterval(before.met, before.due, FUNNEL_Z)?.upper ?? 1,
    ];
    const raised = low > high && observations.slice(2).every(({ observed }) => (observed ?? 0) >= threshold);
    return answer(raised ? 'raised' : 'clear', observations, notes);
  },
};

function pooled(periods: readonly PeriodFacts[]): { due: number; met: number } {
  return {
    due: periods.reduce((sum, period) => sum + period.due, 0),
    met: periods.reduce((sum, period) => sum + period.dueMet, 0),
  };
}
