import { judgedPeriods, periodsWithin, quartersUpTo } from './judged-periods.ts';

describe('judged quarters', () => {
  it('end with the last quarter that has had two weeks to settle', () => {
    expect(judgedPeriods('2026-11-22', 2)).toEqual([
      { from: '2026-04-01', to: '2026-06-30' },
      { from: '2026-07-01', to: '2026-09-30' },
    ]);
    // 2026-10-14 is the 14th day after 30 September; the day before, July to September is not judged yet.
    expect(judgedPeriods('2026-10-15', 1)).toEqual([{ from: '2026-07-01', to: '2026-09-30' }]);
    expect(judgedPeriods('2026-10-14', 1)).toEqual([{ from: '2026-04-01', to: '2026-06-30' }]);
  });

  it('go back over the end of a year', () => {
    expect(quartersUpTo('2026-03-31', 2)).toEqual([
      { from: '2025-10-01', to: '2025-12-31' },
      { from: '2026-01-01', to: '2026-03-31' },
    ]);
  });

  it('of a span are those that lie wholly within it', () => {
    expect(periodsWithin('2026-01-02', '2026-09-29')).toEqual([{ from: '2026-04-01', to: '2026-06-30' }]);
    expect(periodsWithin('2026-05-01', '2026-06-30')).toEqual([]);
  });
});
