import type { KeptUnit } from '#contract/structure/units';
import { UnitTree } from '#domain/unit-tree';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { FROM_EVER } from './units.queries.ts';

export type UnitValues = Omit<KeptUnit, 'version'>;

/**
 * Refuses what would cut a unit, or what lies below it, off from the sums: no parent, a circle, a validity that is none,
 * an end while there are units below.
 *
 * @param units all units as they are
 * @param wanted the unit as it is to be
 */
export function checkUnit(units: readonly KeptUnit[], wanted: UnitValues, root: string): void {
  const { code, parentCode, validFrom, validTo, predecessorCode } = wanted;
  const find = (unit: string) => units.find((other) => other.code === unit);
  if (code === root) {
    if (parentCode !== null || validTo !== null || wanted.kind !== 'kabupaten')
      throw new ProblemException(409, 'unit-is-root');
    return;
  }
  if (validTo !== null && validTo < (validFrom ?? FROM_EVER))
    throw new ProblemException(400, 'validity-reversed', { from: validFrom ?? '', to: validTo });
  const parent = parentCode === null ? undefined : find(parentCode);
  if (parent === undefined) throw new ProblemException(400, 'unit-unknown', { unit: parentCode ?? '–' });
  if (treeOf(units).isWithin(parent.code, code))
    throw new ProblemException(409, 'unit-circle', { unit: wanted.name, parent: parent.name });
  if (parent.validTo !== null && (validTo === null || validTo > parent.validTo))
    throw new ProblemException(409, 'parent-ended', { parent: parent.name, to: parent.validTo });
  if (predecessorCode !== null && (predecessorCode === code || find(predecessorCode) === undefined))
    throw new ProblemException(400, 'unit-unknown', { unit: predecessorCode });
  if (validTo !== null) {
    const outliving = units.filter(
      (other) => other.parentCode === code && (other.validTo === null || other.validTo > validTo),
    );
    if (outliving.length > 0)
      throw new ProblemException(409, 'units-below', {
        unit: wanted.name,
        below: outliving.map(({ name }) => name).join(', '),
      });
  }
}

/** The units as a tree. */
export function treeOf(units: readonly UnitValues[]): UnitTree {
  return new UnitTree(
    units.map((unit) => ({ ...unit, validFrom: unit.validFrom ?? FROM_EVER, validTo: unit.validTo })),
  );
}
