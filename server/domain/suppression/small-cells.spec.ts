import fc from 'fast-check';
import { hideSmallCells, isSmall } from './small-cells.ts';

/** What a reader gets: shown cells, and the total where it stays. */
interface Publication {
  readonly cells: readonly (number | null)[];
  readonly total: number | null;
}

function publish(counts: readonly number[]): Publication {
  const hidden = hideSmallCells(counts);
  return {
    cells: counts.map((count, index) => (hidden.cells[index] === true ? null : count)),
    total: hidden.total ? null : counts.reduce((sum, count) => sum + count, 0),
  };
}

/** Every table that would have been published in the same way: all that a reader who knows the rule can find out. */
function candidates(publication: Publication): number[][] {
  const { cells, total } = publication;
  if (total === null) return [];
  const hiddenSum = total - cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
  const fill = (index: number, left: number): number[][] => {
    if (index === cells.length) return left === 0 ? [[]] : [];
    const cell = cells[index] ?? null;
    if (cell !== null) return fill(index + 1, left).map((rest) => [cell, ...rest]);
    return Array.from({ length: left + 1 }, (_each, value) => value).flatMap((value) =>
      fill(index + 1, left - value).map((rest) => [value, ...rest]),
    );
  };
  const published = JSON.stringify(publication);
  return fill(0, hiddenSum).filter((table) => JSON.stringify(publish(table)) === published);
}

describe('small cells of a sum', () => {
  it('are hidden together with the next smallest', () => {
    // By hand: 3 is small, 7 the next smallest; 0 is about nobody.
    expect(publish([20, 3, 0, 7, 12])).toEqual({ cells: [20, null, 0, null, 12], total: 42 });
    expect(publish([20, 5, 0, 7])).toEqual({ cells: [20, 5, 0, 7], total: 32 });
    expect(publish([5, 5, 4, 9])).toEqual({ cells: [null, null, null, 9], total: 23 });
    expect(publish([4, 4, 5])).toEqual({ cells: [null, null, null], total: 13 });
    expect(publish([])).toEqual({ cells: [], total: 0 });
  });

  it('take the total with them where nothing else is left to hide', () => {
    expect(publish([3, 0])).toEqual({ cells: [null, null], total: null });
    expect(publish([4, 4])).toEqual({ cells: [null, null], total: null });
    expect(publish([2])).toEqual({ cells: [null], total: null });
  });

  it('cannot be recovered from the total, the shown ones and the rule', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 14 }));
    let attacked = 0;
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 5 }), (counts) => {
        const publication = publish(counts);
        const tables = candidates(publication);
        counts.forEach((value, index) => {
          const shown = publication.cells[index] ?? null;
          if (shown !== null) {
            expect(isSmall(shown)).toBeFalse();
          } else if (publication.total !== null) {
            attacked += 1;
            expect(tables.some((table) => table[index] === value)).toBeTrue();
            expect(new Set(tables.map((table) => table[index])).size)
              .withContext(counts.join(' '))
              .toBeGreaterThan(1);
            // Nor is it known that a cell is small.
            expect(tables.some((table) => (table[index] ?? 0) >= 5)).toBeTrue();
          }
        });
        const hidden = counts.filter((_each, index) => publication.cells[index] === null);
        if (publication.total !== null && hidden.length > 0) {
          expect(hidden.length).toBeGreaterThan(1);
          expect(hidden.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(5);
        }
        expect(publication.total === null || !isSmall(publication.total)).toBeTrue();
      }),
      { numRuns: 200 },
    );
    expect(attacked).toBeGreaterThan(100);
  });
});
