import { readsOversightComplaints } from '#domain/complaints/visibility';
import type { TenantScope } from '#domain/scope';
import { DETAIL_PERMISSIONS, type DetailRights } from '#domain/suppression/field-groups';
import type { UnitRecord, UnitTree } from '#domain/unit-tree';
import { may, type Person } from '../../platform/auth/person.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';

/** The unit asked for, the top of the scope without one; 404 outside the scope, as if it were not there. */
export function unitInScope(units: UnitTree, scope: TenantScope, code: string | undefined): UnitRecord {
  const asked = code ?? scope.rootUnit;
  const unit = units.isWithin(asked, scope.rootUnit) ? units.find(asked) : null;
  if (unit === null) throw new ProblemException(404, 'unit-not-found', { unit: asked });
  return unit;
}

/** Whose small cells a person may see. */
export function detailRightsOf(person: Person): DetailRights {
  return {
    services: may(person, DETAIL_PERMISSIONS.services),
    complaints: may(person, DETAIL_PERMISSIONS.complaints),
    surveys: may(person, DETAIL_PERMISSIONS.surveys),
  };
}

/** Whether complaints of suspected abuse are counted: only for who could also list them. */
export function countsOversight(person: Person): boolean {
  return may(person, 'complaints:read') && readsOversightComplaints(person.role);
}
