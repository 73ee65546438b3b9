/** How late a programme will be if it goes on at the pace of its last 90 days. */
import { addDays, daysBetween, type IsoDate } from '../period/civil-date.ts';
import { doneSince, isPresentOn, type TrackedMilestone } from './pilot-milestone.ts';
import { plannedFinish, progressByPlanOf } from './programme-progress.ts';

/** Days looked back at for the pace. */
export const PACE_DAYS = 90;
/** A programme that began fewer days ago has no pace yet. */
export const EARLIEST_DAYS = 30;
/** A finish farther away says no more than that hardly anything moves. */
const FARTHEST_DAYS = 3_650;
/** The pace is told per so many days. */
const PACE_UNIT = 30;
/** Differences that only come from binary fractions are no progress. */
const ROUNDING = 1e-9;

export interface LatenessForecast {
  /** steady: at this pace; done; no-pace: nothing moved in 90 days; too-early: begun less than 30 days ago. */
  readonly kind: 'steady' | 'done' | 'no-pace' | 'too-early';
  readonly finishOn: IsoDate | null;
  /** Calendar days after the planned finish; negative: earlier. */
  readonly daysLate: number | null;
  /** Share of the programme per 30 days. */
  readonly pace: number | null;
}

/**
 * The forecast as of a day. The pace is what was done since 90 days ago, or since the programme began, of the work as it
 * is planned now: a change of weights is no progress.
 */
export function forecastLateness(
  milestones: readonly TrackedMilestone[],
  startsOn: IsoDate,
  day: IsoDate,
): LatenessForecast {
  const planned = plannedFinish(milestones, day);
  const progress = progressByPlanOf(milestones, day, day);
  if (planned === null || progress === null) return nothing('too-early');
  if (progress >= 1 - ROUNDING) {
    const finishOn = finishedOn(milestones, day);
    return {
      kind: 'done',
      finishOn,
      daysLate: finishOn === null ? null : daysBetween(planned, finishOn),
      pace: null,
    };
  }
  const running = daysBetween(startsOn, day);
  if (running < EARLIEST_DAYS) return nothing('too-early');
  const days = Math.min(PACE_DAYS, running);
  const before = progressByPlanOf(milestones, day, addDays(day, -days)) ?? 0;
  const perDay = (progress - before) / days;
  const left = perDay > ROUNDING ? Math.ceil((1 - progress) / perDay - ROUNDING) : Infinity;
  if (left > FARTHEST_DAYS) return nothing('no-pace');
  const finishOn = addDays(day, left);
  return { kind: 'steady', finishOn, daysLate: daysBetween(planned, finishOn), pace: perDay * PACE_UNIT };
}

function nothing(kind: 'no-pace' | 'too-early'): LatenessForecast {
  return { kind, finishOn: null, daysLate: null, pace: null };
}

/** The day on which the last of the milestones was reported as done. */
function finishedOn(milestones: readonly TrackedMilestone[], day: IsoDate): IsoDate | null {
  const days = milestones
    .filter((each) => isPresentOn(each, day))
    .flatMap((each) => doneSince(each, day) ?? [])
    .toSorted();
  return days.at(-1) ?? null;
}
