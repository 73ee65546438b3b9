/**
 * Small cells of a table whose total is known: fewer than 5 records say something about single people, so they are
 * hidden from those without the right to details (UU 27/2022; the usual threshold rule of official statistics, with
 * complementary suppression: Willenborg and de Waal, "Elements of Statistical Disclosure Control", 2001, chapter 4).
 */

/** Cells with 1 to 4 records are small. An empty cell is about nobody. */
export const SMALLEST_SHOWN = 5;

/** True for 1 to 4 records. */
export function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_SHOWN;
}

/** Which cells of a sum are hidden, in the order given, and whether their total has to be hidden too. */
export interface HiddenCells {
  readonly cells: readonly boolean[];
  readonly total: boolean;
}

/**
 * Hides every small cell and, so that it does not follow from the total, the next smallest cell that is not empty; all
 * of them where several are equally small, because a choice between equals would tell which of two hidden ones is the
 * smaller. The hidden cells then hold at least one below and one from {@link SMALLEST_SHOWN}, add up to 6 or more, and
 * no look at total and shown cells, not even with this rule in hand, tells which is which.
 *
 * Where no other cell is left to hide, everything is hidden: all cells, empty ones too, and the total. A small total
 * is hidden with its cells.
 *
 * @param counts records per cell, whole and not negative; together they are the total
 */
export function hideSmallCells(counts: readonly number[]): HiddenCells {
  if (!counts.some(isSmall)) return { cells: counts.map(() => false), total: false };
  const shown = counts.filter((count) => count >= SMALLEST_SHOWN);
  if (shown.length === 0) return { cells: counts.map(() => true), total: true };
  const next = Math.min(...shown);
  return { cells: counts.map((count) => isSmall(count) || count === next), total: false };
}
