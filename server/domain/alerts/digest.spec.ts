import { digestText, isCalm, type DigestParts } from './digest.ts';
import { isDigestDue } from './digest-rhythm.ts';

const CALM_DAY: DigestParts = {
  opened: [],
  reminded: [],
  recovered: [],
  praise: [],
  looked: { units: 26, until: '2026-11-20' },
  open: 0,
};

describe('alert digest', () => {
  it('says on a calm day that nothing changed, and what was looked at', () => {
    expect(digestText(CALM_DAY, 'id')).toBe(
      'Tidak ada perubahan berarti.\n\n26 unit dipantau, data sampai 20 Nov 2026.',
    );
    expect(digestText({ ...CALM_DAY, looked: { units: 1, until: null } }, 'en')).toBe(
      'Nothing changed notably.\n\n1 unit watched, no records yet.',
    );
  });

  it('stays calm when there is only praise, and says how many are open from before', () => {
    const parts = {
      ...CALM_DAY,
      open: 3,
      praise: [{ unitName: 'Kecamatan Sebulu', sentence: 'tepat waktu naik.' }],
    };
    expect(isCalm(parts)).toBeTrue();
    expect(digestText(parts, 'id')).toBe(
      'Tidak ada perubahan berarti.\n\nPatut diapresiasi\n- Kecamatan Sebulu: tepat waktu naik.\n\n26 unit dipantau, data sampai 20 Nov 2026. 3 peringatan lama masih terbuka.',
    );
  });

  it('tells what opened, what goes on and what recovered, in this order', () => {
    const line = (sentence: string) => [{ unitName: 'Kecamatan Tabang', sentence }];
    const text = digestText(
      { ...CALM_DAY, opened: line('a.'), reminded: line('b.'), recovered: line('c.') },
      'id',
    );
    expect(text).not.toContain('Tidak ada perubahan');
    expect(text.split('\n\n').map((part) => part.split('\n')[0])).toEqual([
      'Peringatan baru',
      'Masih berlangsung',
      'Sudah pulih',
      '26 unit dipantau, data sampai 20 Nov 2026.',
    ]);
  });

  it('goes out once a working day or once a week, by day', () => {
    // Monday 16 November 2026 is a holiday here: the week begins on Tuesday.
    const workingDays = ['2026-11-17', '2026-11-18'];
    const at = (today: string, sentOn: string | null, hour = 7) => ({ today, hour, workingDays, sentOn });
    expect(isDigestDue('daily', at('2026-11-16', '2026-11-13'))).toBeFalse();
    expect(isDigestDue('daily', at('2026-11-17', '2026-11-13'))).toBeTrue();
    expect(isDigestDue('daily', at('2026-11-17', '2026-11-17'))).toBeFalse();
    expect(isDigestDue('weekly', at('2026-11-17', '2026-11-10'))).toBeTrue();
    expect(isDigestDue('weekly', at('2026-11-18', '2026-11-17'))).toBeFalse();
    expect(isDigestDue('daily', at('2026-11-17', null, 5))).toBeFalse();
    expect(isDigestDue('daily', at('2026-11-17', null, 6))).toBeTrue();
    expect(isDigestDue('daily', at('2026-11-17', null, 20))).toBeFalse();
    expect(isDigestDue('off', at('2026-11-17', null))).toBeFalse();
  });
});
