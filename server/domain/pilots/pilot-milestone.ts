/** A milestone of a pilot programme as it was planned, re-planned, reported and signed off; and where it stands on a day. */
import { daysBetween, type IsoDate } from '../period/civil-date.ts';

/** A plan of a milestone. The first one is kept for ever; a later one holds from the day it was made. */
export interface MilestonePlan {
  readonly version: number;
  readonly startOn: IsoDate;
  readonly finishOn: IsoDate;
  /** Greater than 0; only its part in the sum of all weights matters. */
  readonly weight: number;
  /** Local day on which it was made. */
  readonly madeOn: IsoDate;
}

/** How far the milestone was on a day, 0–1. */
export interface MilestoneReport {
  readonly on: IsoDate;
  readonly doneShare: number;
}

export interface TrackedMilestone {
  /** Every plan it had, the first one first. */
  readonly plans: readonly [MilestonePlan, ...MilestonePlan[]];
  /** In order of their days; of one day the last one counts. */
  readonly reports: readonly MilestoneReport[];
  /** Day on which a second person signed it off; null while nobody did. */
  readonly signedOn: IsoDate | null;
  /** First day on which it is no longer part of the programme. */
  readonly removedOn: IsoDate | null;
}

/** The shares of the work that tell how a milestone stands. */
export type MilestoneState = 'planned' | 'running' | 'late' | 'waiting' | 'done';

/** The plan of everything before the first change, also of the days before it was written down. */
export function firstPlan({ plans }: TrackedMilestone): MilestonePlan {
  return plans[0];
}

/** The plan in force on a day: the last one made until then. Before the first was written down, the first. */
export function planOn({ plans }: TrackedMilestone, day: IsoDate): MilestonePlan {
  return plans.findLast(({ madeOn }) => madeOn <= day) ?? plans[0];
}

/** How much of it was done on a day as reported, 0–1; 0 without a report. */
export function doneShareOn({ reports }: TrackedMilestone, day: IsoDate): number {
  return reports.findLast(({ on }) => on <= day)?.doneShare ?? 0;
}

/**
 * How much of it a plan expects to be done on a day, 0–1: nothing until it begins, everything from the day it ends, and
 * evenly in between.
 */
export function plannedShareOn({ startOn, finishOn }: MilestonePlan, day: IsoDate): number {
  if (day >= finishOn) return 1;
  if (day <= startOn) return 0;
  return daysBetween(startOn, day) / daysBetween(startOn, finishOn);
}

/** True when it is part of the programme on the day. */
export function isPresentOn({ removedOn }: TrackedMilestone, day: IsoDate): boolean {
  return removedOn === null || removedOn > day;
}

/** True when a second person had signed it off by the day. */
export function isSignedOn({ signedOn }: TrackedMilestone, day: IsoDate): boolean {
  return signedOn !== null && signedOn <= day;
}

/**
 * Where it stands on a day. Late from the day after its planned finish while it is not reported as done; what is reported
 * as done waits until it is signed off.
 */
export function milestoneStateOn(
  milestone: TrackedMilestone,
  day: IsoDate,
  startedOn: IsoDate | null,
): MilestoneState {
  const done = doneShareOn(milestone, day);
  if (done >= 1) return isSignedOn(milestone, day) ? 'done' : 'waiting';
  if (day > planOn(milestone, day).finishOn) return 'late';
  return done > 0 || (startedOn !== null && startedOn <= day) ? 'running' : 'planned';
}

/** The day since which it is reported as done without interruption; null while it is not. */
export function doneSince({ reports }: TrackedMilestone, day: IsoDate): IsoDate | null {
  const until = reports.filter(({ on }) => on <= day);
  const before = until.findLastIndex(({ doneShare }) => doneShare < 1);
  return until[before + 1]?.on ?? null;
}
