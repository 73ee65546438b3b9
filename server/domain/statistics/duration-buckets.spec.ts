import fc from 'fast-check';
import {
  DURATION_BUCKET_COUNT,
  DURATION_EDGES,
  LONGEST_DURATION_SECONDS,
  bucketOf,
  isExactBucket,
  representativeSeconds,
} from './duration-buckets.ts';

/** What PostgreSQL's width_bucket(operand, thresholds) is documented to return. */
function widthBucket(operand: number, thresholds: readonly number[]): number {
  return thresholds.filter((threshold) => threshold <= operand).length;
}

describe('duration buckets', () => {
  it('keeps zero and every second of the first minute apart', () => {
    expect(bucketOf(0)).toBe(0);
    for (let seconds = 0; seconds <= 60; seconds++) {
      expect(bucketOf(seconds)).toBe(seconds);
      expect(representativeSeconds(bucketOf(seconds))).toBe(seconds);
      expect(isExactBucket(bucketOf(seconds))).toBeTrue();
    }
  });

  it('shares buckets from 99 seconds on', () => {
    // By hand: 99 stands for 99 and ⌊99 / 0.99⌋ = 100; then ⌊1.01 × 101⌋ = 102 for 101 to
    // ⌊102 / 0.99⌋ = 103; then ⌊1.01 × 104⌋ = 105 for 104 to ⌊105 / 0.99⌋ = 106.
    expect(DURATION_EDGES.slice(97, 102)).toEqual([98, 99, 101, 104, 107]);
    expect(
      [98, 99, 100, 101, 103, 104, 106].map((seconds) => representativeSeconds(bucketOf(seconds))),
    ).toEqual([98, 99, 99, 102, 102, 105, 105]);
    expect(isExactBucket(bucketOf(98))).toBeTrue();
    expect(isExactBucket(bucketOf(99))).toBeFalse();
  });

  it('stays within 1 % at both ends of every bucket up to 40 years, in whole numbers', () => {
    for (let bucket = 1; bucket < DURATION_BUCKET_COUNT - 1; bucket++) {
      const first = DURATION_EDGES[bucket - 1] ?? NaN;
      const last = (DURATION_EDGES[bucket] ?? NaN) - 1;
      const value = representativeSeconds(bucket);
      expect(first <= value && value <= last)
        .withContext(`${first}–${last}`)
        .toBeTrue();
      expect(100 * (value - first) <= first)
        .withContext(`${value} for ${first}`)
        .toBeTrue();
      expect(100 * (last - value) <= last)
        .withContext(`${value} for ${last}`)
        .toBeTrue();
    }
  });

  it('has ascending int4 edges, few enough for a row', () => {
    DURATION_EDGES.forEach((edge, index) => {
      expect(Number.isInteger(edge) && edge > (DURATION_EDGES[index - 1] ?? 0)).toBeTrue();
    });
    expect(DURATION_EDGES.at(-1)).toBe(LONGEST_DURATION_SECONDS);
    expect(LONGEST_DURATION_SECONDS).toBeLessThan(2 ** 31);
    expect(DURATION_BUCKET_COUNT).toBeLessThan(1000);
  });

  it('agrees with width_bucket', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(200), fc.nat(100_000), fc.nat(2 ** 31 - 1)), (seconds) => {
        expect(bucketOf(seconds)).toBe(widthBucket(seconds, DURATION_EDGES));
      }),
    );
    for (const edge of DURATION_EDGES) {
      expect([bucketOf(edge - 1), bucketOf(edge)]).toEqual([
        widthBucket(edge - 1, DURATION_EDGES),
        widthBucket(edge, DURATION_EDGES),
      ]);
    }
  });

  it('counts longer durations as 40 years', () => {
    expect(bucketOf(LONGEST_DURATION_SECONDS * 3)).toBe(DURATION_BUCKET_COUNT - 1);
    expect(representativeSeconds(DURATION_BUCKET_COUNT - 1)).toBe(LONGEST_DURATION_SECONDS);
    expect(isExactBucket(DURATION_BUCKET_COUNT - 1)).toBeFalse();
  });

  it('refuses what is no duration and no bucket', () => {
    expect(() => bucketOf(-1)).toThrowError(RangeError);
    expect(() => bucketOf(0.5)).toThrowError(RangeError);
    expect(() => representativeSeconds(DURATION_BUCKET_COUNT)).toThrowError(RangeError);
    expect(() => isExactBucket(-1)).toThrowError(RangeError);
  });
});
