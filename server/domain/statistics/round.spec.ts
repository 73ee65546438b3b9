import fc from 'fast-check';
import { numberOfUnits, roundRatio, roundToUnits } from './round.ts';

describe('rounding of exact ratios', () => {
  it('rounds the half up where binary fractions do not', () => {
    expect(roundRatio(1005, 1000, 2)).toBe(1.01); // (1.005).toFixed(2) is '1.00'
    expect(roundRatio(88_305, 1000, 2)).toBe(88.31);
    expect(roundRatio(88_304_999, 1_000_000, 2)).toBe(88.3);
    expect(roundRatio(1, 8, 2)).toBe(0.13);
    expect(roundRatio(5, 2, 0)).toBe(3);
  });

  it('rounds thirds and ninths', () => {
    expect(roundRatio(2, 3, 4)).toBe(0.6667);
    expect(roundRatio(1, 3, 4)).toBe(0.3333);
    expect(roundRatio(10n ** 20n, 3n * 10n ** 20n, 1)).toBe(0.3);
  });

  it('treats a fall like a rise', () => {
    expect(roundRatio(-5, 2, 0)).toBe(-3);
    expect(roundRatio(-1005, 1000, 2)).toBe(-1.01);
    expect(roundRatio(-1, 1000, 2)).toBe(0);
  });

  it('has no value when there is nothing to divide by', () => {
    expect(roundRatio(5, 0, 2)).toBeNull();
    expect(roundRatio(0, 5, 2)).toBe(0);
  });

  it('refuses what is no ratio', () => {
    expect(() => roundRatio(0.5, 2, 2)).toThrowError(RangeError);
    expect(() => roundRatio(1, -2, 2)).toThrowError(RangeError);
    expect(() => roundToUnits(1n, 0n, 2)).toThrowError(RangeError);
    expect(() => roundRatio(1, 2, 1.5)).toThrowError(RangeError);
  });

  it('is never further than half a unit away, and up at exactly half', () => {
    const whole = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(
        whole,
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        fc.nat(6),
        (numerator, denominator, decimals) => {
          const units = roundToUnits(numerator, denominator, decimals);
          const distance = 2n * (units * denominator - numerator * 10n ** BigInt(decimals));
          expect(distance <= denominator && distance > -denominator).toBeTrue();
        },
      ),
    );
  });

  it('writes units as the nearest number', () => {
    expect(numberOfUnits(7750n, 2)).toBe(77.5);
    expect(numberOfUnits(8831n, 2)).toBe(88.31);
  });
});
