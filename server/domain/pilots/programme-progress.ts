/**
 * Progress of a pilot programme: Σ weight × % done / Σ weight over its milestones, beside what the plan in force and the
 * first plan expected of the same day.
 */
import { addDays, monthEnd, type IsoDate } from '../period/civil-date.ts';
import {
  doneShareOn,
  firstPlan,
  isPresentOn,
  isSignedOn,
  planOn,
  plannedShareOn,
  type TrackedMilestone,
} from './pilot-milestone.ts';

/** Where a programme is on a day; each share 0–1, null without a milestone. */
export interface ProgrammeShares {
  /** As reported. */
  readonly progress: number | null;
  /** What a second person signed off. */
  readonly signed: number | null;
  /** Where the plan in force on that day would be. */
  readonly planned: number | null;
  /** Where the first plan would be: with its dates and its weights. */
  readonly firstPlanned: number | null;
}

/** One day of the curves; `progress` and `signed` are null on days that have not come. */
export interface CurvePoint extends ProgrammeShares {
  readonly on: IsoDate;
}

/** The shares of a day. Milestones that were removed until then do not count; weights are those of the plan in force. */
export function programmeShares(milestones: readonly TrackedMilestone[], day: IsoDate): ProgrammeShares {
  const present = milestones.filter((each) => isPresentOn(each, day));
  const weightNow = (each: TrackedMilestone) => planOn(each, day).weight;
  return {
    progress: weighted(present, weightNow, (each) => doneShareOn(each, day)),
    signed: weighted(present, weightNow, (each) => (isSignedOn(each, day) ? 1 : 0)),
    planned: weighted(present, weightNow, (each) => plannedShareOn(planOn(each, day), day)),
    firstPlanned: weighted(
      present,
      (each) => firstPlan(each).weight,
      (each) => plannedShareOn(firstPlan(each), day),
    ),
  };
}

/**
 * What was done by an earlier day of that which is to be done by the plan of `day`: two of these tell a pace that no
 * change of weights has moved.
 */
export function progressByPlanOf(
  milestones: readonly TrackedMilestone[],
  day: IsoDate,
  reportedUntil: IsoDate,
): number | null {
  const present = milestones.filter((each) => isPresentOn(each, day));
  return weighted(
    present,
    (each) => planOn(each, day).weight,
    (each) => doneShareOn(each, reportedUntil),
  );
}

/** The last planned day of the milestones by the plan in force on a day; null without a milestone. */
export function plannedFinish(milestones: readonly TrackedMilestone[], day: IsoDate): IsoDate | null {
  const days = milestones
    .filter((each) => isPresentOn(each, day))
    .map((each) => planOn(each, day).finishOn)
    .toSorted();
  return days.at(-1) ?? null;
}

/**
 * The curves by month's end, from the programme's first day to the month in which the later of the plans ends (or today,
 * when that is later), with a point on today itself.
 */
export function programmeCurve(
  milestones: readonly TrackedMilestone[],
  startsOn: IsoDate,
  today: IsoDate,
): CurvePoint[] {
  const finishes = milestones
    .filter((each) => isPresentOn(each, today))
    .flatMap((each) => [firstPlan(each).finishOn, planOn(each, today).finishOn]);
  const last = [...finishes, today, startsOn].toSorted().at(-1) ?? today;
  const days = new Set([startsOn]);
  for (let end = monthEnd(startsOn); ; end = monthEnd(addDays(end, 1))) {
    days.add(end);
    if (end >= last) break;
  }
  if (today >= startsOn) days.add(today);
  return [...days].toSorted().map((on) => {
    const shares = programmeShares(milestones, on);
    return on <= today ? { on, ...shares } : { on, ...shares, progress: null, signed: null };
  });
}

function weighted(
  milestones: readonly TrackedMilestone[],
  weightOf: (milestone: TrackedMilestone) => number,
  shareOf: (milestone: TrackedMilestone) => number,
): number | null {
  let [sum, whole] = [0, 0];
  for (const each of milestones) {
    sum += weightOf(each) * shareOf(each);
    whole += weightOf(each);
  }
  return whole === 0 ? null : Math.min(1, sum / whole);
}
