import { factsWith, verdictOf } from '../staff-facts.testing.ts';
import { ON_TIME_LOW } from './on-time-low.ts';

const low = [
  { due: 100, dueMet: 60, received: 100 },
  { due: 100, dueMet: 62, received: 100 },
];

describe('rule on-time-low', () => {
  it('raises for 60 % and 62 % beside colleagues at 92 %, with the cases behind it', () => {
    const missed = [{ dataset: 'service-cases' as const, id: 'a', number: '474/1' }];
    const facts = factsWith({ periods: low.map((period) => ({ ...period, missed })) });
    const { verdict, evidence } = ON_TIME_LOW.evaluate(facts, { dueMetShare: 0.75, minimumN: 30 });
    expect(verdict).toBe('raised');
    expect(evidence.observations.map(({ measure, observed, n }) => [measure, observed, n])).toEqual([
      ['dueMetShare', 0.6, 100],
      ['dueMetShareColleagues', 0.92, 300],
      ['dueMetShare', 0.62, 100],
      ['dueMetShareColleagues', 0.92, 300],
    ]);
    expect(evidence.observations[0]?.records).toEqual(missed);
    expect(evidence.fairness).toEqual([{ kind: 'same-work', params: { people: 3 } }]);
  });

  it('is clear at 75 %', () => {
    const periods = low.map((period) => ({ ...period, dueMet: 75 }));
    expect(verdictOf(ON_TIME_LOW, factsWith({ periods }))).toBe('clear');
  });

  it('has insufficient data with 29 cases, or without colleagues', () => {
    const few = low.map(() => ({ due: 29, dueMet: 5, received: 29 }));
    expect(verdictOf(ON_TIME_LOW, factsWith({ periods: few }))).toBe('insufficient-data');
    const alone = { people: 0, due: 0, received: 0, dueMetShare: null };
    expect(verdictOf(ON_TIME_LOW, factsWith({ periods: low, colleagues: alone }))).toBe('insufficient-data');
  });

  it('“satu bulan buruk”: one bad quarter beside a good one proposes nothing', () => {
    const periods = [
      { due: 100, dueMet: 95, received: 100 },
      { due: 100, dueMet: 40, received: 100 },
    ];
    expect(verdictOf(ON_TIME_LOW, factsWith({ periods }))).toBe('clear');
  });

  it('“yang satu hari gangguan SIAK”: cases left out for the outage do not count, and are told', () => {
    const periods = low.map(() => ({ due: 70, dueMet: 60, received: 100, leftOut: 30 }));
    const { verdict, evidence } = ON_TIME_LOW.evaluate(factsWith({ periods }), {
      dueMetShare: 0.75,
      minimumN: 30,
    });
    expect(verdict).toBe('clear');
    expect(evidence.fairness[0]).toEqual({ kind: 'outage', params: { cases: 60 } });
  });

  it('“petugas di pos terpencil”: is not held against colleagues at the office', () => {
    const facts = factsWith({ periods: low, remote: { legalBasis: 'Kepbup 100/2026' } });
    expect(verdictOf(ON_TIME_LOW, facts)).toBe('clear');
  });

  it('“yang memikul dua kali beban rekannya”: 200 cases where others have 100 are not compared', () => {
    const periods = low.map((period) => ({ ...period, received: 200 }));
    const { verdict, evidence } = ON_TIME_LOW.evaluate(factsWith({ periods }), {
      dueMetShare: 0.75,
      minimumN: 30,
    });
    expect(verdict).toBe('clear');
    expect(evidence.fairness[0]).toEqual({ kind: 'workload', params: { cases: 200, usual: 100 } });
  });

  it('“layanan yang sulit bagi siapa pun”: colleagues who do no better with the same services', () => {
    expect(verdictOf(ON_TIME_LOW, factsWith({ periods: low, colleagues: { dueMetShare: 0.68 } }))).toBe(
      'clear',
    );
  });
});
