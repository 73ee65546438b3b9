import type { TenantScope } from '#domain/scope';
import type { UnitRecord, UnitTree } from '#domain/unit-tree';
import { ProblemException } from '../../platform/http/problem-error.ts';

/** The unit asked for, the top of the scope without one; 404 outside the scope, as if it were not there. */
export function unitInScope(units: UnitTree, scope: TenantScope, code: string | undefined): UnitRecord {
  const asked = code ?? scope.rootUnit;
  const unit = units.isWithin(asked, scope.rootUnit) ? units.find(asked) : null;
  if (unit === null) throw new ProblemException(404, 'unit-not-found', { unit: asked });
  return unit;
}
