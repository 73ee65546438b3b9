import { hideSmallCells } from '../suppression/small-cells.ts';

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

/**
 * The counts of a table that may be told to those who may not know whom they are about. Each column is a sum, so each
 * hides its small cells and what they would follow from ({@link hideSmallCells}); and as the rows are sums of the two
 * kinds in no table told, a hidden cell follows from nothing beside it.
 */
export function hideCounts(rows: readonly KindCounts[]): {
  readonly rows: readonly ShownCounts[];
  /** The totals of the two columns; null where they are hidden. */
  readonly total: ShownCounts;
} {
  const columnOf = (kind: keyof KindCounts): { cells: readonly (number | null)[]; total: number | null } => {
    const counts = rows.map((row) => row[kind]);
    const hidden = hideSmallCells(counts);
    return {
      cells: counts.map((count, index) => (hidden.cells[index] === true ? null : count)),
      total: hidden.total ? null : counts.reduce((sum, count) => sum + count, 0),
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
