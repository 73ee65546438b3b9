import type { EntryFigure } from '#contract/innovations/catalogue';
import { fieldOf, figureLimits, figureTrend } from './figure-words.ts';

const FIGURE: EntryFigure = {
  measure: 'turnaround',
  field: 'sameVisitShare',
  label: 'Selesai sekali datang',
  unit: 'share',
  decimals: 1,
  startedOn: '2026-04-01',
  before: { from: '2026-01-01', to: '2026-03-31', value: 0.71, n: 300 },
  after: { from: '2026-04-01', to: '2026-06-30', value: 0.9, n: 310 },
  verdict: 'membaik',
  changedSince: '2026-05-01',
  points: [
    { from: '2026-01-01', value: 0.7, n: 100 },
    { from: '2026-02-01', value: 0.72, n: 100 },
    { from: '2026-03-01', value: 0.71, n: 100 },
    { from: '2026-04-01', value: null, n: 0 },
    { from: '2026-05-01', value: 0.9, n: 105 },
  ],
};

describe('the line of a figure', () => {
  it('is coloured since its change and broken where nothing was recorded', () => {
    const trend = figureTrend(FIGURE);
    expect(trend.map(({ state }) => state)).toEqual(['defined', 'defined', 'defined', 'missing', 'defined']);
    expect(trend.map(({ signal }) => signal !== null)).toEqual([false, false, false, false, true]);
  });

  it('lies on the band of what was usual before the start', () => {
    // Mean 0.71; moving ranges 0.02 and 0.01, mean 0.015; limits 0.71 ± 2.66 × 0.015 = 0.6701 and 0.7499.
    const limits = figureLimits(FIGURE);
    expect(limits?.centre).toBeCloseTo(0.71, 10);
    expect(limits?.lower).toBeCloseTo(0.6701, 10);
    expect(limits?.upper).toBeCloseTo(0.7499, 10);
    expect(figureLimits({ ...FIGURE, startedOn: '2026-01-01' })).toBeUndefined();
  });

  it('knows its field by the kamus only', () => {
    expect(fieldOf(FIGURE)?.unit).toBe('share');
    expect(fieldOf({ measure: 'weather', field: 'rain' })).toBeNull();
  });
});
