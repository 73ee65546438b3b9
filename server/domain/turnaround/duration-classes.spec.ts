import { bucketOf } from '../statistics/duration-buckets.ts';
import { CLASS_EDGES, durationClasses } from './duration-classes.ts';

function histogramOf(minutes: readonly number[]): Record<number, number> {
  const histogram: Record<number, number> = {};
  for (const each of minutes) {
    const bucket = bucketOf(Math.round(each * 60));
    histogram[bucket] = (histogram[bucket] ?? 0) + 1;
  }
  return histogram;
}

describe('classes of duration', () => {
  it('count what took exactly as long as their edge, and add up to all', () => {
    // Official clock: 10 and 15 minutes; 16; 2 hours; 5 hours; one working day of 8 hours; 40 working days.
    const { classes } = durationClasses(histogramOf([10, 15, 16, 120, 300, 480, 19_200]), 'official');
    expect(
      classes.filter(({ count }) => count > 0).map(({ upToMinutes, count }) => [upToMinutes, count]),
    ).toEqual([
      [15, 2],
      [30, 1],
      [120, 1],
      [480, 2],
      [null, 1],
    ]);
    expect(classes.map(({ cumulativeShare }) => Math.round((cumulativeShare ?? 0) * 7))).toEqual([
      2, 3, 3, 4, 4, 6, 6, 6, 6, 6, 6, 7,
    ]);
    expect(classes.at(-1)).toEqual({ upToMinutes: null, count: 1, share: 1 / 7, cumulativeShare: 1 });
  });

  it('speak of calendar days on the clock on the wall, and of working days on the official one', () => {
    expect(CLASS_EDGES.citizen.slice(5)).toEqual([1_440, 2_880, 4_320, 10_080, 20_160, 43_200]);
    expect(CLASS_EDGES.official.slice(5)).toEqual([480, 960, 1_440, 2_400, 4_800, 6_720]);
    expect(
      durationClasses(histogramOf([1_440, 1_500]), 'citizen').classes.filter(({ count }) => count > 0),
    ).toEqual([
      { upToMinutes: 1_440, count: 1, share: 0.5, cumulativeShare: 0.5 },
      { upToMinutes: 2_880, count: 1, share: 0.5, cumulativeShare: 1 },
    ]);
  });

  it('say when a bucket lies across an edge', () => {
    // Buckets of a quarter of an hour are some 18 seconds wide: 15:00 and 15:05 cannot be told apart, 14:00 can.
    expect(durationClasses(histogramOf([14]), 'official').approximate).toBeFalse();
    expect(durationClasses(histogramOf([15]), 'official').approximate).toBeTrue();
  });

  it('have no shares when nothing was completed', () => {
    const { classes, approximate } = durationClasses({}, 'citizen');
    expect(classes.length).toBe(12);
    expect(classes.every(({ count, share }) => count === 0 && share === null)).toBeTrue();
    expect(approximate).toBeFalse();
  });
});
