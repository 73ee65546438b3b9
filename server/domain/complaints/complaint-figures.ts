/** Complaint figures of a cohort, from tallies. Definitions: the kamus indikator (`measures.ts`). */
import { quantileOfHistogram, type DurationHistogram } from '../statistics/quantile.ts';
import { shareOf } from '../statistics/share.ts';
import { minutesOf } from '../turnaround/service-figures.ts';

/** The state, at one instant, of the complaints received in a period. */
export interface ComplaintTally {
  readonly received: number;
  /** Without tidak valid and bukan kewenangan; all that follows counts valid complaints only. */
  readonly valid: number;
  readonly followedUp: number;
  readonly resolved: number;
  /** With a deadline, and resolved or overdue. */
  readonly judged: number;
  /** Resolved at or before their deadline. */
  readonly inTime: number;
  /** Not resolved although the deadline is past. */
  readonly overdue: number;
  readonly reopened: number;
  /** Receipt → resolution of the resolved ones. */
  readonly durations: DurationHistogram;
}

export interface ComplaintFigures {
  received: number;
  valid: number;
  followedUp: number;
  followedUpShare: number | null;
  resolved: number;
  resolvedShare: number | null;
  judged: number;
  withinDeadlineShare: number | null;
  medianResolutionMinutes: number | null;
  approximate: boolean;
  open: number;
  overdue: number;
  reopened: number;
}

/** The block `complaints` of a summary. */
export function complaintFigures(tally: ComplaintTally): ComplaintFigures {
  const median = quantileOfHistogram(tally.durations, 50);
  return {
    received: tally.received,
    valid: tally.valid,
    followedUp: tally.followedUp,
    followedUpShare: shareOf(tally.followedUp, tally.valid),
    resolved: tally.resolved,
    resolvedShare: shareOf(tally.resolved, tally.valid),
    judged: tally.judged,
    withinDeadlineShare: shareOf(tally.inTime, tally.judged),
    medianResolutionMinutes: minutesOf(median),
    approximate: median?.approximate === true,
    open: tally.valid - tally.resolved,
    overdue: tally.overdue,
    reopened: tally.reopened,
  };
}
