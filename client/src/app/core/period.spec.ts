import { shapeOf } from '#domain/period/period-shape';
import { currentMonth, isUnfinished, todayIn, trendPeriod } from './period.ts';

describe('period', () => {
  it('knows the day of the kabupaten, not of the browser', () => {
    // 17:30 UTC on the 20th is already 01.30 on the 21st in WITA, and 00.30 on the 21st in WIB.
    const now = new Date('2026-11-20T17:30:00Z');
    expect(todayIn('Asia/Makassar', now)).toBe('2026-11-21');
    expect(todayIn('Asia/Jakarta', now)).toBe('2026-11-21');
    expect(todayIn('UTC', now)).toBe('2026-11-20');
  });

  it('begins with the current month up to today', () => {
    expect(currentMonth('2026-11-20')).toEqual({ from: '2026-11-01', to: '2026-11-20' });
  });

  it('recognises months, quarters, years and bare days', () => {
    const today = '2026-11-20';
    expect(shapeOf({ from: '2026-02-01', to: '2026-02-28' }, today)).toBe('month');
    expect(shapeOf({ from: '2026-11-01', to: '2026-11-20' }, today)).toBe('month');
    expect(shapeOf({ from: '2026-11-01', to: '2026-11-19' }, today)).toBe('days');
    expect(shapeOf({ from: '2026-04-01', to: '2026-06-30' }, today)).toBe('quarter');
    expect(shapeOf({ from: '2026-05-01', to: '2026-07-31' }, today)).toBe('months');
    expect(shapeOf({ from: '2024-01-01', to: '2024-12-31' }, today)).toBe('year');
  });

  it('is unfinished until its last day is over', () => {
    expect(isUnfinished({ from: '2026-11-01', to: '2026-11-20' }, '2026-11-20')).toBe(true);
    expect(isUnfinished({ from: '2026-10-01', to: '2026-10-31' }, '2026-11-20')).toBe(false);
  });

  it('shows 25 months of a month, and never less than what is selected', () => {
    expect(trendPeriod({ from: '2026-11-01', to: '2026-11-20' }, 'month')).toEqual({
      from: '2024-11-01',
      to: '2026-11-20',
    });
    expect(trendPeriod({ from: '2020-01-01', to: '2026-11-20' }, 'month')).toEqual({
      from: '2020-01-01',
      to: '2026-11-20',
    });
    expect(trendPeriod({ from: '2026-11-01', to: '2026-11-20' }, 'quarter').from).toBe('2024-01-01');
    expect(trendPeriod({ from: '2026-11-01', to: '2026-11-20' }, 'year').from).toBe('2021-01-01');
    // Monday 16 November 2026 less 51 weeks.
    expect(trendPeriod({ from: '2026-11-01', to: '2026-11-20' }, 'week').from).toBe('2025-11-24');
  });
});
