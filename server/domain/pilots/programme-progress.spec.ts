import { EXAMPLE, FIRST, SECOND, THIRD } from './example-programme.testing.ts';
import { milestoneStateOn, planOn, plannedShareOn } from './pilot-milestone.ts';
import { plannedFinish, programmeCurve, programmeShares } from './programme-progress.ts';

describe('progress of a pilot programme', () => {
  it('is Σ weight × % done / Σ weight, by hand', () => {
    // 2 Mar: (20 × 1 + 30 × 0 + 50 × 0) / 100. 3 Mar: (20 × 1 + 30 × 0.5 + 50 × 0) / 100.
    expect(programmeShares(EXAMPLE, '2026-03-02').progress).toBeCloseTo(0.2, 9);
    expect(programmeShares(EXAMPLE, '2026-03-03').progress).toBeCloseTo(0.35, 9);
    // Nothing was reported before 31 January.
    expect(programmeShares(EXAMPLE, '2026-01-30').progress).toBe(0);
    expect(programmeShares([], '2026-03-03').progress).toBeNull();
  });

  it('stands beside what was signed off, and since when', () => {
    expect(programmeShares(EXAMPLE, '2026-02-04').signed).toBe(0);
    expect(programmeShares(EXAMPLE, '2026-02-05').signed).toBeCloseTo(0.2, 9);
  });

  it('stands beside the plan in force on the day, and the first plan', () => {
    // 2 Mar, first plan in force: 29 of 60 days of the second: (20 + 30 × 29/60) / 100.
    const before = programmeShares(EXAMPLE, '2026-03-02');
    expect(before.planned).toBeCloseTo(0.345, 9);
    expect(before.firstPlanned).toBeCloseTo(0.345, 9);
    // 3 Mar, re-planned: 30 of 90 days: (20 + 30 × 1/3) / 100; the first plan still says 30 of 60 days.
    const after = programmeShares(EXAMPLE, '2026-03-03');
    expect(after.planned).toBeCloseTo(0.3, 9);
    expect(after.firstPlanned).toBeCloseTo(0.35, 9);
  });

  it('keeps the first plan of a milestone that was planned anew', () => {
    expect(SECOND.plans[0].finishOn).toBe('2026-04-02');
    expect(planOn(SECOND, '2026-03-02').version).toBe(1);
    expect(planOn(SECOND, '2026-03-03').version).toBe(2);
    // Entered on 5 January, but the plan is also that of the days before.
    expect(planOn(SECOND, '2026-01-01').version).toBe(1);
    expect(plannedFinish(EXAMPLE, '2026-03-03')).toBe('2026-06-11');
  });

  it('uses the weights of the plan in force', () => {
    const heavier = {
      ...THIRD,
      plans: [THIRD.plans[0], { ...THIRD.plans[0], version: 2, weight: 150, madeOn: '2026-03-10' }],
    } as const;
    // (20 + 15) / (20 + 30 + 150); by the first plan 30 of 60 + 7 more days: still over 100.
    expect(programmeShares([FIRST, SECOND, heavier], '2026-03-10').progress).toBeCloseTo(0.175, 9);
    expect(programmeShares([FIRST, SECOND, heavier], '2026-03-09').progress).toBeCloseTo(0.35, 9);
  });

  it('leaves a removed milestone out from the day it was removed', () => {
    const without = [FIRST, SECOND, { ...THIRD, removedOn: '2026-03-05' }];
    expect(programmeShares(without, '2026-03-04').progress).toBeCloseTo(0.35, 9);
    // (20 + 15) / 50.
    expect(programmeShares(without, '2026-03-05').progress).toBeCloseTo(0.7, 9);
  });

  it('counts the last report of a day, also when it takes something back', () => {
    const corrected = {
      ...FIRST,
      reports: [...FIRST.reports, { on: '2026-01-31', doneShare: 0.9 }],
      signedOn: null,
    };
    expect(programmeShares([corrected], '2026-01-31').progress).toBeCloseTo(0.9, 9);
  });

  it('draws month ends and today; what is not yet has no actual', () => {
    const curve = programmeCurve(EXAMPLE, '2026-01-01', '2026-03-03');
    expect(curve.map(({ on }) => on)).toEqual([
      '2026-01-01',
      '2026-01-31',
      '2026-02-28',
      '2026-03-03',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
    ]);
    expect(curve[3]?.progress).toBeCloseTo(0.35, 9);
    expect(curve[4]?.progress).toBeNull();
    expect(curve.at(-1)?.planned).toBe(1);
  });
});

describe('a milestone', () => {
  it('is planned, running, late, waiting and done', () => {
    const state = (day: string) => milestoneStateOn(FIRST, day, '2026-01-10');
    expect(state('2026-01-09')).toBe('planned');
    expect(state('2026-01-10')).toBe('running');
    expect(state('2026-01-31')).toBe('waiting');
    expect(state('2026-02-05')).toBe('done');
    // Its planned finish is the last day that is not late.
    expect(milestoneStateOn(THIRD, '2026-06-11', null)).toBe('planned');
    expect(milestoneStateOn(THIRD, '2026-06-12', null)).toBe('late');
  });

  it('is planned evenly from its first to its last day', () => {
    const plan = FIRST.plans[0];
    expect(plannedShareOn(plan, '2025-12-31')).toBe(0);
    expect(plannedShareOn(plan, '2026-01-16')).toBeCloseTo(0.5, 9);
    expect(plannedShareOn(plan, '2026-02-01')).toBe(1);
    expect(plannedShareOn({ ...plan, finishOn: plan.startOn }, plan.startOn)).toBe(1);
  });
});
