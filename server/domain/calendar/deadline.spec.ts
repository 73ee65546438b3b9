import { CALENDAR_2026 } from './calendar-2026.testing.ts';
import { deadlineOf, meetsDeadline } from './deadline.ts';
import { OutsideCalendarError, WorkingCalendar } from './working-calendar.ts';

// The examples of December run into 2027: 1 January 2027 is a national holiday.
const calendar = new WorkingCalendar({
  ...CALENDAR_2026,
  to: '2027-01-31',
  closedDays: [
    ...CALENDAR_2026.closedDays,
    { day: '2027-01-01', kind: 'national', name: 'Tahun Baru 2027 Masehi' },
  ],
});

describe('deadline in working days', () => {
  // Counted by hand on a wall calendar of 2026 with the holidays of SKB 1497/2025.
  const examples: [string, number, string][] = [
    ['2026-03-17', 3, '2026-03-27'],
    ['2026-03-17', 5, '2026-03-31'],
    ['2026-03-17', 14, '2026-04-14'],
    ['2026-03-17', 60, '2026-06-26'],
    ['2026-05-13', 5, '2026-05-22'],
    ['2026-05-13', 14, '2026-06-09'],
    ['2026-08-14', 5, '2026-08-24'],
    ['2026-12-23', 3, '2026-12-30'],
  ];
  for (const [received, amount, day] of examples) {
    it(`${amount} after ${received} is ${day}, whatever the hour of receipt`, () => {
      for (const second of [0, 36_000, 86_399]) {
        const deadline = deadlineOf(calendar, { day: received, second }, { unit: 'working-days', amount });
        expect([deadline.day, deadline.second, deadline.endOfDay]).toEqual([day, 86_400, true]);
      }
    });
  }

  it('explains every day', () => {
    const { steps } = deadlineOf(
      calendar,
      { day: '2026-03-17', second: 36_000 },
      { unit: 'working-days', amount: 3 },
    );
    expect(steps).toEqual([
      { day: '2026-03-17', kind: 'received', label: 'Diterima' },
      { day: '2026-03-18', kind: 'joint-leave', label: 'joint-leave 03-18' },
      { day: '2026-03-19', kind: 'holiday', label: 'national 03-19' },
      { day: '2026-03-20', kind: 'joint-leave', label: 'joint-leave 03-20' },
      { day: '2026-03-21', kind: 'weekend', label: 'Sabtu, national 03-21' },
      { day: '2026-03-22', kind: 'weekend', label: 'Minggu, national 03-22' },
      { day: '2026-03-23', kind: 'joint-leave', label: 'joint-leave 03-23' },
      { day: '2026-03-24', kind: 'joint-leave', label: 'joint-leave 03-24' },
      { day: '2026-03-25', kind: 'counted', label: 'Hari kerja ke-1', number: 1 },
      { day: '2026-03-26', kind: 'counted', label: 'Hari kerja ke-2', number: 2 },
      { day: '2026-03-27', kind: 'counted', label: 'Hari kerja ke-3', number: 3 },
    ]);
  });

  it('says when receipt was on a day off', () => {
    const { day, steps } = deadlineOf(
      calendar,
      { day: '2026-11-22', second: 34_000 },
      { unit: 'working-days', amount: 1 },
    );
    expect(day).toBe('2026-11-23');
    expect(steps[0]).toEqual({
      day: '2026-11-22',
      kind: 'received',
      label: 'Diterima di luar hari kerja (Minggu)',
    });
  });

  it('is met until midnight of the day', () => {
    const deadline = deadlineOf(
      calendar,
      { day: '2026-12-23', second: 0 },
      { unit: 'working-days', amount: 3 },
    );
    expect(meetsDeadline({ day: '2026-12-30', second: 86_399 }, deadline)).toBeTrue();
    expect(meetsDeadline({ day: '2026-12-31', second: 0 }, deadline)).toBeFalse();
    expect(meetsDeadline({ day: '2026-12-23', second: 60 }, deadline)).toBeTrue();
  });
});

describe('deadline in working hours and minutes', () => {
  it('2 jam kerja received on Friday 15.30 is Monday 09.30', () => {
    const deadline = deadlineOf(
      calendar,
      { day: '2026-03-13', second: 15.5 * 3600 },
      { unit: 'working-hours', amount: 2 },
    );
    expect(deadline).toEqual({
      day: '2026-03-16',
      second: 9.5 * 3600,
      endOfDay: false,
      steps: [
        { day: '2026-03-13', kind: 'received', label: 'Diterima', workingSeconds: 1800 },
        { day: '2026-03-14', kind: 'weekend', label: 'Sabtu', workingSeconds: 0 },
        { day: '2026-03-15', kind: 'weekend', label: 'Minggu', workingSeconds: 0 },
        { day: '2026-03-16', kind: 'counted', label: 'Jam kerja dihitung', workingSeconds: 5400 },
      ],
    });
  });

  it('10 menit received at 15.55 is 08.05 of the next working day', () => {
    const deadline = deadlineOf(
      calendar,
      { day: '2026-04-02', second: 15 * 3600 + 55 * 60 },
      { unit: 'minutes', amount: 10 },
    );
    // 3 April is Wafat Yesus Kristus, then the weekend.
    expect([deadline.day, deadline.second]).toEqual(['2026-04-06', 8 * 3600 + 300]);
  });

  it('is met up to and including its instant', () => {
    const deadline = deadlineOf(
      calendar,
      { day: '2026-03-16', second: 8 * 3600 },
      { unit: 'minutes', amount: 10 },
    );
    expect(meetsDeadline({ day: '2026-03-16', second: 8 * 3600 + 600 }, deadline)).toBeTrue();
    expect(meetsDeadline({ day: '2026-03-16', second: 8 * 3600 + 601 }, deadline)).toBeFalse();
  });
});

describe('a promise that cannot be kept track of', () => {
  it('is refused', () => {
    const received = { day: '2026-03-16', second: 0 };
    for (const amount of [0, -1, 1.5, Number.NaN]) {
      expect(() => deadlineOf(calendar, received, { unit: 'working-days', amount })).toThrowError(RangeError);
    }
    expect(() => deadlineOf(calendar, received, { unit: 'working-days', amount: 1000 })).toThrowError(
      OutsideCalendarError,
    );
  });
});
