import { factsWith, verdictOf } from '../staff-facts.testing.ts';
import { REPEAT_VISITS } from './repeat-visits.ts';

const often = [
  { visitsKnown: 100, singleVisit: 45, received: 100 },
  { visitsKnown: 100, singleVisit: 50, received: 100 },
];

describe('rule repeat-visits', () => {
  it('raises for 55 % and 50 % beside colleagues at 20 %', () => {
    expect(verdictOf(REPEAT_VISITS, factsWith({ periods: often }))).toBe('raised');
  });

  it('is clear at 40 %', () => {
    const periods = often.map((period) => ({ ...period, singleVisit: 60 }));
    expect(verdictOf(REPEAT_VISITS, factsWith({ periods }))).toBe('clear');
  });

  it('has insufficient data with 29 known visits', () => {
    const periods = often.map(() => ({ visitsKnown: 29, singleVisit: 0, received: 29 }));
    expect(verdictOf(REPEAT_VISITS, factsWith({ periods }))).toBe('insufficient-data');
  });

  it('“syarat yang berubah bagi semua”: where all have people come again, nobody is singled out', () => {
    const facts = factsWith({ periods: often, colleagues: { singleVisitShare: 0.5 } });
    expect(verdictOf(REPEAT_VISITS, facts)).toBe('clear');
  });
});
