import { hideSmallCells } from './small-cells.ts';

/** Which parts of a whole are hidden over a period. */
export interface HiddenParts {
  readonly parts: ReadonlySet<string>;
  /** True when nothing of the whole may be told. */
  readonly everything: boolean;
}

/**
 * A part (a stage, a reason) is hidden over a period when it is hidden in one of its months: from a year and eleven of
 * its months the twelfth would follow.
 *
 * @param months records per part, one table a month
 */
export function hiddenParts(months: readonly ReadonlyMap<string, number>[]): HiddenParts {
  const parts = new Set<string>();
  let everything = false;
  for (const month of months) {
    const keys = [...month.keys()];
    const hidden = hideSmallCells([...month.values()]);
    everything ||= hidden.total;
    keys.filter((_key, index) => hidden.cells[index]).forEach((key) => parts.add(key));
  }
  return { parts, everything };
}
