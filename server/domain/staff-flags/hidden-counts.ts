import { hideSmallCells, SMALLEST_SHOWN } from '../suppression/small-cells.ts';

/** A total over so many hidden cells tells none of them, not even to who knows one. */
const ENOUGH_HIDDEN = 3;

/** A cell of a table of proposals: how many praise, and how many ask for clarification. */
export interface KindCounts {
  readonly reward: number;
  readonly sanction: number;
}

/** The same where small cells are hidden (null). */
export interface ShownCounts {
  readonly reward: number | null;
  readonly sanction: number | null;
}

export interface ToldCounts {
  readonly rows: readonly ShownCounts[];
  /** The totals of the two columns; null where they are hidden. */
  readonly total: ShownCounts;
}

/** The counts of a table for those who may know whom they are about: all of them. */
export function showCounts(rows: readonly KindCounts[]): ToldCounts {
  const totalOf = (kind: keyof KindCounts): number => rows.reduce((sum, row) => sum + row[kind], 0);
  return { rows, total: { reward: totalOf('reward'), sanction: totalOf('sanction') } };
}

/**
 * The counts of a table that may be told to those who may not know whom they are about. Each column is a sum, so each
 * hides its small cells and what they would follow from ({@link hideSmallCells}); and as the rows are sums of the two
 * kinds in no table told, a hidden cell follows from nothing beside it. Where a column hides all its cells, its total is
 * told all the same when it is not small and stands for at least three of them.
 */
export function hideCounts(rows: readonly KindCounts[]): ToldCounts {
  const columnOf = (kind: keyof KindCounts): { cells: readonly (number | null)[]; total: number | null } => {
    const counts = rows.map((row) => row[kind]);
    const hidden = hideSmallCells(counts);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const filled = counts.filter((count) => count > 0).length;
    return {
      cells: counts.map((count, index) => (hidden.cells[index] === true ? null : count)),
      total: hidden.total && !(total >= SMALLEST_SHOWN && filled >= ENOUGH_HIDDEN) ? null : total,
    };
  };
  const [reward, sanction] = [columnOf('reward'), columnOf('sanction')];
  return {
    rows: rows.map((_row, index) => ({
      reward: reward.cells[index] ?? null,
      sanction: sanction.cells[index] ?? null,
    })),
    total: { reward: reward.total, sanction: sanction.total },
  };
}
