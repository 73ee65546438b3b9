import type { Limits } from '#contract/signals';
import { bandsOf, indexOfDay } from './trend-layers.ts';

const MONTHS = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];
const points = MONTHS.map((from) => ({ from, to: `${from.slice(0, 8)}28` }));

function limits(from: string, to: string, centre: number): Limits {
  return { from, to, centre, lower: centre - 2, upper: centre + 2, trial: false, frozen: true, points: 24 };
}

describe('the bands of a trend', () => {
  it('lie on the points shown, one for each baseline', () => {
    expect(
      bandsOf(
        points,
        [limits('2024-01-01', '2026-02-01', 90), limits('2026-03-01', '2026-04-01', 80)],
        'score',
      ),
    ).toEqual([
      { from: 0, to: 1, lower: 88, upper: 92, centre: 90 },
      { from: 2, to: 3, lower: 78, upper: 82, centre: 80 },
    ]);
  });

  it('are left out where no point is shown, and do not go below nothing', () => {
    expect(bandsOf(points, [limits('2024-01-01', '2024-12-01', 90)], 'count')).toEqual([]);
    expect(bandsOf(points, [limits('2026-01-01', '2026-04-01', 1)], 'minutes')[0]?.lower).toBe(0);
  });
});

describe('indexOfDay', () => {
  it('finds the point that holds a day', () => {
    expect(indexOfDay(points, '2026-02-14')).toBe(1);
    expect(indexOfDay(points, '2027-02-14')).toBe(-1);
  });
});
