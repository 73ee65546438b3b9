import type { IsoDate } from '#domain/period/civil-date';
import type { Period } from '#domain/period/period';
import type { UnitRecord, UnitTree } from '#domain/unit-tree';
import { ownKey } from '../../platform/database/rollups/rollup-family.ts';
import type { Clock, FigureRequest } from '../../platform/database/rollups/selection.ts';

/** A unit that exceptions are about: one directly below the selected one, or the selected one with its own records. */
export interface UnitPart {
  /** Key of its roll-ups. */
  readonly key: string;
  readonly unit: UnitRecord;
  /** Codes of the units its records belong to. */
  readonly members: readonly string[];
  /** True for the selected unit itself. */
  readonly self: boolean;
}

/** The units directly below that exist today, and the unit's own records. */
export function partsOf(units: UnitTree, root: UnitRecord, today: IsoDate): UnitPart[] {
  const children = units.childrenOf(root.code);
  const below = children
    .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo > today))
    .map((unit) => ({ key: unit.code, unit, members: units.subtreeCodes(unit.code), self: false }));
  const own = children.length > 0 ? ownKey(root.code) : root.code;
  return [...below, { key: own, unit: root, members: [root.code], self: true }];
}

/** What figures of the parts are asked with. */
export function requestOfParts(
  parts: readonly UnitPart[],
  periods: readonly Period[],
  clock: Clock,
  withOversight: boolean,
): FigureRequest {
  return {
    unitKeys: parts.map(({ key }) => key),
    members: new Map(parts.map(({ key, members }) => [key, members])),
    service: null,
    channel: null,
    by: 'unit',
    withOversight,
    periods,
    clock,
  };
}

/** The parts as two columns, key and unit code, for queries on records. */
export function membersOf(parts: readonly UnitPart[]): { keys: string[]; codes: string[] } {
  const pairs = parts.flatMap(({ key, members }) => members.map((code) => [key, code] as const));
  return { keys: pairs.map(([key]) => key), codes: pairs.map(([, code]) => code) };
}
