import fc from 'fast-check';
import {
  addDays,
  addMonthsToStart,
  civilDateOf,
  dayNumberOf,
  daysBetween,
  isIsoDate,
  isoDateOf,
  monthEnd,
  monthStart,
  quarterEnd,
  quarterStart,
  weekEnd,
  weekStart,
  weekdayOf,
  yearEnd,
  yearStart,
} from './civil-date.ts';

// Julian Day Numbers are tabulated outside (US Naval Observatory): 1970-01-01 is
// JDN 2440588, 2000-01-01 is 2451545, 1582-10-15 is 2299161, 1858-11-17 is 2400001.
const JDN_OF_DAY_0 = 2_440_588;

describe('civil date', () => {
  it('numbers days from 1970-01-01', () => {
    expect(dayNumberOf('1970-01-01')).toBe(0);
    expect(dayNumberOf('1969-12-31')).toBe(-1);
    expect(dayNumberOf('2000-01-01')).toBe(2_451_545 - JDN_OF_DAY_0);
    expect(dayNumberOf('1858-11-17')).toBe(2_400_001 - JDN_OF_DAY_0);
    expect(dayNumberOf('1582-10-15')).toBe(2_299_161 - JDN_OF_DAY_0);
  });

  it('knows leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('1900-02-28', 1)).toBe('1900-03-01');
    expect(addDays('2000-02-28', 1)).toBe('2000-02-29');
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
  });

  it('refuses what is not a date', () => {
    for (const text of [
      '2026-02-31',
      '2025-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '0000-01-01',
      '17/03/2026',
      '',
    ]) {
      expect(isIsoDate(text)).withContext(text).toBeFalse();
      expect(() => dayNumberOf(text))
        .withContext(text)
        .toThrowError(RangeError);
    }
    expect(() => isoDateOf(0.5)).toThrowError(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrowError(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrowError(RangeError);
  });

  it('tells the weekday, Monday = 1', () => {
    expect(weekdayOf('2026-03-17')).toBe(2); // Selasa, domain example
    expect(weekdayOf('2026-11-20')).toBe(5); // Jumat
    expect(weekdayOf('1945-08-17')).toBe(5); // Jumat Legi, Proklamasi
    expect(weekdayOf('1582-10-15')).toBe(5);
    expect(weekdayOf('2026-11-22')).toBe(7);
  });

  it('finds starts and ends', () => {
    expect([weekStart('2026-11-22'), weekEnd('2026-11-16')]).toEqual(['2026-11-16', '2026-11-22']);
    expect([monthStart('2024-02-10'), monthEnd('2024-02-10')]).toEqual(['2024-02-01', '2024-02-29']);
    expect([quarterStart('2026-12-31'), quarterEnd('2026-10-01')]).toEqual(['2026-10-01', '2026-12-31']);
    expect([quarterStart('2026-03-31'), quarterEnd('2026-01-01')]).toEqual(['2026-01-01', '2026-03-31']);
    expect([yearStart('2026-07-04'), yearEnd('2026-07-04')]).toEqual(['2026-01-01', '2026-12-31']);
    expect([addMonthsToStart('2026-01-31', -1), addMonthsToStart('2026-01-31', 13)]).toEqual([
      '2025-12-01',
      '2027-02-01',
    ]);
  });

  it('goes there and back for every day of five centuries, each one day after the last', () => {
    let previous = '1599-12-31';
    for (let day = dayNumberOf('1600-01-01'); day <= dayNumberOf('2100-12-31'); day++) {
      const date = isoDateOf(day);
      if (dayNumberOf(date) !== day || date <= previous) fail(`${previous} then ${date}`);
      previous = date;
    }
    expect(previous).toBe('2100-12-31');
  });

  it('agrees with the date arithmetic of the platform', () => {
    // From year 100 on: Date.UTC reads smaller years as 19xx.
    fc.assert(
      fc.property(fc.integer({ min: -683_000, max: 2_932_000 }), (number) => {
        const { year, month, day } = civilDateOf(number);
        expect(Date.UTC(year, month - 1, day)).toBe(number * 86_400_000);
        expect(weekdayOf(isoDateOf(number + 7))).toBe(weekdayOf(isoDateOf(number)));
      }),
    );
  });
});
