import { deadlineDistance } from './deadline-distance.ts';

describe('How far a deadline is', () => {
  // Monday 16 to Friday 20 November 2026 are working days, 21 and 22 are not.
  it('is counted in working days, before and after it', () => {
    expect(deadlineDistance('2026-11-20', 2, '2026-11-18')).toEqual({ kind: 'ahead', workingDays: 2 });
    expect(deadlineDistance('2026-11-20', 0, '2026-11-20')).toEqual({ kind: 'today' });
    expect(deadlineDistance('2026-11-20', -1, '2026-11-23')).toEqual({ kind: 'past', workingDays: 1 });
  });

  it('is past on the Saturday after a Friday, though no working day went by', () => {
    expect(deadlineDistance('2026-11-20', 0, '2026-11-21')).toEqual({ kind: 'past', workingDays: 0 });
  });

  it('is still ahead on the Friday before a Sunday, though no working day lies between', () => {
    expect(deadlineDistance('2026-11-22', 0, '2026-11-20')).toEqual({ kind: 'ahead', workingDays: 0 });
  });

  it('cannot be told beyond the calendar, but today is today', () => {
    expect(deadlineDistance('2041-01-02', null, '2026-11-20')).toBeNull();
    expect(deadlineDistance('2026-11-20', null, '2026-11-20')).toEqual({ kind: 'today' });
  });
});
