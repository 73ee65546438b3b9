import { findField } from '#domain/measures';
import { TOPICS } from '#domain/innovations/entry-facets';
import { fitVerdict, monthsBetween, problemFields } from './fit-fields.ts';

describe('the numbers of a problem', () => {
  it('are known to the kamus indikator', () => {
    const all = TOPICS.flatMap((topic) => problemFields([topic]));
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter(({ measure, field }) => findField(measure, field) === null)).toEqual([]);
  });

  it('come once each, three at most, in the order of the problems', () => {
    expect(problemFields(['bolak-balik', 'jarak', 'data-berkas', 'waktu-proses', 'aduan'])).toEqual([
      { measure: 'turnaround', field: 'sameVisitShare' },
      { measure: 'turnaround', field: 'preparedShare' },
      { measure: 'turnaround', field: 'dueMetShare' },
    ]);
    expect(problemFields(['jam-layanan', 'kelompok-rentan'])).toEqual([]);
  });
});

describe('the own figure beside the source', () => {
  const figure = (before: number | null, after: number | null) => ({
    before: { from: '2026-01-01', to: '2026-03-31', value: before, n: 10 },
    after: { from: '2026-04-01', to: '2026-06-30', value: after, n: 10 },
  });

  it('leaves room where it is no better than the source was at its start', () => {
    expect(fitVerdict({ polarity: 'higher' }, figure(0.71, 0.94), 0.58)).toBe('room');
    expect(fitVerdict({ polarity: 'higher' }, figure(0.71, 0.94), 0.71)).toBe('room');
    expect(fitVerdict({ polarity: 'lower' }, figure(300, 120), 480)).toBe('room');
  });

  it('leaves less between start and result, and none beyond it', () => {
    expect(fitVerdict({ polarity: 'higher' }, figure(0.71, 0.94), 0.8)).toBe('less');
    expect(fitVerdict({ polarity: 'higher' }, figure(0.71, 0.94), 0.95)).toBe('there');
    expect(fitVerdict({ polarity: 'lower' }, figure(300, 120), 100)).toBe('there');
    expect(fitVerdict({ polarity: 'higher' }, figure(0.71, null), 0.99)).toBe('less');
  });

  it('says nothing where nothing can be held against it', () => {
    expect(fitVerdict({ polarity: 'higher' }, figure(null, 0.9), 0.5)).toBeNull();
    expect(fitVerdict({ polarity: 'higher' }, figure(0.7, 0.9), null)).toBeNull();
    expect(fitVerdict({ polarity: 'neutral' }, figure(0.7, 0.9), 0.5)).toBeNull();
  });
});

describe('the months between two days', () => {
  it('are counted with both ends', () => {
    expect(monthsBetween('2026-01-01', '2026-03-31')).toBe(3);
    expect(monthsBetween('2025-11-01', '2026-02-28')).toBe(4);
    expect(monthsBetween('2026-03-01', '2026-03-01')).toBe(1);
  });
});
