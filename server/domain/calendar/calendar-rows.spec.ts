import fc from 'fast-check';
import { addDays, daysBetween } from '../period/civil-date.ts';
import { CALENDAR_2026 } from './calendar-2026.testing.ts';
import { calendarRows } from './calendar-rows.ts';
import { WorkingCalendar } from './working-calendar.ts';

const lunchBreak = CALENDAR_2026.openingHours.map((hours) => ({
  ...hours,
  intervals: [
    { from: 8 * 3600, to: 12 * 3600 },
    { from: 13 * 3600, to: 16 * 3600 },
  ],
}));
const calendar = new WorkingCalendar({ ...CALENDAR_2026, openingHours: lunchBreak });
const rows = calendarRows(calendar);

describe('calendar rows', () => {
  it('has one row a day, with running numbers', () => {
    expect(rows.length).toBe(365);
    // 1 January is a holiday, 2 January a Friday, 5 January the next Monday; 7 h a day.
    expect(rows.slice(0, 5)).toEqual([
      {
        day: '2026-01-01',
        isWorking: false,
        workingDayNumber: 0,
        workingSecondsBefore: 0,
        opens: [],
        reason: 'holiday',
        label: 'national 01-01',
      },
      {
        day: '2026-01-02',
        isWorking: true,
        workingDayNumber: 1,
        workingSecondsBefore: 0,
        opens: [28_800, 43_200, 46_800, 57_600],
        reason: null,
        label: null,
      },
      {
        day: '2026-01-03',
        isWorking: false,
        workingDayNumber: 1,
        workingSecondsBefore: 25_200,
        opens: [],
        reason: 'weekend',
        label: 'Sabtu',
      },
      {
        day: '2026-01-04',
        isWorking: false,
        workingDayNumber: 1,
        workingSecondsBefore: 25_200,
        opens: [],
        reason: 'weekend',
        label: 'Minggu',
      },
      {
        day: '2026-01-05',
        isWorking: true,
        workingDayNumber: 2,
        workingSecondsBefore: 25_200,
        opens: [28_800, 43_200, 46_800, 57_600],
        reason: null,
        label: null,
      },
    ]);
  });

  it('gives working seconds by the formula that SQL uses', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 86_400 }), (days, second) => {
        const day = addDays('2026-01-01', days);
        const row = rows[daysBetween('2026-01-01', day)];
        if (row === undefined) throw new Error(day);
        let seconds = row.workingSecondsBefore;
        for (let pair = 0; pair < row.opens.length; pair += 2) {
          const from = row.opens[pair] ?? 0;
          const to = row.opens[pair + 1] ?? 0;
          seconds += Math.min(Math.max(second - from, 0), to - from);
        }
        expect(seconds).toBe(calendar.workingSecondsAt({ day, second }));
      }),
    );
  });
});
