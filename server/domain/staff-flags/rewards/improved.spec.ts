import { factsWith, verdictOf } from '../staff-facts.testing.ts';
import { IMPROVED } from './improved.ts';

/** Quarters of 100 cases with so many in time. */
const met = (...counts: readonly number[]) => counts.map((dueMet) => ({ due: 100, dueMet }));

describe('rule improved', () => {
  it('raises for a rise from 70 % to 88 % and 90 %', () => {
    expect(verdictOf(IMPROVED, factsWith({ periods: met(70, 70, 88, 90) }))).toBe('raised');
  });

  it('is clear when only one of the two quarters rose', () => {
    expect(verdictOf(IMPROVED, factsWith({ periods: met(70, 70, 72, 99) }))).toBe('clear');
  });

  it('has insufficient data without a year of cases', () => {
    expect(verdictOf(IMPROVED, factsWith({ periods: met(70, 88, 90) }))).toBe('insufficient-data');
  });

  it('“yang naik karena kebetulan”: 24 → 29 of 31 in both quarters may be chance, and is no reward', () => {
    const periods = [24, 24, 29, 29].map((dueMet) => ({ due: 31, dueMet }));
    // 48 of 62 has an upper Wilson limit (z = 3.0902) of 0.895, 58 of 62 a lower one of 0.771: they overlap.
    expect(verdictOf(IMPROVED, factsWith({ periods }))).toBe('clear');
  });
});
