import fc from 'fast-check';
import { civilMillis } from './civil-date.ts';
import { isTimeZone, zoneClock } from './zone-clock.ts';

const HOUR = 3_600_000;

describe('zoneClock', () => {
  it('reads Makassar as UTC+8 all year', () => {
    const wita = zoneClock('Asia/Makassar');
    expect(wita.toInstant(civilMillis(2026, 3, 17, 8, 0))).toBe(Date.UTC(2026, 2, 17, 0, 0));
    expect(wita.offsetAt(Date.UTC(2026, 6, 1))).toBe(8 * HOUR);
  });

  it('follows daylight saving in New York: 8 March to 1 November 2026', () => {
    const newYork = zoneClock('America/New_York');
    expect(newYork.toInstant(civilMillis(2026, 3, 8, 1, 59))).toBe(Date.UTC(2026, 2, 8, 6, 59));
    expect(newYork.toInstant(civilMillis(2026, 3, 8, 3, 0))).toBe(Date.UTC(2026, 2, 8, 7, 0));
    expect(newYork.toInstant(civilMillis(2026, 7, 1, 12, 0))).toBe(Date.UTC(2026, 6, 1, 16, 0));
    expect(newYork.toInstant(civilMillis(2026, 12, 1, 12, 0))).toBe(Date.UTC(2026, 11, 1, 17, 0));
  });

  it('takes the first of a time that comes twice, and moves on a time that never comes', () => {
    const newYork = zoneClock('America/New_York');
    // 01:30 on 1 November comes as EDT (05:30Z) and again as EST (06:30Z).
    expect(newYork.toInstant(civilMillis(2026, 11, 1, 1, 30))).toBe(Date.UTC(2026, 10, 1, 5, 30));
    // 02:30 on 8 March does not exist; one hour later is 03:30 EDT = 07:30Z.
    expect(newYork.toInstant(civilMillis(2026, 3, 8, 2, 30))).toBe(Date.UTC(2026, 2, 8, 7, 30));
  });

  it('knows both sides of a day with a change after the day was first seen', () => {
    const newYork = zoneClock('America/New_York');
    expect(newYork.offsetAt(Date.UTC(2026, 2, 8, 6, 59))).toBe(-5 * HOUR);
    expect(newYork.offsetAt(Date.UTC(2026, 2, 8, 7, 0))).toBe(-4 * HOUR);
    expect(newYork.toCivil(Date.UTC(2026, 2, 8, 7, 0))).toBe(civilMillis(2026, 3, 8, 3, 0));
  });

  it('returns from every instant to itself except within the repeated hour', () => {
    for (const zone of ['Asia/Makassar', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe']) {
      const clock = zoneClock(zone);
      const outcome = fc.check(
        fc.property(fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) }), (instant) => {
          const back = clock.toInstant(clock.toCivil(instant));
          return back === instant || instant - back === HOUR || instant - back === HOUR / 2;
        }),
        { numRuns: 500 },
      );
      expect(outcome.counterexample).withContext(zone).toBeNull();
    }
  });

  it('refuses what is not an IANA zone', () => {
    expect(isTimeZone('Asia/Jakarta')).toBeTrue();
    expect(isTimeZone('WITA')).toBeFalse();
    expect(isTimeZone('+08:00')).toBeFalse();
    expect(() => zoneClock('Asia/Tenggarong')).toThrowError(RangeError);
  });
});
