import { factsWith, verdictOf } from '../staff-facts.testing.ts';
import { ON_TIME_HIGH } from './on-time-high.ts';

describe('rule on-time-high', () => {
  it('raises for 96 % and 97 % of enough cases', () => {
    const periods = [
      { due: 100, dueMet: 96 },
      { due: 100, dueMet: 97 },
    ];
    const { verdict, evidence } = ON_TIME_HIGH.evaluate(factsWith({ periods }), {
      dueMetShare: 0.95,
      minimumN: 30,
    });
    expect(verdict).toBe('raised');
    expect(evidence.observations.map(({ observed, threshold, n }) => [observed, threshold, n])).toEqual([
      [0.96, 0.95, 100],
      [0.97, 0.95, 100],
    ]);
  });

  it('is clear when one of the two quarters lies below', () => {
    const periods = [
      { due: 100, dueMet: 94 },
      { due: 100, dueMet: 99 },
    ];
    expect(verdictOf(ON_TIME_HIGH, factsWith({ periods }))).toBe('clear');
  });

  it('has insufficient data with 29 cases in a quarter', () => {
    const periods = [
      { due: 29, dueMet: 29 },
      { due: 100, dueMet: 100 },
    ];
    expect(verdictOf(ON_TIME_HIGH, factsWith({ periods }))).toBe('insufficient-data');
  });

  // A lawyer of the colleague who was passed over.
  it('“yang satu triwulan saja”: one brilliant quarter with nothing before it is no reward', () => {
    const periods = [{ due: 400, dueMet: 400 }];
    expect(verdictOf(ON_TIME_HIGH, factsWith({ periods }))).toBe('insufficient-data');
  });
});
