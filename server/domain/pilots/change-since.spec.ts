import { MEASURES, findField, type MeasureField } from '../measures.ts';
import { changeSentence, changeVerdict, type ToldChange } from './change-since.ts';

describe('a change since a pilot began', () => {
  const setting = { startsOn: '2026-01-15', isComparable: true };
  const judged = (
    variation: 'improving' | 'worsening' | 'stable' | 'unknown',
    since: string | null,
    persistence = 3,
  ) => changeVerdict({ variation, since, persistence }, setting);

  it('is the pilot’s only when it began with it or later, and lasts', () => {
    expect(judged('improving', '2026-02-01')).toEqual({ verdict: 'better', changedFrom: '2026-02-01' });
    expect(judged('worsening', '2026-02-01').verdict).toBe('worse');
    // The month in which the pilot began counts as its own.
    expect(judged('improving', '2026-01-01').verdict).toBe('better');
    expect(judged('improving', '2025-12-01')).toEqual({ verdict: 'no-change', changedFrom: null });
    expect(judged('improving', '2026-02-01', 1).verdict).toBe('no-change');
    expect(judged('stable', null, 0).verdict).toBe('no-change');
    expect(judged('unknown', null, 0).verdict).toBe('insufficient-data');
    expect(
      changeVerdict(
        { variation: 'improving', since: '2026-02-01', persistence: 5 },
        { ...setting, isComparable: false },
      ).verdict,
    ).toBe('insufficient-data');
  });

  it('is told with both values and its month', () => {
    const told: ToldChange = {
      measure: 'turnaround',
      field: findField('turnaround', 'dueMetShare') ?? (MEASURES.turnaround.fields[0] as MeasureField),
      language: 'id',
      today: '2026-11-20',
      before: 0.8,
      after: 0.95,
      withheld: false,
      months: 6,
    };
    const say = (change: Partial<ToldChange>, verdict: 'better' | 'no-change' = 'better') =>
      changeSentence(
        { verdict, changedFrom: verdict === 'better' ? '2026-02-01' : null },
        { ...told, ...change },
      ).replaceAll('\u00a0', ' ');
    expect(say({})).toBe(
      '80 % dalam enam bulan sebelumnya, 95 % dalam enam bulan terakhir; membaik di luar kebiasaannya sejak Februari.',
    );
    expect(say({ language: 'en' })).toBe(
      '80% in the six months before, 95% in the last six months; better than its usual ups and downs since February.',
    );
    expect(say({}, 'no-change')).toContain('masih dalam naik turun yang biasa');
    expect(say({ months: 0 })).toContain('belum ada tiga bulan penuh');
    expect(say({ after: null })).toContain('Tidak dapat dibandingkan');
    expect(say({ before: null, after: null, withheld: true })).toContain('disamarkan untuk peran Anda');
  });
});
