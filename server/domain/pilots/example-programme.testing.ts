/**
 * A programme that the specs compute by hand, from 1 January 2026:
 *
 * | nr | weight | planned            | days | reported           | signed off |
 * |----|--------|--------------------|------|--------------------|------------|
 * | 1  | 20     | 1 Jan – 31 Jan     | 30   | 31 Jan: 100 %      | 5 Feb      |
 * | 2  | 30     | 1 Feb – 2 Apr      | 60   | 3 Mar: 50 %        |            |
 * |    |        | from 3 Mar: – 2 May | 90  |                    |            |
 * | 3  | 50     | 3 Mar – 11 Jun     | 100  |                    |            |
 */
import type { MilestonePlan, TrackedMilestone } from './pilot-milestone.ts';

const MADE_ON = '2026-01-05';

function plan(version: number, startOn: string, finishOn: string, weight: number): MilestonePlan {
  return { version, startOn, finishOn, weight, madeOn: MADE_ON };
}

export const FIRST: TrackedMilestone = {
  plans: [plan(1, '2026-01-01', '2026-01-31', 20)],
  reports: [{ on: '2026-01-31', doneShare: 1 }],
  signedOn: '2026-02-05',
  removedOn: null,
};
export const SECOND: TrackedMilestone = {
  plans: [
    plan(1, '2026-02-01', '2026-04-02', 30),
    { ...plan(2, '2026-02-01', '2026-05-02', 30), madeOn: '2026-03-03' },
  ],
  reports: [{ on: '2026-03-03', doneShare: 0.5 }],
  signedOn: null,
  removedOn: null,
};
export const THIRD: TrackedMilestone = {
  plans: [plan(1, '2026-03-03', '2026-06-11', 50)],
  reports: [],
  signedOn: null,
  removedOn: null,
};

export const EXAMPLE: readonly TrackedMilestone[] = [FIRST, SECOND, THIRD];
