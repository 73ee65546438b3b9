import { byNeed, medianOfUnits } from './small-multiples.ts';
import type { Assurance } from './verdict.ts';

const unit = (
  assurance: Assurance,
  centre: number | null,
  target: { atLeast?: number; atMost?: number } | null = { atLeast: 0.95 },
) => ({
  assurance,
  centre,
  last: centre,
  target: target && {
    atLeast: target.atLeast ?? null,
    atMost: target.atMost ?? null,
    legalBasis: null,
    validFrom: '2026-01-01',
  },
});

describe('small multiples', () => {
  it('are ordered by assurance, then by the distance to the target', () => {
    const units = [
      unit('meets', 0.98),
      unit('unknown', null, null),
      unit('hit-or-miss', 0.94),
      unit('misses', 0.8),
      unit('hit-or-miss', 0.9),
      unit('misses', 0.6),
    ];
    expect(units.toSorted(byNeed).map(({ assurance, centre }) => [assurance, centre])).toEqual([
      ['misses', 0.6],
      ['misses', 0.8],
      ['hit-or-miss', 0.9],
      ['hit-or-miss', 0.94],
      ['unknown', null],
      ['meets', 0.98],
    ]);
  });

  it('the distance counts from the side that is missed', () => {
    const slow = unit('misses', 90, { atMost: 60 });
    const slower = unit('misses', 120, { atMost: 60 });
    expect([slow, slower].toSorted(byNeed)).toEqual([slower, slow]);
    const [below, above] = [
      unit('misses', 1, { atLeast: 3, atMost: 9 }),
      unit('misses', 12, { atLeast: 3, atMost: 9 }),
    ];
    expect([below, above].toSorted(byNeed)).toEqual([above, below]);
  });

  it('the median of the units, from five values on', () => {
    expect(medianOfUnits([5, 1, 4, 2, 3])).toBe(3);
    expect(medianOfUnits([1, null, 2, 3, 4, 5, 6])).toBe(3.5);
    expect(medianOfUnits([1, 2, 3, 4, null])).toBeNull();
  });
});
