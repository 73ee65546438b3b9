import type { WritingAction } from '#contract/innovations/writing';
import { isTenantScope } from '#domain/scope';
import type { UnitRecord, UnitTree } from '#domain/unit-tree';
import { may, type Person } from '../../platform/auth/person.ts';

/** How an entry stands, as far as the rights over it need. */
export interface EntryStanding {
  readonly unitCode: string;
  readonly state: 'draft' | 'submitted' | 'published' | 'archived';
  readonly isPublished: boolean;
  readonly stoppedOn: string | null;
}

/** A unit writes its own entries, and Bagian Organisasi those of all. */
export function mayWriteFor(person: Person, unitCode: string, units: UnitTree): boolean {
  return may(person, 'innovations:write') && isInReach(person, unitCode, units);
}

/** Who answers for the unit chooses what of its entries leaves the kabupaten, and says whether they still run. */
export function mayShareFor(person: Person, unitCode: string, units: UnitTree): boolean {
  return may(person, 'innovations:share') && isInReach(person, unitCode, units);
}

/** Who may read what is being written: those who write it, and those who review it. */
export function mayReadDraft(person: Person, unitCode: string, units: UnitTree): boolean {
  return (
    mayWriteFor(person, unitCode, units) ||
    mayShareFor(person, unitCode, units) ||
    (may(person, 'innovations:review') && isInReach(person, unitCode, units))
  );
}

/** What an owner may do with an entry of the own kabupaten, leaving the road to publication aside. */
export function ownerActions(
  person: Person,
  { unitCode, state, isPublished, stoppedOn }: EntryStanding,
  units: UnitTree,
): ('write' | 'share' | 'confirm' | 'stop' | 'archive' | 'restore')[] {
  const mayShare = mayShareFor(person, unitCode, units);
  const runs = mayShare && isPublished && state !== 'archived';
  return [
    ...((state === 'draft' || state === 'published') && mayWriteFor(person, unitCode, units)
      ? (['write'] as const)
      : []),
    ...(mayShare ? (['share'] as const) : []),
    ...(runs ? (['confirm'] as const) : []),
    ...(runs && stoppedOn === null ? (['stop'] as const) : []),
    ...(mayShare && state === 'published' ? (['archive'] as const) : []),
    ...(mayShare && state === 'archived' ? (['restore'] as const) : []),
  ] satisfies WritingAction[];
}

/** Units that the person may write for; the own one first. Service points have no entries of their own. */
export function unitsToWriteFor(person: Person, units: UnitTree, today: string): UnitRecord[] {
  const { scope } = person;
  if (!may(person, 'innovations:write') || !isTenantScope(scope)) return [];
  const first = person.unitCode ?? scope.rootUnit;
  return units
    .subtreeCodes(scope.rootUnit)
    .flatMap((code) => units.find(code) ?? [])
    .filter(
      ({ kind, validFrom, validTo }) =>
        kind !== 'service-point' && validFrom <= today && (validTo === null || validTo > today),
    )
    .toSorted((one, other) => Number(other.code === first) - Number(one.code === first));
}

function isInReach({ scope }: Person, unitCode: string, units: UnitTree): boolean {
  return isTenantScope(scope) && units.isWithin(unitCode, scope.rootUnit);
}
