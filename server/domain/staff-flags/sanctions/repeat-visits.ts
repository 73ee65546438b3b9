import { answer, observeShare } from '../observations.ts';
import { COMMON_SETTINGS, MINIMUM_CASES, shareSetting, valueOf } from '../rule-settings.ts';
import { besideColleagues, comparisonNotes, isClearlyAbove, unfairComparison } from '../same-work.ts';
import type { StaffRule } from '../staff-rule.ts';

/** People have to come again and again, clearly more often than to the colleagues. */
export const REPEAT_VISITS: StaffRule = {
  id: 'repeat-visits',
  kind: 'sanction',
  name: { id: 'Kunjungan berulang yang perlu diklarifikasi', en: 'Repeated visits to be clarified' },
  description: {
    id: 'Diusulkan untuk diklarifikasi apabila dalam dua triwulan berturut-turut lebih dari {repeatShare} pemohon harus datang lebih dari sekali (dari sedikitnya {minimumN} permohonan selesai yang mencatat jumlah kunjungan), dan jelas di atas rekan dengan pekerjaan yang sama (batas Wilson 99,8 %). Berkas yang menunggu gangguan sistem tidak dihitung; pos terpencil tidak dibandingkan.',
    en: 'Asks for clarification when in two consecutive quarters more than {repeatShare} of the applicants had to come more than once (of at least {minimumN} completed requests with a number of visits), and clearly more than with colleagues who have the same work (Wilson limits, 99.8 %). Cases that waited for an outage are left out; remote posts are not compared.',
  },
  legalBasis: 'UU 25/2009 tentang Pelayanan Publik, pasal 34 (tidak mempersulit)',
  periods: 2,
  settings: [shareSetting('repeatShare', 0.2, 0.9, 0.4), MINIMUM_CASES, ...COMMON_SETTINGS],
  enabledByDefault: true,
  evaluate: (facts, settings) => {
    const threshold = valueOf(settings, 'repeatShare');
    const minimumN = valueOf(settings, 'minimumN');
    const periods = besideColleagues(facts, 2);
    const observations = periods.flatMap(({ own, others }) => [
      observeShare(own, {
        measure: 'repeatShare',
        part: own.visitsKnown - own.singleVisit,
        n: own.visitsKnown,
        threshold,
        minimumN,
        records: own.repeated,
      }),
      {
        ...observeShare(own, {
          measure: 'repeatShareColleagues',
          part: 0,
          n: others.visitsKnown,
          threshold,
          minimumN,
        }),
        observed: others.singleVisitShare === null ? null : 1 - others.singleVisitShare,
      },
    ]);
    const notes = comparisonNotes(periods);
    const enough = periods.every(
      ({ own, others }) => own.visitsKnown >= minimumN && others.visitsKnown >= minimumN,
    );
    if (periods.length < 2 || !enough) return answer('insufficient-data', observations, notes);
    const raised = periods.every(({ own, others }) => {
      const repeated = own.visitsKnown - own.singleVisit;
      return (
        repeated / own.visitsKnown > threshold &&
        isClearlyAbove(repeated, own.visitsKnown, 1 - (others.singleVisitShare ?? 0))
      );
    });
    const unfair = unfairComparison(facts, periods);
    if (unfair !== null) return answer('clear', observations, [unfair, ...notes]);
    return answer(raised ? 'raised' : 'clear', observations, notes);
  },
};
