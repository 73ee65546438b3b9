import { chanceShare, expectedByChance } from './chance.ts';

describe('signals by chance', () => {
  it('adds up over the series: 200 of three years, limits frozen, about 8', () => {
    const expected = expectedByChance(
      Array.from({ length: 200 }, () => 36),
      1,
    );
    // domain.md, 10: about 4 % with limits frozen on 24 points (8 of 200 series).
    expect(expected).toBeGreaterThan(7);
    expect(expected).toBeLessThan(9.5);
    expect(expectedByChance([36], 1)).toBeCloseTo(expected / 200, 10);
  });

  it('agrees with the whole engine, run series by series', () => {
    // Two independent simulations: one standard error of their difference is about 0.003.
    for (const length of [18, 36])
      expect(Math.abs(expectedByChance([length], 1) - chanceShare(length, 8_000))).toBeLessThan(0.01);
  });

  it('is less for signals that last, and nothing where nothing is judged', () => {
    expect(expectedByChance([36], 2)).toBeLessThan(expectedByChance([36], 1));
    expect(expectedByChance([36], 2)).toBeGreaterThan(0.008);
    expect(expectedByChance([5, 3, 0], 1)).toBe(0);
    expect(expectedByChance([], 1)).toBe(0);
  });

  it('does not change any more once all that is looked back on lies behind the baseline', () => {
    expect(expectedByChance([48], 1)).toBe(expectedByChance([120], 1));
    expect(expectedByChance([24], 1)).not.toBe(expectedByChance([120], 1));
  });
});
