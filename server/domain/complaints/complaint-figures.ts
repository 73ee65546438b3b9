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
  /** With a recorded first answer. */
  readonly responded: number;
  /** Passed on by the ladder, because neither answered nor resolved in time. */
  readonly escalated: number;
  /** Receipt → resolution of the resolved ones, day and night. */
  readonly durations: DurationHistogram;
  /** The same in time in which the unit was open. */
  readonly official: DurationHistogram;
  /** Receipt → first answer of those with one, in time in which the unit was open. */
  readonly response: DurationHistogram;
}

/** A selection without complaints. */
export const NO_COMPLAINTS: ComplaintTally = {
  received: 0,
  valid: 0,
  followedUp: 0,
  resolved: 0,
  judged: 0,
  inTime: 0,
  overdue: 0,
  reopened: 0,
  responded: 0,
  escalated: 0,
  durations: {},
  official: {},
  response: {},
};

export interface ComplaintFigures {
  received: number;
  valid: number;
  followedUp: number;
  followedUpShare: number | null;
  resolved: number;
  resolvedShare: number | null;
  judged: number;
  withinDeadlineShare: number | null;
  responded: number;
  respondedShare: number | null;
  medianResolutionMinutes: number | null;
  p90ResolutionMinutes: number | null;
  medianResolutionWorkingMinutes: number | null;
  p90ResolutionWorkingMinutes: number | null;
  medianResponseWorkingMinutes: number | null;
  p90ResponseWorkingMinutes: number | null;
  escalated: number;
  invalidShare: number | null;
  approximate: boolean;
  open: number;
  overdue: number;
  reopened: number;
}

/** The block `complaints` of a summary. */
export function complaintFigures(tally: ComplaintTally): ComplaintFigures {
  const { durations, official, response } = tally;
  const [median, p90, medianOfficial, p90Official, medianResponse, p90Response] = [
    quantileOfHistogram(durations, 50),
    quantileOfHistogram(durations, 90),
    quantileOfHistogram(official, 50),
    quantileOfHistogram(official, 90),
    quantileOfHistogram(response, 50),
    quantileOfHistogram(response, 90),
  ] as const;
  const quantiles = [median, p90, medianOfficial, p90Official, medianResponse, p90Response];
  return {
    received: tally.received,
    valid: tally.valid,
    followedUp: tally.followedUp,
    followedUpShare: shareOf(tally.followedUp, tally.valid),
    resolved: tally.resolved,
    resolvedShare: shareOf(tally.resolved, tally.valid),
    judged: tally.judged,
    withinDeadlineShare: shareOf(tally.inTime, tally.judged),
    responded: tally.responded,
    respondedShare: shareOf(tally.responded, tally.valid),
    medianResolutionMinutes: minutesOf(median),
    p90ResolutionMinutes: minutesOf(p90),
    medianResolutionWorkingMinutes: minutesOf(medianOfficial),
    p90ResolutionWorkingMinutes: minutesOf(p90Official),
    medianResponseWorkingMinutes: minutesOf(medianResponse),
    p90ResponseWorkingMinutes: minutesOf(p90Response),
    escalated: tally.escalated,
    invalidShare: shareOf(tally.received - tally.valid, tally.received),
    approximate: quantiles.some((quantile) => quantile?.approximate === true),
    open: tally.valid - tally.resolved,
    overdue: tally.overdue,
    reopened: tally.reopened,
  };
}
