import fc from 'fast-check';
import { addDays } from '../period/civil-date.ts';
import type { Weekday } from '../period/civil-date.ts';
import { bucketsOf } from '../period/period.ts';
import { CALENDAR_2026 } from './calendar-2026.testing.ts';
import { SECONDS_PER_DAY } from './calendar-definition.ts';
import type { CalendarDefinition, LocalTime, OpenInterval, OpeningHours } from './calendar-definition.ts';
import { OutsideCalendarError, WorkingCalendar } from './working-calendar.ts';

const calendar = new WorkingCalendar(CALENDAR_2026);

function clock(day: string, time: string): LocalTime {
  const [hours, minutes] = time.split('.').map(Number);
  return { day, second: (hours ?? 0) * 3600 + (minutes ?? 0) * 60 };
}

function hours(
  weekday: Weekday,
  validFrom: string,
  validTo: string | null,
  ...times: string[]
): OpeningHours {
  const intervals = times.map((time): OpenInterval => {
    const [from, to] = time.split('–').map((part) => clock('2026-01-01', part).second);
    return { from: from ?? 0, to: to ?? 0 };
  });
  return { weekday, validFrom, validTo, intervals };
}

describe('working days', () => {
  it('counts the working days of each month of 2026 (hand count: weekdays less holidays on weekdays)', () => {
    const counts = bucketsOf({ from: '2026-01-01', to: '2026-12-31' }, 'month').map(
      ({ from, to }) =>
        calendar.workingDayNumber(to) -
        calendar.workingDayNumber(from) +
        (calendar.isWorkingDay(from) ? 1 : 0),
    );
    expect(counts).toEqual([20, 18, 17, 21, 16, 20, 23, 19, 22, 22, 21, 21]);
    expect(calendar.workingDayNumber('2026-12-31')).toBe(240);
  });

  it('loses nothing to a holiday on a weekend', () => {
    expect(calendar.nonWorkingReason('2026-03-21')).toEqual({
      kind: 'weekend',
      label: 'Sabtu, national 03-21',
    });
    expect(calendar.nonWorkingReason('2026-03-28')).toEqual({ kind: 'weekend', label: 'Sabtu' });
    expect(calendar.nonWorkingReason('2026-03-19')).toEqual({ kind: 'holiday', label: 'national 03-19' });
    expect(calendar.nonWorkingReason('2026-03-20')).toEqual({
      kind: 'joint-leave',
      label: 'joint-leave 03-20',
    });
    expect(calendar.nonWorkingReason('2026-03-17')).toBeNull();
  });

  it('tells the national holiday first when a day is closed for several reasons', () => {
    const twice = new WorkingCalendar({
      ...CALENDAR_2026,
      closedDays: [
        { day: '2026-12-25', kind: 'local', name: 'Pemeliharaan' },
        ...CALENDAR_2026.closedDays,
        { day: '2026-07-01', kind: 'local', name: 'Pemilihan kepala desa' },
      ],
    });
    expect(twice.nonWorkingReason('2026-12-25')).toEqual({ kind: 'holiday', label: 'national 12-25' });
    expect(twice.nonWorkingReason('2026-07-01')).toEqual({ kind: 'closure', label: 'Pemilihan kepala desa' });
  });

  it('begins counting on the next working day, also after receipt on a weekend', () => {
    expect(calendar.addWorkingDays('2026-03-14', 1)).toBe('2026-03-16');
    expect(calendar.addWorkingDays('2026-03-13', 1)).toBe('2026-03-16');
    expect(calendar.addWorkingDays('2026-03-13', 0)).toBe('2026-03-13');
    expect(calendar.addWorkingDays('2026-03-14', 0)).toBe('2026-03-16');
  });

  it('says so when a day or deadline lies outside', () => {
    expect(() => calendar.isWorkingDay('2025-12-31')).toThrowError(OutsideCalendarError);
    expect(() => calendar.addWorkingDays('2026-12-31', 1)).toThrowError(OutsideCalendarError);
    expect(() => calendar.instantOfWorkingSecond(240 * 8 * 3600 + 1)).toThrowError(OutsideCalendarError);
    expect(calendar.instantOfWorkingSecond(240 * 8 * 3600)).toEqual(clock('2026-12-31', '16.00'));
    expect(calendar.covers('2027-01-01')).toBeFalse();
  });
});

