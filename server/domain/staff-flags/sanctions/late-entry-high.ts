import { answer, observeShare } from '../observations.ts';
import { COMMON_SETTINGS, MINIMUM_CASES, shareSetting, valueOf } from '../rule-settings.ts';
import { besideColleagues, comparisonNotes, isClearlyAbove, unfairComparison } from '../same-work.ts';
import type { StaffRule } from '../staff-rule.ts';

/** Cases are recorded long after people came, more often than with the colleagues: the figures cannot be relied on. */
export const LATE_ENTRY_HIGH: StaffRule = {
  id: 'late-entry-high',
  kind: 'sanction',
  name: { id: 'Entri susulan yang perlu diklarifikasi', en: 'Late entries to be clarified' },
  description: {
    id: 'Diusulkan untuk diklarifikasi apabila dalam dua triwulan berturut-turut lebih dari {lateEntryShare} permohonan dicatat lebih dari satu hari kerja sesudah diterima atau bersamaan dengan selesainya (dari sedikitnya {minimumN} permohonan), dan jelas di atas rekan dengan pekerjaan yang sama (batas Wilson 99,8 %). Permohonan selama gangguan sistem tidak dihitung; pos terpencil tidak dibandingkan.',
    en: 'Asks for clarification when in two consecutive quarters more than {lateEntryShare} of the requests were recorded more than a working day after receipt or together with their completion (of at least {minimumN} requests), and clearly more than with colleagues who have the same work (Wilson limits, 99.8 %). Requests during an outage are left out; remote posts are not compared.',
  },
  legalBasis:
    'UU 25/2009 tentang Pelayanan Publik, pasal 23 dan 34; PermenPANRB 15/2014 tentang Pedoman Standar Pelayanan',
  periods: 2,
  settings: [shareSetting('lateEntryShare', 0.1, 0.9, 0.25), MINIMUM_CASES, ...COMMON_SETTINGS],
  enabledByDefault: true,
  evaluate: (facts, settings) => {
    const threshold = valueOf(settings, 'lateEntryShare');
    const minimumN = valueOf(settings, 'minimumN');
    const periods = besideColleagues(facts, 2);
    const observations = periods.flatMap(({ own, others }) => [
      observeShare(own, {
        measure: 'lateEntryShare',
        part: own.lateEntries,
        n: own.received,
        threshold,
        minimumN,
        records: own.late,
      }),
      {
        ...observeShare(own, {
          measure: 'lateEntryShareColleagues',
          part: 0,
          n: others.received,
          threshold,
          minimumN,
        }),
        observed: others.lateEntryShare,
      },
    ]);
    const notes = comparisonNotes(periods);
    const enough = periods.every(
      ({ own, others }) => own.received >= minimumN && others.received >= minimumN,
    );
    if (periods.length < 2 || !enough) return answer('insufficient-data', observations, notes);
    const raised = periods.every(
      ({ own, others }) =>
        own.lateEntries / own.received > threshold &&
        isClearlyAbove(own.lateEntries, own.received, others.lateEntryShare ?? 1),
    );
    const unfair = unfairComparison(facts, periods);
    if (unfair !== null) return answer('clear', observations, [unfair, ...notes]);
    return answer(raised ? 'raised' : 'clear', observations, notes);
  },
};
