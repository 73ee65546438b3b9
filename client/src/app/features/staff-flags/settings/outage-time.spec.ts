import { instantOf } from './outage-time.ts';

describe('the time of an outage, as it is typed', () => {
  it('is an instant on the clocks of the kabupaten', () => {
    // WITA is UTC+8.
    expect(instantOf('2026-11-20', '08.30', 'Asia/Makassar')).toBe('2026-11-20T00:30:00.000Z');
    expect(instantOf('2026-11-20', '8:30', 'Asia/Jakarta')).toBe('2026-11-20T01:30:00.000Z');
    expect(instantOf('2026-11-20', '24.00', 'Asia/Makassar')).toBe('2026-11-20T16:00:00.000Z');
  });

  it('is nothing for what is no day or no time', () => {
    const wrong: readonly (readonly [string, string])[] = [
      ['20/11/2026', '08.30'],
      ['2026-11-20', 'pagi'],
      ['2026-11-20', '25.00'],
      ['2026-11-20', '08.60'],
      ['2026-11-20', '24.01'],
    ];
    for (const [day, time] of wrong)
      expect(instantOf(day, time, 'Asia/Makassar'))
        .withContext(`${day} ${time}`)
        .toBeNull();
  });
});
