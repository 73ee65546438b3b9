import { digestText, isCalm, type DigestParts } from './digest.ts';
import { isDigestDue } from './digest-rhythm.ts';

const CALM_DAY: DigestParts = {
  opening: [],
  opened: [],
  escalated: [],
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
    expect(digestText({ ...CALM_DAY, open: 1 }, 'id')).toContain('1 peringatan lama masih terbuka.');
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
    expect(isCalm({ ...CALM_DAY, recovered: line('c.') })).toBeFalse();
    expect(isCalm({ ...CALM_DAY, reminded: line('b.') })).toBeFalse();
    expect(text.split('\n\n').map((part) => part.split('\n')[0])).toEqual([
      'Peringatan baru',
      'Masih berlangsung',
      'Sudah pulih',
      '26 unit dipantau, data sampai 20 Nov 2026.',
    ]);
  });

  it('keeps what is said of one unit in one line, and what was found at the beginning apart from news', () => {
    const opening = [
      { unitName: 'Tabang', sentence: 'tepat waktu 81,6 %.' },
      { unitName: 'Tabang', sentence: 'nilai IKM 78,95.' },
      { unitName: 'Sebulu', sentence: 'aduan yang selesai 75,0 %.' },
    ];
    expect(isCalm({ ...CALM_DAY, opening })).toBeFalse();
    expect(digestText({ ...CALM_DAY, opening }, 'id')).toBe(
      'Keadaan saat pemantauan dimulai\n- Tabang: tepat waktu 81,6 %. Nilai IKM 78,95.\n- Sebulu: aduan yang selesai 75,0 %.\n\n26 unit dipantau, data sampai 20 Nov 2026.',
    );
    expect(isCalm({ ...CALM_DAY, escalated: opening })).toBeFalse();
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
    // What went out on Monday was the one of this week.
    expect(isDigestDue('weekly', at('2026-11-17', '2026-11-16'))).toBeFalse();
    expect(isDigestDue('weekly', at('2026-11-18', null))).toBeTrue();
    expect(isDigestDue('daily', at('2026-11-17', null, 5))).toBeFalse();
    expect(isDigestDue('daily', at('2026-11-17', null, 6))).toBeTrue();
    expect(isDigestDue('daily', at('2026-11-17', null, 20))).toBeFalse();
    expect(isDigestDue('off', at('2026-11-17', null))).toBeFalse();
  });
});
