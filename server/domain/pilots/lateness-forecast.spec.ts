import { EXAMPLE, FIRST, SECOND, THIRD } from './example-programme.testing.ts';
import { forecastLateness } from './lateness-forecast.ts';

const START = '2026-01-01';

describe('a forecast of lateness', () => {
  it('goes on at the pace since the start, while that is less than 90 days ago', () => {
    // 35 % in 61 days; 65 % left take 65/35 × 61 = 113.3 → 114 days from 3 March: 25 June, 14 days after 11 June.
    const forecast = forecastLateness(EXAMPLE, START, '2026-03-03');
    expect(forecast).toEqual(
      jasmine.objectContaining({ kind: 'steady', finishOn: '2026-06-25', daysLate: 14 }),
    );
    // 0.35 / 61 × 30.
    expect(forecast.pace).toBeCloseTo(0.172131, 6);
  });

  it('looks back 90 days and no farther', () => {
    const second = { ...SECOND, reports: [...SECOND.reports, { on: '2026-05-20', doneShare: 1 }] };
    // 1 June: 50 %, on 3 March 35 %: 15 % in 90 days; 50 % left take 300 days: 28 March 2027, 290 days after 11 June 2026.
    expect(forecastLateness([FIRST, second, THIRD], START, '2026-06-01')).toEqual(
      jasmine.objectContaining({ kind: 'steady', finishOn: '2027-03-28', daysLate: 290 }),
    );
  });

  it('has no pace when nothing moved in 90 days', () => {
    // The last report is of 3 March: on 1 June it lies on the edge, and what came before is not seen.
    expect(forecastLateness(EXAMPLE, START, '2026-06-01').kind).toBe('no-pace');
    const backwards = { ...FIRST, reports: [...FIRST.reports, { on: '2026-05-20', doneShare: 0.5 }] };
    expect(forecastLateness([backwards, SECOND, THIRD], START, '2026-06-01').kind).toBe('no-pace');
  });

  it('is too early before the thirtieth day, and without any milestone', () => {
    const early = { ...FIRST, reports: [{ on: '2026-01-10', doneShare: 0.5 }] };
    expect(forecastLateness([early], START, '2026-01-30').kind).toBe('too-early');
    // 50 % in 30 days, 50 % left: 30 more days.
    expect(forecastLateness([early], START, '2026-01-31').finishOn).toBe('2026-03-02');
    expect(forecastLateness([], START, '2026-06-01').kind).toBe('too-early');
  });

  it('is done on the day the last milestone was', () => {
    expect(forecastLateness([FIRST], START, '2026-03-03')).toEqual({
      kind: 'done',
      finishOn: '2026-01-31',
      daysLate: 0,
      pace: null,
    });
    const again = {
      ...FIRST,
      reports: [
        { on: '2026-01-20', doneShare: 1 },
        { on: '2026-01-25', doneShare: 0.8 },
        { on: '2026-02-10', doneShare: 1 },
        { on: '2026-02-20', doneShare: 1 },
      ],
    };
    expect(forecastLateness([again], START, '2026-03-03').daysLate).toBe(10);
  });

  it('does not take another weight for progress', () => {
    // The heavy milestone was done long ago; it weighs more only since May.
    const heavy = {
      ...FIRST,
      plans: [FIRST.plans[0], { ...FIRST.plans[0], version: 2, weight: 200, madeOn: '2026-05-01' }],
    } as const;
    expect(forecastLateness([heavy, SECOND, THIRD], START, '2026-06-01').kind).toBe('no-pace');
  });
});
