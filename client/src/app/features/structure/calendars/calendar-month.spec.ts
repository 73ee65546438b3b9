import { defaultOpeningHours } from '#domain/calendar/calendar-definition';
import { monthWeeks } from './calendar-month.ts';

describe('the month view of a calendar', () => {
  it('says of every day when it is open, or why it is not', () => {
    // Mon–Fri 08.00–16.00; 17 August 2026 is a Monday and a national holiday (SKB), the 21st closed by us.
    const weeks = monthWeeks(
      {
        openingHours: defaultOpeningHours('1990-01-01').map((hours) => ({
          ...hours,
          intervals: hours.intervals.map((interval) => ({ ...interval })),
        })),
        closures: [{ day: '2026-08-21', name: 'Erau' }],
        nationalHolidays: true,
      },
      [{ day: '2026-08-17', kind: 'national', name: 'Kemerdekaan RI', legalBasis: 'SKB', confirmed: true }],
      '2026-08-01',
    );
    expect(weeks.length).toBe(6);
    expect(weeks[0]?.[0]?.day).toBe('2026-07-27');
    expect(weeks[0]?.map(({ within }) => within)).toEqual([false, false, false, false, false, true, true]);
    expect(weeks[3]?.map(({ hours, reason }) => reason ?? hours)).toEqual([
      'Kemerdekaan RI',
      '08.00–16.00',
      '08.00–16.00',
      '08.00–16.00',
      'Erau',
      'Sabtu',
      'Minggu',
    ]);
  });
});