describe('working seconds', () => {
  it('runs over the evening and the weekend', () => {
    expect(calendar.addWorkingSeconds(clock('2026-03-13', '15.30'), 2 * 3600)).toEqual(
      clock('2026-03-16', '09.30'),
    );
    expect(calendar.addWorkingSeconds(clock('2026-03-12', '15.55'), 600)).toEqual(
      clock('2026-03-13', '08.05'),
    );
    expect(calendar.addWorkingSeconds(clock('2026-03-13', '15.30'), 1800)).toEqual(
      clock('2026-03-13', '16.00'),
    );
    expect(calendar.addWorkingSeconds(clock('2026-03-14', '10.00'), 60)).toEqual(
      clock('2026-03-16', '08.01'),
    );
    expect(calendar.addWorkingSeconds(clock('2026-03-14', '10.00'), 0)).toEqual(clock('2026-03-14', '10.00'));
  });

  it('counts only opening hours between two instants', () => {
    // Friday 15.30–16.00, no weekend, Monday 08.00–09.30 = 2 h.
    expect(calendar.workingSecondsBetween(clock('2026-03-13', '15.30'), clock('2026-03-16', '09.30'))).toBe(
      7200,
    );
    // 17 March 08.00 to 27 March 16.00: 17, 25, 26 and 27 March are open = 4 × 8 h.
    expect(calendar.workingSecondsBetween(clock('2026-03-17', '08.00'), clock('2026-03-27', '16.00'))).toBe(
      4 * 8 * 3600,
    );
    expect(calendar.workingSecondsBetween(clock('2026-03-14', '00.00'), clock('2026-03-15', '24.00'))).toBe(
      0,
    );
  });

  it('lets Ramadan hours lie over the usual ones: 37 h 30 m and 32 h 30 m a week (Perpres 21/2023)', () => {
    const ramadan = new WorkingCalendar({
      from: '2026-02-01',
      to: '2026-04-30',
      closedDays: [],
      openingHours: [
        ...([1, 2, 3, 4] as const).map((day) => hours(day, '2026-01-01', null, '07.30–12.00', '13.00–16.00')),
        hours(5, '2026-01-01', null, '07.30–11.30', '13.00–16.30'),
        ...([1, 2, 3, 4] as const).map((day) =>
          hours(day, '2026-02-18', '2026-03-20', '08.00–12.00', '12.30–15.00'),
        ),
        hours(5, '2026-02-18', '2026-03-20', '08.00–11.30', '12.30–15.30'),
      ],
    });
    const week = (monday: string): number =>
      ramadan.workingSecondsBetween({ day: monday, second: 0 }, { day: addDays(monday, 7), second: 0 }) /
      3600;
    expect([week('2026-02-09'), week('2026-02-23'), week('2026-03-23')]).toEqual([37.5, 32.5, 37.5]);
    expect(ramadan.addWorkingSeconds(clock('2026-02-23', '11.50'), 20 * 60)).toEqual(
      clock('2026-02-23', '12.40'),
    );
  });

  it('closes a weekday by hours without intervals', () => {
    const saturdays = new WorkingCalendar({
      from: '2026-01-01',
      to: '2026-01-31',
      closedDays: [],
      openingHours: [hours(6, '2026-01-01', null, '08.00–12.00'), hours(6, '2026-01-10', '2026-01-17')],
    });
    expect(
      ['2026-01-03', '2026-01-10', '2026-01-17', '2026-01-24'].map((day) => saturdays.isWorkingDay(day)),
    ).toEqual([true, false, false, true]);
  });

  it('keeps a hospital open day and night', () => {
    const hospital = new WorkingCalendar({
      from: '2026-01-01',
      to: '2026-01-31',
      closedDays: [],
      openingHours: ([1, 2, 3, 4, 5, 6, 7] as const).map((day) =>
        hours(day, '2026-01-01', null, '00.00–24.00'),
      ),
    });
    expect(hospital.addWorkingSeconds(clock('2026-01-03', '23.00'), 7200)).toEqual(
      clock('2026-01-04', '01.00'),
    );
    expect(hospital.addWorkingSeconds(clock('2026-01-03', '23.00'), 3600)).toEqual(
      clock('2026-01-03', '24.00'),
    );
    expect(hospital.workingDayNumber('2026-01-31')).toBe(31);
  });
});

