import fc from 'fast-check';
import { civilMillis } from './civil-date.ts';
import { readDateText } from './date-text.ts';

function found(text: string): [number, boolean, number | null] {
  const reading = readDateText(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.fault}`);
  return [reading.civil, reading.hasTime, reading.offsetMinutes];
}

function fault(text: string): string {
  const reading = readDateText(text);
  return reading.ok ? 'ok' : reading.fault;
}

describe('readDateText', () => {
  it('reads ISO dates and times', () => {
    expect(found('2026-03-17')).toEqual([civilMillis(2026, 3, 17), false, null]);
    expect(found('2026-03-17 08:05')).toEqual([civilMillis(2026, 3, 17, 8, 5), true, null]);
    expect(found('2026-03-17T08:05:09')).toEqual([civilMillis(2026, 3, 17, 8, 5, 9), true, null]);
    expect(found('2026-03-17T08:05:09.25Z')).toEqual([civilMillis(2026, 3, 17, 8, 5, 9, 250), true, 0]);
    expect(found('2026-03-17T08:05+08:00')).toEqual([civilMillis(2026, 3, 17, 8, 5), true, 480]);
    expect(found('2026-03-17 08:05-0530')).toEqual([civilMillis(2026, 3, 17, 8, 5), true, -330]);
    expect(found('2026/3/7')).toEqual([civilMillis(2026, 3, 7), false, null]);
  });

  it('reads day, month, year in this order only', () => {
    expect(found('05/01/2026')).toEqual([civilMillis(2026, 1, 5), false, null]);
    expect(found('17/03/2026 08:05')).toEqual([civilMillis(2026, 3, 17, 8, 5), true, null]);
    expect(found('17-03-2026 08.05.30')).toEqual([civilMillis(2026, 3, 17, 8, 5, 30), true, null]);
    expect(found('7.3.2026')).toEqual([civilMillis(2026, 3, 7), false, null]);
  });

  it('reads month names in both languages, with the zone names of this country', () => {
    expect(found('20 Agustus 2021 07:15')).toEqual([civilMillis(2021, 8, 20, 7, 15), true, null]);
    expect(found('Senin, 5 Jan 2026')).toEqual([civilMillis(2026, 1, 5), false, null]);
    expect(found('1 Nopember 2025 pukul 07.15 WITA')).toEqual([civilMillis(2025, 11, 1, 7, 15), true, 480]);
    expect(found('03-Mar-2026')).toEqual([civilMillis(2026, 3, 3), false, null]);
    expect(found('14 December 2025')).toEqual([civilMillis(2025, 12, 14), false, null]);
  });

  it('refuses days and times that do not exist', () => {
    expect(fault('31/02/2026')).toBe('no-such-date');
    expect(fault('2026-02-29')).toBe('no-such-date');
    expect(found('2024-02-29')[0]).toBe(civilMillis(2024, 2, 29));
    expect(fault('31 Juni 2026')).toBe('no-such-date');
    expect(fault('2026-03-17 24:00')).toBe('no-such-time');
    expect(fault('0026-03-17')).toBe('no-such-date');
  });

  it('never guesses', () => {
    expect(fault('12/31/2026')).toBe('month-first');
    expect(fault('01/05/2015 12:40:41 PM')).toBe('meridiem');
    expect(fault('17/03/26')).toBe('short-year');
    expect(fault('46098')).toBe('unreadable');
    expect(fault('kemarin')).toBe('unreadable');
    expect(fault('2026-03-17 WIB')).toBe('unreadable');
    expect(fault('Maret 2026')).toBe('unreadable');
  });

  it('reads back every date of a century in each form', () => {
    const months =
      'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_524 * 1440 - 1 }), (minute) => {
        const at = new Date(Date.UTC(1990, 0, 1) + minute * 60_000);
        const iso = at.toISOString();
        const [year, month, day, time] = [
          iso.slice(0, 4),
          iso.slice(5, 7),
          iso.slice(8, 10),
          iso.slice(11, 16),
        ];
        const expected: [number, boolean, null] = [at.getTime(), true, null];
        expect(found(`${year}-${month}-${day}T${time}`)).toEqual(expected);
        expect(found(`${day}/${month}/${year} ${time}`)).toEqual(expected);
        expect(found(`${Number(day)} ${months[Number(month) - 1]} ${year} ${time}`)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('answers every text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof readDateText(text).ok).toBe('boolean');
      }),
    );
  });
});
