import type { TenantScope } from '../scope.ts';
import type { UnitTree } from '../unit-tree.ts';

/**
 * Whether a person may know of a meeting: those whose scope holds the unit whose meeting it is. Who stands below it may
 * not: its agenda tells of the neighbours.
 */
export function knowsMeeting(units: UnitTree, scope: Pick<TenantScope, 'rootUnit'>, unit: string): boolean {
  return units.isWithin(unit, scope.rootUnit);
}

/**
 * Whether a person who may run meetings (`meetings:run`) runs this one: a meeting is run at the top of the own scope,
 * the Camat's in the kecamatan and not by the Bupati.
 */
export function runsMeeting(scope: Pick<TenantScope, 'rootUnit'>, unit: string): boolean {
  return scope.rootUnit === unit;
}
