import { factsWith, verdictOf } from '../staff-facts.testing.ts';
import { CONDUCT_UPHELD } from './conduct-upheld.ts';

/** Complaints that came on the first day of each pair and were upheld on the second. */
function upheld(...days: readonly (readonly [receivedOn: string, on: string])[]) {
  return days.map(([receivedOn, on], index) => ({
    dataset: 'complaints' as const,
    id: `aduan-${index}`,
    number: String(index),
    receivedOn,
    on,
  }));
}

describe('rule conduct-upheld', () => {
  const two = upheld(['2026-02-03', '2026-03-02'], ['2026-06-10', '2026-07-20']);

  it('raises for two upheld complaints of different months', () => {
    expect(verdictOf(CONDUCT_UPHELD, factsWith({ examined: 3, upheld: two }))).toBe('raised');
  });

  it('is clear when of two examined ones one was upheld', () => {
    expect(verdictOf(CONDUCT_UPHELD, factsWith({ examined: 2, upheld: two.slice(1) }))).toBe('clear');
  });

  it('has insufficient data when only one was examined', () => {
    expect(verdictOf(CONDUCT_UPHELD, factsWith({ examined: 1, upheld: two.slice(1) }))).toBe(
      'insufficient-data',
    );
  });

  it('“lima aduan atas satu kejadian”: many complaints of one day count as one', () => {
    const one = upheld(
      ['2026-06-10', '2026-07-20'],
      ['2026-06-10', '2026-07-20'],
      ['2026-06-10', '2026-07-21'],
      ['2026-06-10', '2026-08-03'],
      ['2026-06-10', '2026-08-03'],
    );
    expect(verdictOf(CONDUCT_UPHELD, factsWith({ examined: 5, upheld: one }))).toBe('clear');
  });

  it('“dua hari berturut-turut”: one bad month is a single noisy month', () => {
    const month = upheld(['2026-06-10', '2026-07-20'], ['2026-06-11', '2026-07-20']);
    expect(verdictOf(CONDUCT_UPHELD, factsWith({ examined: 2, upheld: month }))).toBe('clear');
  });
});
