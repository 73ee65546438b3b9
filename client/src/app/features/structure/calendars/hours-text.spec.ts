import { hoursOf, readClock, readHours, typedHours, weeksOf } from './hours-text.ts';

const at = (hour: number, minute = 0): number => hour * 3600 + minute * 60;

describe('opening hours as text', () => {
  it('are read as people type them', () => {
    const day = [
      { from: at(8), to: at(12) },
      { from: at(13), to: at(15, 30) },
    ];
    expect(readHours('08.00–12.00, 13.00–15.30')).toEqual(day);
    expect(readHours('8-12; 13:00 - 15:30')).toEqual(day);
    expect(readHours('')).toEqual([]);
    expect(readHours('24 jam')).toEqual([{ from: 0, to: 86_400 }]);
    expect(typedHours(day)).toBe('08.00–12.00, 13.00–15.30');
  });

  it('are refused when they are none', () => {
    for (const text of ['pagi', '08.00', '08.00–', '08.00–12.75', '08.00–25.00', '8–12–16', '08.00–12.00,'])
      expect(readHours(text)).withContext(text).toBeNull();
    expect(readClock('24.00')).toBe(86_400);
    expect(readClock('24.01')).toBeNull();
  });

  it('keep the days on which Ramadan hours close', () => {
    const usual = {
      validFrom: '1990-01-01',
      validTo: null,
      days: Array(7).fill([{ from: at(8), to: at(16) }]),
    };
    const ramadan = {
      validFrom: '2026-02-19',
      validTo: '2026-03-19',
      days: [...Array(5).fill([{ from: at(8), to: at(14, 30) }]), [], []],
    };
    const hours = hoursOf([usual, ramadan]);
    expect(hours.filter(({ validTo }) => validTo !== null).map(({ intervals }) => intervals.length)).toEqual([
      1, 1, 1, 1, 1, 0, 0,
    ]);
    expect(weeksOf(hours)).toEqual([ramadan, usual]);
  });
});
