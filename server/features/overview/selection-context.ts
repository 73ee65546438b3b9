import type { z } from 'zod';
import type { selectionQuery } from '#contract/measures';
import type { Period } from '#domain/period/period';
import type { TenantScope } from '#domain/scope';
import type { UnitRecord } from '#domain/unit-tree';
import { ownKey } from '../../platform/database/rollups/rollup-family.ts';
import type { Clock, FigureRequest } from '../../platform/database/rollups/selection.ts';
import type { Structure } from '../../platform/database/structure.queries.ts';
import { askedPeriod } from '../../platform/http/asked-period.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';

export type SelectionQuery = z.output<typeof selectionQuery>;

/** A selection that was checked against the caller's scope and the kabupaten's structure. */
export interface Selection {
  readonly unit: UnitRecord;
  readonly service: string | null;
  readonly channel: string | null;
  readonly period: Period;
  /** True for who may read complaints of suspected abuse: figures count what the register lists. */
  readonly withOversight: boolean;
}

/** Checks a selection: a unit outside the scope is as unknown as one that does not exist (404). */
export function resolveSelection(
  query: SelectionQuery,
  scope: TenantScope,
  structure: Structure,
  clock: Clock,
  withOversight: boolean,
): Selection {
  const unitCode = query.unit ?? scope.rootUnit;
  const unit = structure.units.isWithin(unitCode, scope.rootUnit) ? structure.units.find(unitCode) : null;
  if (unit === null) throw new ProblemException(404, 'unit-not-found', { unit: unitCode });
  if (query.service !== undefined && !structure.services.has(query.service)) {
    throw new ProblemException(404, 'service-not-found', { service: query.service });
  }
  return {
    unit,
    service: query.service ?? null,
    channel: query.channel ?? null,
    period: askedPeriod(query, clock),
    withOversight,
  };
}

/** The request for one unit's figures. */
export function requestFor(
  selection: Selection,
  structure: Structure,
  periods: readonly Period[],
  clock: Clock,
): FigureRequest {
  const { unit, service, channel, withOversight } = selection;
  return {
    unitKeys: [unit.code],
    members: new Map([[unit.code, structure.units.subtreeCodes(unit.code)]]),
    service,
    channel,
    by: null,
    withOversight,
    periods,
    clock,
  };
}

/** The request for the units directly below, and for the unit's own records (`self`). */
export function requestByUnit(
  selection: Selection,
  structure: Structure,
  periods: readonly Period[],
  clock: Clock,
): FigureRequest {
  const { unit } = selection;
  const children = structure.units.childrenOf(unit.code);
  const members = new Map(children.map((child) => [child.code, structure.units.subtreeCodes(child.code)]));
  members.set(selfKey(structure, unit.code), [unit.code]);
  return {
    ...requestFor(selection, structure, periods, clock),
    unitKeys: [...members.keys()],
    members,
    by: 'unit',
  };
}

/** Roll-up key of a unit's own records: kept apart only where there are units below. */
export function selfKey(structure: Structure, code: string): string {
  return structure.units.childrenOf(code).length > 0 ? ownKey(code) : code;
}
