import { minutesLeft } from './minutes-left.ts';

const NOW = Date.parse('2026-11-20T16:00:00+08:00');

describe('minutesLeft', () => {
  it('counts a begun minute, and is 0 at the end', () => {
    expect(minutesLeft(NOW + 15 * 60_000, NOW)).toBe(15);
    expect(minutesLeft(NOW + 61_000, NOW)).toBe(2);
    expect(minutesLeft(NOW + 1, NOW)).toBe(1);
    expect(minutesLeft(NOW, NOW)).toBe(0);
    expect(minutesLeft(NOW - 60_000, NOW)).toBe(0);
  });
});
