import { factsWith, verdictOf } from '../staff-facts.testing.ts';
import { LATE_ENTRY_HIGH } from './late-entry-high.ts';

const late = [
  { received: 100, lateEntries: 40 },
  { received: 100, lateEntries: 35 },
];

describe('rule late-entry-high', () => {
  it('raises for 40 % and 35 % beside colleagues at 5 %', () => {
    expect(verdictOf(LATE_ENTRY_HIGH, factsWith({ periods: late }))).toBe('raised');
  });

  it('is clear at 25 %', () => {
    const periods = late.map((period) => ({ ...period, lateEntries: 25 }));
    expect(verdictOf(LATE_ENTRY_HIGH, factsWith({ periods }))).toBe('clear');
  });

  it('has insufficient data with 29 cases', () => {
    const periods = late.map(() => ({ received: 29, lateEntries: 29 }));
    expect(verdictOf(LATE_ENTRY_HIGH, factsWith({ periods }))).toBe('insufficient-data');
  });

  it('“kantor yang mencatat sore hari”: where all enter late, nobody is singled out', () => {
    const facts = factsWith({ periods: late, colleagues: { lateEntryShare: 0.38 } });
    expect(verdictOf(LATE_ENTRY_HIGH, facts)).toBe('clear');
  });

  it('“petugas di pos terpencil”: without a line to the system, entries come late', () => {
    const facts = factsWith({ periods: late, remote: { legalBasis: 'Kepbup 100/2026' } });
    expect(verdictOf(LATE_ENTRY_HIGH, facts)).toBe('clear');
  });
});
