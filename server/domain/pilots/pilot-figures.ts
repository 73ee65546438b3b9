/** The measure `pilots`: programmes of a unit and all below it, each of them counted once. */
import type { IsoDate } from '../period/civil-date.ts';
import { isPresentOn, milestoneStateOn, type TrackedMilestone } from './pilot-milestone.ts';
import { programmeShares } from './programme-progress.ts';

/** A programme as the measure looks at it. */
export interface TrackedProgramme {
  readonly startsOn: IsoDate;
  /** First day on which it no longer runs; null while it does. */
  readonly closedOn: IsoDate | null;
  readonly milestones: readonly (TrackedMilestone & { readonly startedOn: IsoDate | null })[];
}

/** Sums over programmes, so that a unit is the sum of its parts. */
export interface PilotTally {
  readonly programmes: number;
  readonly progress: number;
  readonly planned: number;
  readonly milestones: number;
  readonly milestonesLate: number;
}

export const NO_PILOTS: PilotTally = {
  programmes: 0,
  progress: 0,
  planned: 0,
  milestones: 0,
  milestonesLate: 0,
};

/** The programmes that run on the day and have a milestone, summed up. */
export function tallyProgrammes(programmes: readonly TrackedProgramme[], day: IsoDate): PilotTally {
  return programmes.reduce((sum, programme) => {
    if (programme.startsOn > day || (programme.closedOn !== null && programme.closedOn <= day)) return sum;
    const present = programme.milestones.filter((each) => isPresentOn(each, day));
    const { progress, planned } = programmeShares(present, day);
    if (progress === null || planned === null) return sum;
    const late = present.filter((each) => milestoneStateOn(each, day, each.startedOn) === 'late');
    return {
      programmes: sum.programmes + 1,
      progress: sum.progress + progress,
      planned: sum.planned + planned,
      milestones: sum.milestones + present.length,
      milestonesLate: sum.milestonesLate + late.length,
    };
  }, NO_PILOTS);
}

export interface PilotFigures {
  /** 0: no programme runs here, so that the measure does not apply ("tidak berlaku"): neither "no data" nor zero. */
  readonly programmes: number;
  readonly progressShare: number | null;
  readonly plannedShare: number | null;
  readonly milestones: number;
  readonly milestonesLate: number;
}

/** The figures of a tally: progress and plan as means over the programmes. */
export function pilotFigures(tally: PilotTally): PilotFigures {
  const { programmes, milestones, milestonesLate } = tally;
  return {
    programmes,
    progressShare: programmes === 0 ? null : Math.min(1, tally.progress / programmes),
    plannedShare: programmes === 0 ? null : Math.min(1, tally.planned / programmes),
    milestones,
    milestonesLate,
  };
}
