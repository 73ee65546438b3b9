import { isSettled } from '#domain/oversight/recommendation-life';
import { isTenantScope } from '#domain/scope';
import type { UnitTree } from '#domain/unit-tree';
import { may, type Person } from '../../../platform/auth/person.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import type { EvidenceOwner } from '../../../platform/evidence/evidence-owner.ts';
import { tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { findRecommendation } from './findings.queries.ts';

/** Units whose recommendations the person knows; null: those of the whole kabupaten. */
export function unitsKnownTo(person: Person, units: UnitTree): readonly string[] | null {
  const scope = tenantScopeOf(person);
  return scope.kind === 'kabupaten' ? null : units.subtreeCodes(scope.rootUnit);
}

/** True when the person answers for the unit: its head, who stands above it, and the Sekda for all. */
export function mayRespond(person: Person, unit: string, units: UnitTree): boolean {
  const { scope } = person;
  return may(person, 'findings:respond') && isTenantScope(scope) && units.isWithin(unit, scope.rootUnit);
}

/** Evidence of a tindak lanjut: added by who answers for it and by the Inspektorat, until it is settled. */
export const recommendationEvidence: EvidenceOwner = async (transaction, person, id) => {
  if (!may(person, 'findings:read')) return null;
  const { units } = (await readStructure(transaction)).structure;
  const record = await findRecommendation(transaction, id, unitsKnownTo(person, units));
  if (record === null) return null;
  return {
    title: `Rekomendasi ${record.number}, temuan ${record.finding_number}`,
    mayAdd:
      !isSettled(record.decided_status) &&
      (may(person, 'findings:manage') || mayRespond(person, record.unit_code, units)),
  };
};
