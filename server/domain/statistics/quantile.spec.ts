import fc from 'fast-check';
import { bucketOf } from './duration-buckets.ts';
import { quantileOfHistogram, quantileOfValues } from './quantile.ts';

function histogramOf(values: readonly number[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const value of values) counts[bucketOf(value)] = (counts[bucketOf(value)] ?? 0) + 1;
  return counts;
}

describe('nearest-rank quantile of values', () => {
  // The example of the Wikipedia article "Percentile", section nearest-rank method.
  const example = [15, 20, 35, 40, 50];
  it('follows the published example', () => {
    expect([5, 30, 40, 50, 100].map((percent) => quantileOfValues(example, percent))).toEqual([
      15, 20, 20, 35, 50,
    ]);
    const even = [3, 6, 7, 8, 8, 10, 13, 15, 16, 20];
    expect([25, 50, 75, 100].map((percent) => quantileOfValues(even, percent))).toEqual([7, 8, 15, 20]);
  });

  it('sorts by number and leaves its input alone', () => {
    const values = [100, 9, 20];
    expect(quantileOfValues(values, 50)).toBe(20);
    expect(values).toEqual([100, 9, 20]);
  });

  it('takes rank 7 for 7 % of 100', () => {
    expect(
      quantileOfValues(
        Array.from({ length: 100 }, (_, index) => index + 1),
        7,
      ),
    ).toBe(7);
  });

  it('has no value without values', () => {
    expect(quantileOfValues([], 50)).toBeNull();
    expect(quantileOfHistogram({}, 50)).toBeNull();
    expect(quantileOfHistogram({ 5: 0 }, 50)).toBeNull();
  });

  it('refuses other percentages', () => {
    for (const percent of [0, 101, 0.5]) {
      expect(() => quantileOfValues([1], percent)).toThrowError(RangeError);
      expect(() => quantileOfHistogram({ 1: 1 }, percent)).toThrowError(RangeError);
    }
  });
});

describe('nearest-rank quantile of a histogram', () => {
  it('is exact where buckets hold one value', () => {
    expect(quantileOfHistogram({ 0: 3, 60: 1 }, 50)).toEqual({ seconds: 0, approximate: false });
    expect(quantileOfHistogram({ 60: 1, 9: 1, 20: 1 }, 50)).toEqual({ seconds: 20, approximate: false });
    expect(quantileOfHistogram({ 0: 1, 60: 1 }, 90)).toEqual({ seconds: 60, approximate: false });
    expect(quantileOfHistogram({ 0: 0, 60: 1 }, 1)).toEqual({ seconds: 60, approximate: false });
  });

  it('says when it is approximate', () => {
    expect(quantileOfHistogram(histogramOf([101, 102, 103]), 50)).toEqual({
      seconds: 102,
      approximate: true,
    });
  });

  it('reads counts that were keyed by text', () => {
    const fromJson = JSON.parse('{"2": 1, "10": 1, "9": 1}') as Record<number, number>;
    expect(quantileOfHistogram(fromJson, 50)).toEqual({ seconds: 9, approximate: false });
  });

  it('refuses broken counts and buckets', () => {
    expect(() => quantileOfHistogram({ 1: -1 }, 50)).toThrowError(RangeError);
    expect(() => quantileOfHistogram({ 1: 0.5 }, 50)).toThrowError(RangeError);
    expect(() => quantileOfHistogram({ 5000: 1 }, 50)).toThrowError(RangeError);
  });

  it('lies within 1 % of the quantile of the values themselves', () => {
    const duration = fc.oneof(fc.nat(120), fc.nat(10_000), fc.nat(40 * 365 * 86_400));
    fc.assert(
      fc.property(
        fc.array(duration, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 100 }),
        (values, percent) => {
          const exact = quantileOfValues(values, percent) ?? NaN;
          const found = quantileOfHistogram(histogramOf(values), percent)?.seconds ?? NaN;
          expect(100 * Math.abs(found - exact)).toBeLessThanOrEqual(exact);
        },
      ),
    );
  });
});
