import fc from 'fast-check';
import { FUNNEL_Z, funnelLimits, funnelVerdict, wilsonInterval } from './funnel.ts';

describe('funnel', () => {
  it('agrees with the score intervals printed by Newcombe (Statistics in Medicine 17, 1998, table I)', () => {
    const printed: [number, number, number, number][] = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ];
    for (const [met, n, lower, upper] of printed) {
      const interval = wilsonInterval(met, n, 1.95996);
      expect(interval?.lower).withContext(`${met}/${n}`).toBeCloseTo(lower, 4);
      expect(interval?.upper).withContext(`${met}/${n}`).toBeCloseTo(upper, 4);
    }
    expect(wilsonInterval(0, 0, 1.96)).toBeNull();
  });

  it('puts a unit outside the funnel exactly when the whole lies outside the unit’s own interval', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.nat(2_000),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        (n, part, whole) => {
          const met = Math.min(part, n);
          const interval = wilsonInterval(met, n, FUNNEL_Z);
          const limits = funnelLimits(whole, n);
          if (!interval || !limits) return false;
          const near = (a: number, b: number) => Math.abs(a - b) < 1e-9;
          if (near(met / n, limits.lower) || near(met / n, limits.upper)) return true;
          return (
            met / n < limits.lower === whole > interval.upper &&
            met / n > limits.upper === whole < interval.lower
          );
        },
      ),
    );
    expect(FUNNEL_Z).toBeCloseTo(3.09, 2);
  });

  it('never judges a unit with too few records', () => {
    const whole = { met: 900, n: 1_000 };
    expect(funnelVerdict({ met: 0, n: 9 }, whole, 10)).toBe('too-few');
    expect(funnelVerdict({ met: 0, n: 0 }, whole, 0)).toBe('too-few');
    expect(funnelVerdict({ met: 5, n: 10 }, { met: 0, n: 0 }, 5)).toBe('too-few');
    // 0.9 ± 3.0902 × √(0.09 / 100) = 0.8073 … 0.9927.
    expect(funnelVerdict({ met: 80, n: 100 }, whole, 10)).toBe('below');
    expect(funnelVerdict({ met: 81, n: 100 }, whole, 10)).toBe('within');
    expect(funnelVerdict({ met: 100, n: 100 }, whole, 10)).toBe('above');
  });
});
