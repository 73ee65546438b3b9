import { factsWith, verdictOf } from '../staff-facts.testing.ts';
import { REMOTE_POST_QUALITY } from './remote-post-quality.ts';

const remote = { legalBasis: 'Kepbup 100/2026' };
const good = [
  { due: 20, dueMet: 18 },
  { due: 16, dueMet: 14 },
];

describe('rule remote-post-quality', () => {
  it('raises for 90 % and 87.5 % at a remote post, and proposes the incentive by place of duty', () => {
    const { verdict, evidence } = REMOTE_POST_QUALITY.evaluate(factsWith({ remote, periods: good }), {
      dueMetShare: 0.85,
      minimumN: 15,
    });
    expect(verdict).toBe('raised');
    expect(evidence.proposes).toBe('tpp-tempat-bertugas');
    expect(evidence.fairness[0]?.params).toEqual({ legalBasis: 'Kepbup 100/2026' });
  });

  it('is clear below the threshold', () => {
    const periods = [
      { due: 20, dueMet: 16 },
      { due: 16, dueMet: 14 },
    ];
    const { verdict, evidence } = REMOTE_POST_QUALITY.evaluate(factsWith({ remote, periods }), {
      dueMetShare: 0.85,
      minimumN: 15,
    });
    expect([verdict, evidence.proposes]).toEqual(['clear', null]);
  });

  it('has insufficient data with 14 cases in a quarter', () => {
    const periods = [
      { due: 14, dueMet: 14 },
      { due: 16, dueMet: 16 },
    ];
    expect(verdictOf(REMOTE_POST_QUALITY, factsWith({ remote, periods }))).toBe('insufficient-data');
  });

  it('“yang hanya merasa jauh”: a post that is not on the regent’s list gets no TPP, however good', () => {
    expect(verdictOf(REMOTE_POST_QUALITY, factsWith({ remote: null, periods: good }))).toBe('clear');
  });
});
