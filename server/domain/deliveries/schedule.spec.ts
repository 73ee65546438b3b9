import { CALENDAR_2026 } from '../calendar/calendar-2026.testing.ts';
import { WorkingCalendar } from '../calendar/working-calendar.ts';
import { afterQuietHours, nextDue, type Schedule } from './schedule.ts';

const WIB = 'Asia/Jakarta';
const WITA = 'Asia/Makassar';
const WIT = 'Asia/Jayapura';

describe('when a subscription falls due', () => {
  const calendar = new WorkingCalendar(CALENDAR_2026);
  const isWorkingDay = (day: string) => calendar.covers(day) && calendar.isWorkingDay(day);
  const due = (schedule: Schedule, after: string, zone = WITA) =>
    nextDue(schedule, after, isWorkingDay, zone);

  it('counts the hour on the clock of the kabupaten: 07.00 in WIB, WITA and WIT', () => {
    const daily: Schedule = { rhythm: 'daily', hour: 7 };
    // Tuesday, 3 November 2026, 12.00 UTC: the next morning is Wednesday the 4th in all three zones.
    const after = '2026-11-03T12:00:00Z';
    expect(due(daily, after, WIB)).toBe('2026-11-04T00:00:00.000Z');
    expect(due(daily, after, WITA)).toBe('2026-11-03T23:00:00.000Z');
    expect(due(daily, after, WIT)).toBe('2026-11-03T22:00:00.000Z');
  });

  it('is another day in Jayapura when it is not yet one in Jakarta', () => {
    const daily: Schedule = { rhythm: 'daily', hour: 6 };
    // Thursday, 5 November, 21.30 UTC: Friday 04.30 in Jakarta (still to come), 06.30 in Jayapura (gone: Monday the 9th).
    const after = '2026-11-05T21:30:00Z';
    expect(due(daily, after, WIB)).toBe('2026-11-05T23:00:00.000Z');
    expect(due(daily, after, WIT)).toBe('2026-11-08T21:00:00.000Z');
  });

  it('is after the moment itself, never at it', () => {
    expect(due({ rhythm: 'daily', hour: 7 }, '2026-11-03T23:00:00.000Z')).toBe('2026-11-04T23:00:00.000Z');
  });

  it('leaves out Saturday and Sunday when it is daily', () => {
    // After Friday, 6 November 2026, 07.00 WITA comes Monday the 9th.
    expect(due({ rhythm: 'daily', hour: 7 }, '2026-11-05T23:00:00Z')).toBe('2026-11-08T23:00:00.000Z');
  });

  it('on the 31st: moves from the last day of February, a Saturday, to Monday, 2 March', () => {
    // 28 February 2026 is a Saturday.
    expect(due({ rhythm: 'monthly', monthDay: 31, hour: 7 }, '2026-02-10T00:00:00Z')).toBe(
      '2026-03-01T23:00:00.000Z',
    );
  });

  it('on the 31st: after that turn of February comes the 31st of March itself, a Tuesday', () => {
    expect(due({ rhythm: 'monthly', monthDay: 31, hour: 7 }, '2026-03-01T23:00:00Z')).toBe(
      '2026-03-30T23:00:00.000Z',
    );
  });

  it('on the 31st: falls on 30 April, a Thursday', () => {
    expect(due({ rhythm: 'monthly', monthDay: 31, hour: 7 }, '2026-04-01T00:00:00Z')).toBe(
      '2026-04-29T23:00:00.000Z',
    );
  });

  it('on the 31st of May, a Sunday: moves over Hari Lahir Pancasila to Tuesday, 2 June', () => {
    expect(due({ rhythm: 'monthly', monthDay: 31, hour: 7 }, '2026-05-10T00:00:00Z')).toBe(
      '2026-06-01T23:00:00.000Z',
    );
  });

  it('over Idul Fitri: from Friday, 20 March (cuti bersama) to Wednesday the 25th, in each zone', () => {
    // 20, 23 and 24 March are cuti bersama, 21 and 22 Idul Fitri (and a weekend).
    const weekly: Schedule = { rhythm: 'weekly', weekday: 5, hour: 8 };
    const after = '2026-03-14T00:00:00Z';
    expect(due(weekly, after, WIB)).toBe('2026-03-25T01:00:00.000Z');
    expect(due(weekly, after, WITA)).toBe('2026-03-25T00:00:00.000Z');
    expect(due(weekly, after, WIT)).toBe('2026-03-24T23:00:00.000Z');
    // And on the Friday after it as always.
    expect(due(weekly, '2026-03-25T01:00:00Z', WIB)).toBe('2026-03-27T01:00:00.000Z');
  });

  it('daily over Idul Fitri: after Tuesday, 17 March comes Wednesday the 25th', () => {
    // 18 March is cuti bersama and 19 March Nyepi.
    expect(due({ rhythm: 'daily', hour: 7 }, '2026-03-16T23:00:00Z')).toBe('2026-03-24T23:00:00.000Z');
  });

  it('is told once when a long closure moves two turns to the same day', () => {
    const closed = (day: string) => day < '2026-07-06' || day > '2026-07-17';
    const weekly: Schedule = { rhythm: 'weekly', weekday: 3, hour: 9 };
    const first = nextDue(weekly, '2026-07-02T00:00:00Z', (day) => closed(day) && isWorkingDay(day), WITA);
    // Wednesdays 8 and 15 July both move to Monday the 20th.
    expect(first).toBe('2026-07-20T01:00:00.000Z');
    expect(nextDue(weekly, first, (day) => closed(day) && isWorkingDay(day), WITA)).toBe(
      '2026-07-22T01:00:00.000Z',
    );
  });

  it('is still to come on the day a holiday moved it to, however long before its own day was', () => {
    // Asked on Saturday, 21 March: the Friday before moved to Wednesday the 25th; the next Friday comes after it.
    const weekly: Schedule = { rhythm: 'weekly', weekday: 5, hour: 8 };
    expect(due(weekly, '2026-03-23T04:00:00Z', WIB)).toBe('2026-03-25T01:00:00.000Z');
    // Sunday, 31 May moved into June, where it is asked about on the 1st.
    expect(due({ rhythm: 'monthly', monthDay: 31, hour: 7 }, '2026-06-01T00:00:00Z')).toBe(
      '2026-06-01T23:00:00.000Z',
    );
  });

  it('refuses an hour of the night', () => {
    for (const hour of [5, 20, 23, 6.5])
      expect(() => due({ rhythm: 'daily', hour }, '2026-03-02T00:00:00Z'))
        .withContext(`${hour}`)
        .toThrowError(RangeError);
    expect(due({ rhythm: 'daily', hour: 19 }, '2026-11-03T00:00:00Z')).toBe('2026-11-03T11:00:00.000Z');
  });

  it('says so when a calendar never opens', () => {
    expect(() =>
      nextDue({ rhythm: 'daily', hour: 7 }, '2026-03-02T00:00:00Z', () => false, WIB),
    ).toThrowError(RangeError);
  });
});

describe('quiet hours', () => {
  it('begin at 20.00 and end at 06.00 on the clock of the kabupaten', () => {
    // 19.59 WITA is 11.59 UTC.
    expect(afterQuietHours('2026-11-03T11:59:00.000Z', WITA)).toBe('2026-11-03T11:59:00.000Z');
    expect(afterQuietHours('2026-11-03T12:00:00.000Z', WITA)).toBe('2026-11-03T22:00:00.000Z');
    expect(afterQuietHours('2026-11-03T21:59:59.000Z', WITA)).toBe('2026-11-03T22:00:00.000Z');
    expect(afterQuietHours('2026-11-03T22:00:00.000Z', WITA)).toBe('2026-11-03T22:00:00.000Z');
    // The same instant is quiet in Jayapura (21.00) and not in Jakarta (19.00).
    expect(afterQuietHours('2026-11-03T12:00:00.000Z', WIT)).toBe('2026-11-03T21:00:00.000Z');
    expect(afterQuietHours('2026-11-03T12:00:00.000Z', WIB)).toBe('2026-11-03T12:00:00.000Z');
  });
});
