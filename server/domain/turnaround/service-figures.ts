/** Volume and turnaround of service cases, from tallies. Definitions: the kamus indikator (`measures.ts`). */
import {
  quantileOfHistogram,
  type DurationHistogram,
  type DurationQuantile,
} from '../statistics/quantile.ts';
import { shareOf } from '../statistics/share.ts';

/** What was counted about the cases of one selection and period. */
export interface ServiceTally {
  readonly received: number;
  /** Of those received: recorded more than a working day later, or together with their completion. */
  readonly lateEntries: number;
  readonly completed: number;
  readonly rejected: number;
  readonly cancelled: number;
  /** Received by the end of the period and then not completed, rejected or cancelled. */
  readonly open: number;
  /** Deadlines that fell in the period and are past; cancelled cases left out. */
  readonly due: number;
  readonly dueMet: number;
  /** Past their deadline and not completed, rejected or cancelled at the end of the period, or now. */
  readonly overdue: number;
  /** Completed cases with a deadline, and those completed at or before it. */
  readonly promised: number;
  readonly withinStandard: number;
  /** Completed cases whose number of visits is known, and those with one visit. */
  readonly visitsKnown: number;
  readonly singleVisit: number;
  /** Completed cases that tell where they were prepared, and those prepared online or at the desa. */
  readonly preparedKnown: number;
  readonly preparedOnline: number;
  /** Durations of completed cases on both clocks. */
  readonly citizen: DurationHistogram;
  readonly official: DurationHistogram;
  /** Citizen clock of those done in one visit: the time somebody waited there. */
  readonly onSite: DurationHistogram;
}

/** Nothing was recorded. */
export const NO_CASES: ServiceTally = {
  received: 0,
  lateEntries: 0,
  completed: 0,
  rejected: 0,
  cancelled: 0,
  open: 0,
  due: 0,
  dueMet: 0,
  overdue: 0,
  promised: 0,
  withinStandard: 0,
  visitsKnown: 0,
  singleVisit: 0,
  preparedKnown: 0,
  preparedOnline: 0,
  citizen: {},
  official: {},
  onSite: {},
};

export interface VolumeFigures {
  received: number;
  completed: number;
  rejected: number;
  cancelled: number;
  open: number;
  lateEntries: number;
}

/** The block `volume` of a summary. */
export function volumeFigures(tally: ServiceTally): VolumeFigures {
  const { received, completed, rejected, cancelled, open, lateEntries } = tally;
  return { received, completed, rejected, cancelled, open, lateEntries };
}

export interface TurnaroundFigures {
  due: number;
  dueMet: number;
  dueMetShare: number | null;
  completed: number;
  medianMinutes: number | null;
  p90Minutes: number | null;
  medianWorkingMinutes: number | null;
  p90WorkingMinutes: number | null;
  promised: number;
  withinStandard: number;
  withinStandardShare: number | null;
  visitsKnown: number;
  singleVisit: number;
  sameVisitShare: number | null;
  medianOnSiteMinutes: number | null;
  preparedKnown: number;
  preparedShare: number | null;
  overdue: number;
  approximate: boolean;
}

/** The block `turnaround` of a summary; shares are null where nothing can be divided. */
export function turnaroundFigures(tally: ServiceTally): TurnaroundFigures {
  const quantiles = [
    quantileOfHistogram(tally.citizen, 50),
    quantileOfHistogram(tally.citizen, 90),
    quantileOfHistogram(tally.official, 50),
    quantileOfHistogram(tally.official, 90),
    quantileOfHistogram(tally.onSite, 50),
  ] as const;
  return {
    due: tally.due,
    dueMet: tally.dueMet,
    dueMetShare: shareOf(tally.dueMet, tally.due),
    completed: tally.completed,
    medianMinutes: minutesOf(quantiles[0]),
    p90Minutes: minutesOf(quantiles[1]),
    medianWorkingMinutes: minutesOf(quantiles[2]),
    p90WorkingMinutes: minutesOf(quantiles[3]),
    promised: tally.promised,
    withinStandard: tally.withinStandard,
    withinStandardShare: shareOf(tally.withinStandard, tally.promised),
    visitsKnown: tally.visitsKnown,
    singleVisit: tally.singleVisit,
    sameVisitShare: shareOf(tally.singleVisit, tally.visitsKnown),
    medianOnSiteMinutes: minutesOf(quantiles[4]),
    preparedKnown: tally.preparedKnown,
    preparedShare: shareOf(tally.preparedOnline, tally.preparedKnown),
    overdue: tally.overdue,
    approximate: quantiles.some((quantile) => quantile?.approximate === true),
  };
}

/** Minutes of a duration in seconds, to a hundredth. */
export function minutesOf(quantile: DurationQuantile | null): number | null {
  return quantile === null ? null : Math.round((quantile.seconds * 100) / 60) / 100;
}
