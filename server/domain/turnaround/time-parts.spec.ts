import { bucketOf } from '../statistics/duration-buckets.ts';
import { timePartsOf } from './time-parts.ts';

describe('parts of a time', () => {
  it('are medians, 90th percentiles and shares of the whole', () => {
    // Seconds 10, 20, 30 and 60, 60: medians 20 and 60, ranks 3 and 2; 60 and 120 of 180 seconds.
    const first = { [bucketOf(10)]: 1, [bucketOf(20)]: 1, [bucketOf(30)]: 1 };
    const { parts, approximate } = timePartsOf([first, { [bucketOf(60)]: 2 }]);
    expect(parts).toEqual([
      { medianMinutes: 0.33, p90Minutes: 0.5, share: 1 / 3 },
      { medianMinutes: 1, p90Minutes: 1, share: 2 / 3 },
    ]);
    expect(approximate).toBeFalse();
  });

  it('are approximate when a bucket holds several durations', () => {
    expect(timePartsOf([{ [bucketOf(3_600)]: 1 }]).approximate).toBeTrue();
  });

  it('have no share of nothing, which is not zero', () => {
    expect(timePartsOf([{}, {}]).parts).toEqual([
      { medianMinutes: null, p90Minutes: null, share: null },
      { medianMinutes: null, p90Minutes: null, share: null },
    ]);
    expect(timePartsOf([{ [bucketOf(10)]: 1 }, {}]).parts.map(({ share }) => share)).toEqual([1, 0]);
  });
});