describe('a calendar that is not well formed', () => {
  const broken: [string, Partial<CalendarDefinition>][] = [
    ['ends before it begins', { to: '2025-01-01' }],
    [
      'has overlapping intervals',
      { openingHours: [hours(1, '2026-01-01', null, '08.00–12.00', '11.00–13.00')] },
    ],
    ['has an interval beyond midnight', { openingHours: [hours(1, '2026-01-01', null, '22.00–25.00')] }],
    ['has an empty interval', { openingHours: [hours(1, '2026-01-01', null, '08.00–08.00')] }],
    [
      'has five intervals',
      {
        openingHours: [
          hours(
            1,
            '2026-01-01',
            null,
            '08.00–09.00',
            '09.00–10.00',
            '10.00–11.00',
            '11.00–12.00',
            '12.00–13.00',
          ),
        ],
      },
    ],
    [
      'has two hours that begin together',
      {
        openingHours: [
          hours(1, '2026-01-01', null, '08.00–12.00'),
          hours(1, '2026-01-01', null, '09.00–12.00'),
        ],
      },
    ],
    [
      'has a validity that ends before it begins',
      { openingHours: [hours(1, '2026-02-01', '2026-01-01', '08.00–12.00')] },
    ],
    ['has a closure that is no date', { closedDays: [{ day: '2026-02-30', kind: 'local', name: '' }] }],
  ];
  for (const [what, part] of broken) {
    it(`is refused when it ${what}`, () => {
      expect(() => new WorkingCalendar({ ...CALENDAR_2026, ...part })).toThrowError(RangeError);
    });
  }
});

describe('laws of working time', () => {
  const instant = fc.record({
    day: fc.integer({ min: 0, max: 364 }).map((days) => addDays('2026-01-01', days)),
    second: fc.integer({ min: 0, max: SECONDS_PER_DAY }),
  });
  const total = 240 * 8 * 3600;
  const isBefore = (a: LocalTime, b: LocalTime): boolean =>
    a.day < b.day || (a.day === b.day && a.second <= b.second);

  it('is additive', () => {
    fc.assert(
      fc.property(instant, instant, instant, (a, b, c) => {
        expect(calendar.workingSecondsBetween(a, b) + calendar.workingSecondsBetween(b, c)).toBe(
          calendar.workingSecondsBetween(a, c),
        );
      }),
    );
  });

  it('never runs backwards, and never faster than the clock', () => {
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [first, last] = isBefore(a, b) ? [a, b] : [b, a];
        const seconds = calendar.workingSecondsBetween(first, last);
        expect(seconds).toBeGreaterThanOrEqual(0);
        if (first.day === last.day) expect(seconds).toBeLessThanOrEqual(last.second - first.second);
      }),
    );
  });

  it('has an inverse, which is the earliest such instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: total }), (count) => {
        const found = calendar.instantOfWorkingSecond(count);
        expect(calendar.workingSecondsAt(found)).toBe(count);
        expect(calendar.workingSecondsAt({ ...found, second: found.second - 1 })).toBe(count - 1);
      }),
    );
  });

  it('comes back from adding', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 20 * 8 * 3600 }), (start, seconds) => {
        fc.pre(calendar.workingSecondsAt(start) + seconds <= total);
        const end = calendar.addWorkingSeconds(start, seconds);
        expect(calendar.workingSecondsBetween(start, end)).toBe(seconds);
        expect(isBefore(start, end)).toBeTrue();
      }),
    );
  });

  it('moves days like numbers', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), ({ day }, count) => {
        fc.pre(calendar.workingDayNumber(day) + count <= 240);
        const end = calendar.addWorkingDays(day, count);
        expect(calendar.isWorkingDay(end)).toBeTrue();
        expect(calendar.workingDayNumber(end) - calendar.workingDayNumber(day)).toBe(count);
      }),
    );
  });
});
