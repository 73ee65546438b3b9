import type { UnitTree } from '#domain/unit-tree';
import { may, type Person } from '../../../platform/auth/person.ts';
import { tenantScopeOf } from '../../../platform/http/bind-route.ts';

/** A unit reports on its own programmes, and Bagian Organisasi on all: who only helps with an obstacle does not. */
export function mayReportOn(person: Person, unitCode: string, units: UnitTree): boolean {
  return may(person, 'pilots:report') && units.isWithin(unitCode, tenantScopeOf(person).rootUnit);
}

/** Who reports on the programme says that an obstacle is gone, and so does who answers for it or was asked for help. */
export function mayResolve(
  person: Person,
  unitCode: string,
  obstacle: { readonly owner_post: string; readonly help_post: string | null },
  units: UnitTree,
): boolean {
  const post = person.post?.id;
  if (mayReportOn(person, unitCode, units)) return true;
  return may(person, 'pilots:report') && (obstacle.owner_post === post || obstacle.help_post === post);
}
