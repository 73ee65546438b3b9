import { type AxisKind, type ValueAxis, valueAxis } from './value-axis.ts';

const SHARE: AxisKind = { unit: 'share', official: false };
const SCORE: AxisKind = { unit: 'score', official: false };
const COUNT: AxisKind = { unit: 'count', official: false };
const OFFICIAL: AxisKind = { unit: 'minutes', official: true };
const ELAPSED: AxisKind = { unit: 'minutes', official: false };

function marks({ min, max, step }: ValueAxis): readonly number[] {
  const count = Math.round((max - min) / step);
  return Array.from({ length: count + 1 }, (_, index) => Math.round((min + index * step) * 1000) / 1000);
}

describe('valueAxis', () => {
  it('runs in equal stretches up to 100 %, so that no two marks stand next to each other', () => {
    // 87–92 % needs 13 points up to 100: steps of 2 would be seven stretches, of 5 are three.
    expect(marks(valueAxis([0.897, 0.92, 0.871], SHARE))).toEqual([0.85, 0.9, 0.95, 1]);
  });

  it('stays within a band where shares are low', () => {
    expect(marks(valueAxis([0.12, 0.18], SHARE))).toEqual([0.1, 0.12, 0.14, 0.16, 0.18]);
    expect(marks(valueAxis([0, 0.5], SHARE))).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
  });

  it('passes 100 % only when a value does', () => {
    expect(valueAxis([0.999, 1], SHARE).max).toBe(1);
    expect(valueAxis([0.4, 1.15], SHARE).max).toBeGreaterThanOrEqual(1.15);
  });

  it('begins at zero for counts and times', () => {
    expect(marks(valueAxis([2457, 2496], COUNT))).toEqual([0, 500, 1000, 1500, 2000, 2500]);
    expect(marks(valueAxis([1, 3], COUNT))).toEqual([0, 1, 2, 3]);
  });

  it('divides times by hours and days as they are told', () => {
    // A working day has 480 minutes: 864 are less than two of them, in halves.
    expect(marks(valueAxis([864], OFFICIAL))).toEqual([0, 240, 480, 720, 960]);
    expect(marks(valueAxis([49], OFFICIAL))).toEqual([0, 10, 20, 30, 40, 50]);
    expect(marks(valueAxis([400], OFFICIAL))).toEqual([0, 120, 240, 360, 480]);
    expect(marks(valueAxis([2300], OFFICIAL))).toEqual([0, 480, 960, 1440, 1920, 2400]);
    expect(marks(valueAxis([5600], ELAPSED))).toEqual([0, 1440, 2880, 4320, 5760]);
  });

  it('shows the small changes of a score, and never more than 100', () => {
    expect(marks(valueAxis([83.14, 84.3], SCORE))).toEqual([83, 83.5, 84, 84.5]);
    expect(valueAxis([99.2, 100], SCORE).max).toBe(100);
  });

  it('has two marks at least, also for one value, zero or none', () => {
    for (const kind of [SHARE, SCORE, COUNT, OFFICIAL]) {
      for (const values of [[], [0], [1], [0.5, 0.5]]) {
        const axis = valueAxis(values, kind);
        expect(marks(axis).length).withContext(`${kind.unit} ${values.join()}`).toBeGreaterThan(1);
        expect(axis.min).toBeLessThanOrEqual(Math.min(...values, Infinity));
        expect(axis.max).toBeGreaterThanOrEqual(Math.max(...values, -Infinity));
      }
    }
  });
});
