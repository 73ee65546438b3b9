import { nearestWords, slipsBetween } from './nearest-words.ts';

describe('slips between two words', () => {
  it('are counted as letters too many, too few, others, and neighbours swapped', () => {
    // Counted by hand; kitten/sitting is Levenshtein's well-known example.
    expect(slipsBetween('kitten', 'sitting', 5)).toBe(3);
    expect(slipsBetween('antrian', 'antrain', 5)).toBe(1);
    expect(slipsBetween('pupuk', 'pupk', 5)).toBe(1);
    expect(slipsBetween('', 'abc', 5)).toBe(3);
    expect(slipsBetween('sama', 'sama', 5)).toBe(0);
  });

  it('are not counted beyond what is allowed', () => {
    expect(slipsBetween('kitten', 'sitting', 1)).toBe(2);
    expect(slipsBetween('abcdef', 'uvwxyz', 2)).toBe(3);
  });
});

describe('the nearest words', () => {
  const known = [
    { word: 'antrian', entries: 4 },
    { word: 'antaran', entries: 90 },
    { word: 'lansia', entries: 3 },
    { word: 'lancia', entries: 1 },
    { word: 'kia', entries: 8 },
  ];

  it('come by their slips, then those that begin alike, then by how many texts have them', () => {
    expect(nearestWords('antrain', known, 5)).toEqual(['antrian', 'antaran']);
    expect(nearestWords('lanxia', known, 5)).toEqual(['lansia', 'lancia']);
    expect(nearestWords('mansia', [...known, { word: 'mansi', entries: 1 }], 1)).toEqual(['mansi']);
  });

  it('are none for short words and for what is too far', () => {
    expect(nearestWords('kai', known, 5)).toEqual([]);
    expect(nearestWords('lanxxa', known, 5)).toEqual([]);
    expect(nearestWords('lansia', known, 0)).toEqual([]);
  });
});
