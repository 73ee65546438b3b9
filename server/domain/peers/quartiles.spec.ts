import { quartilesOf } from './quartiles.ts';

describe('quartiles of a peer group', () => {
  it('are those of published examples', () => {
    // Wikipedia, "Quartile", examples 1 and 2, method 4 (rank p(n + 1), linear interpolation).
    expect(quartilesOf([6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49])).toEqual({ q1: 15, median: 40, q3: 43 });
    expect(quartilesOf([7, 15, 36, 39, 40, 41])).toEqual({ q1: 13, median: 37.5, q3: 40.25 });
    // By hand: five values have their quartiles halfway between the outer two.
    expect(quartilesOf([5, 1, 4, 2, 3])).toEqual({ q1: 1.5, median: 3, q3: 4.5 });
  });

  it('do not exist of fewer than three values', () => {
    expect(quartilesOf([])).toBeNull();
    expect(quartilesOf([1, 2])).toBeNull();
    expect(quartilesOf([1, 2, 3])).toEqual({ q1: 1, median: 2, q3: 3 });
  });
});
