import { answer, observeShare } from '../observations.ts';
import { COMMON_SETTINGS, MINIMUM_CASES, shareSetting, valueOf } from '../rule-settings.ts';
import { besideColleagues, comparisonNotes, isClearlyBelow, unfairComparison } from '../same-work.ts';
import type { StaffRule } from '../staff-rule.ts';

/** Much of the work is late in two quarters, and clearly more than with the colleagues who have the same work. */
export const ON_TIME_LOW: StaffRule = {
  id: 'on-time-low',
  kind: 'sanction',
  name: { id: 'Ketepatan waktu yang perlu diklarifikasi', en: 'Lateness to be clarified' },
  description: {
    id: 'Diusulkan untuk diklarifikasi apabila dalam dua triwulan berturut-turut kurang dari {dueMetShare} permohonan yang jatuh tempo selesai tepat waktu (masing-masing dari sedikitnya {minimumN} permohonan), dan jelas di bawah rekan dengan pekerjaan yang sama (batas Wilson 99,8 %). Berkas yang menunggu gangguan sistem atau tahapan unit lain tidak dihitung; pos terpencil dan beban di atas satu setengah kali rekan tidak dibandingkan.',
    en: 'Asks for clarification when in two consecutive quarters less than {dueMetShare} of the requests that fell due were completed in time (each of at least {minimumN} requests), and clearly less than with colleagues who have the same work (Wilson limits, 99.8 %). Cases that waited for an outage or for another unit are left out; remote posts, and loads above one and a half times those of the colleagues, are not compared.',
  },
  legalBasis:
    'UU 25/2009 tentang Pelayanan Publik, pasal 34; PermenPANRB 15/2014 tentang Pedoman Standar Pelayanan',
  periods: 2,
  settings: [shareSetting('dueMetShare', 0.4, 0.9, 0.75), MINIMUM_CASES, ...COMMON_SETTINGS],
  enabledByDefault: true,
  evaluate: (facts, settings) => {
    const threshold = valueOf(settings, 'dueMetShare');
    const minimumN = valueOf(settings, 'minimumN');
    const periods = besideColleagues(facts, 2);
    const observations = periods.flatMap(({ own, others }) => [
      observeShare(own, {
        measure: 'dueMetShare',
        part: own.dueMet,
        n: own.due,
        threshold,
        minimumN,
        records: own.missed,
      }),
      {
        ...observeShare(own, {
          measure: 'dueMetShareColleagues',
          part: 0,
          n: others.due,
          threshold,
          minimumN,
        }),
        observed: others.dueMetShare,
      },
    ]);
    const notes = comparisonNotes(periods);
    const enough = periods.every(({ own, others }) => own.due >= minimumN && others.due >= minimumN);
    if (periods.length < 2 || !enough) return answer('insufficient-data', observations, notes);
    const raised = periods.every(
      ({ own, others }) =>
        own.dueMet / own.due < threshold && isClearlyBelow(own.dueMet, own.due, others.dueMetShare ?? 0),
    );
    const unfair = unfairComparison(facts, periods);
    if (unfair !== null) return answer('clear', observations, [unfair, ...notes]);
    return answer(raised ? 'raised' : 'clear', observations, notes);
  },
};
