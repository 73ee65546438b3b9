import type { KeptUnit } from '#contract/structure/units';

/** A unit in the order of the tree. */
export interface UnitRow {
  readonly unit: KeptUnit;
  readonly depth: number;
}

/** All units in reading order, each under its parent; units whose parent is not among them stand at the top. */
export function unitRows(units: readonly KeptUnit[]): UnitRow[] {
  const codes = new Set(units.map(({ code }) => code));
  const below = (parent: string | null, depth: number): UnitRow[] =>
    units
      .filter((unit) => (codes.has(unit.parentCode ?? '') ? unit.parentCode : null) === parent)
      .flatMap((unit) => [{ unit, depth }, ...below(unit.code, depth + 1)]);
  return below(null, 0);
}
