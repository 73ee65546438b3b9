import { shadeLimits, shadesOf } from './tile-classes.ts';

describe('the shades of the map', () => {
  it('divide the way from the smallest to the largest value into five equal steps', () => {
    // 0–100: steps of 20; a value on a limit belongs to the step above, the largest to the last.
    expect(shadesOf([0, 19, 20, 50, 99, 100])).toEqual([0, 0, 1, 2, 4, 4]);
    expect(shadeLimits([100, 0, 40])).toEqual([0, 20, 40, 60, 80, 100]);
  });

  it('have none for what is not known', () => {
    expect(shadesOf([null, 10, null, 20])).toEqual([null, 0, null, 4]);
    expect(shadesOf([null])).toEqual([null]);
  });

  it('say nothing where all values are the same', () => {
    expect(shadesOf([7, 7])).toEqual([2, 2]);
    expect(shadeLimits([7, 7])).toEqual([]);
  });
});
