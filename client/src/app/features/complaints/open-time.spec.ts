import { minutesLeft, openTime } from './open-time.ts';

const NOW = Date.parse('2026-11-20T16:00:00+08:00');

describe('openTime', () => {
  const open = {
    receivedAt: '2026-11-10T09:00:00+08:00',
    resolvedAt: null,
    closedAt: null,
    status: 'ditindaklanjuti',
  };

  it('counts whole days from receipt until now while a complaint is open', () => {
    expect(openTime(open, NOW)).toEqual({ open: true, days: 10 });
    expect(openTime({ ...open, receivedAt: '2026-11-10T17:00:00+08:00' }, NOW)).toEqual({
      open: true,
      days: 9,
    });
  });

  it('stops at the resolution, else at the closing', () => {
    const resolved = { ...open, resolvedAt: '2026-11-13T10:00:00+08:00', status: 'selesai' };
    expect(openTime(resolved, NOW)).toEqual({ open: false, days: 3 });
    const closed = { ...open, closedAt: '2026-11-12T08:00:00+08:00', status: 'ditutup' };
    expect(openTime(closed, NOW)).toEqual({ open: false, days: 1 });
  });

  it('counts on when a complaint was opened again', () => {
    const again = { ...open, resolvedAt: '2026-11-13T10:00:00+08:00', status: 'dibuka-kembali' };
    expect(openTime(again, NOW)).toEqual({ open: true, days: 10 });
  });

  it('does not call a complaint open that was refused without a date', () => {
    expect(openTime({ ...open, status: 'bukan-kewenangan' }, NOW)).toEqual({ open: false, days: null });
  });

  it('is never negative for a clock that runs behind', () => {
    expect(openTime({ ...open, receivedAt: '2026-11-20T16:03:00+08:00' }, NOW).days).toBe(0);
  });
});

describe('minutesLeft', () => {
  it('counts a begun minute, and is 0 at the end', () => {
    expect(minutesLeft(NOW + 15 * 60_000, NOW)).toBe(15);
    expect(minutesLeft(NOW + 61_000, NOW)).toBe(2);
    expect(minutesLeft(NOW + 1, NOW)).toBe(1);
    expect(minutesLeft(NOW, NOW)).toBe(0);
    expect(minutesLeft(NOW - 60_000, NOW)).toBe(0);
  });
});
