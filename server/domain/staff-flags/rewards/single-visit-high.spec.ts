import { factsWith, verdictOf } from '../staff-facts.testing.ts';
import { SINGLE_VISIT_HIGH } from './single-visit-high.ts';

describe('rule single-visit-high', () => {
  it('raises for 90 % in two quarters', () => {
    const periods = [
      { visitsKnown: 50, singleVisit: 45 },
      { visitsKnown: 40, singleVisit: 36 },
    ];
    expect(verdictOf(SINGLE_VISIT_HIGH, factsWith({ periods }))).toBe('raised');
  });

  it('is clear below that', () => {
    const periods = [
      { visitsKnown: 50, singleVisit: 44 },
      { visitsKnown: 40, singleVisit: 40 },
    ];
    expect(verdictOf(SINGLE_VISIT_HIGH, factsWith({ periods }))).toBe('clear');
  });

  it('has insufficient data with too few known visits', () => {
    const periods = [
      { visitsKnown: 29, singleVisit: 29 },
      { visitsKnown: 29, singleVisit: 29 },
    ];
    expect(verdictOf(SINGLE_VISIT_HIGH, factsWith({ periods }))).toBe('insufficient-data');
  });

  it('“yang mencatat kunjungan hanya bila satu”: many cases without a number of visits do not count as single', () => {
    const periods = [
      { completed: 300, visitsKnown: 20, singleVisit: 20 },
      { completed: 300, visitsKnown: 20, singleVisit: 20 },
    ];
    expect(verdictOf(SINGLE_VISIT_HIGH, factsWith({ periods }))).toBe('insufficient-data');
  });
});
