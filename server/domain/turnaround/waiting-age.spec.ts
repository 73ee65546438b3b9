import { ageClasses } from './waiting-age.ts';

describe('ages of what is open', () => {
  it('include both edges of their class and add up', () => {
    const waiting = [0, 1, 2, 5, 6, 14, 15, 30, 31, 400].map((days) => ({ days, count: 2, overdue: 1 }));
    expect(
      ageClasses(waiting).map(({ fromDays, toDays, count, overdue }) => [fromDays, toDays, count, overdue]),
    ).toEqual([
      [0, 1, 4, 2],
      [2, 5, 4, 2],
      [6, 14, 4, 2],
      [15, 30, 4, 2],
      [31, null, 4, 2],
    ]);
  });

  it('are all there when nothing is open', () => {
    expect(ageClasses([]).map(({ count }) => count)).toEqual([0, 0, 0, 0, 0]);
  });
});
