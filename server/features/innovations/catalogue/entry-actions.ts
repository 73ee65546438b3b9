import type { Entry } from '#contract/innovations/catalogue';
import type { UnitTree } from '#domain/unit-tree';
import { may, type Person } from '../../../platform/auth/person.ts';
import { mayShareFor, mayWriteFor, ownerActions } from '../entry-rights.ts';
import type { WholeEntryRecord } from './entry-records.queries.ts';

/**
 * What the person may do with an entry now. Owners look after their own; an entry that a public source reports of the own
 * kabupaten can be claimed; who has a unit of the own can adopt what is not that unit's; and what stands in the shared
 * catalogue can be spoken about.
 *
 * @param units the own kabupaten's; null for those who have none
 */
export function entryActions(
  person: Person,
  record: WholeEntryRecord,
  units: UnitTree | null,
): Entry['actions'] {
  const isOwners = record.kept && record.unit_code !== null && units !== null;
  const owner = isOwners
    ? ownerActions(
        person,
        {
          unitCode: record.unit_code,
          state: record.archived ? 'archived' : 'published',
          isPublished: true,
          stoppedOn: record.stopped_on,
        },
        units,
      )
    : [];
  const speaks = may(person, 'innovations:discuss') && (!record.kept || record.audience !== 'own');
  const offered = !record.archived;
  const isOfOwnUnit = record.kept && record.unit_code === person.unitCode;
  return [
    ...(owner.includes('write') ? (['edit'] as const) : []),
    ...(owner.includes('share') ? (['share'] as const) : []),
    ...(owner.includes('confirm') ? (['confirm'] as const) : []),
    ...(owner.includes('stop') ? (['stop'] as const) : []),
    ...(owner.includes('archive') ? (['archive'] as const) : []),
    ...(isOwners && offered && mayWriteFor(person, record.unit_code, units) ? (['prove'] as const) : []),
    ...(mayClaim(person, record, units) ? (['claim'] as const) : []),
    ...(offered && units !== null && !isOfOwnUnit && may(person, 'innovations:adopt')
      ? (['adopt'] as const)
      : []),
    ...(speaks && offered ? (['discuss', 'follow'] as const) : []),
    ...(speaks && offered && !record.own ? (['endorse'] as const) : []),
  ];
}

/** A public source reports it of the own kabupaten, and nobody has spoken for it yet. */
function mayClaim(person: Person, record: WholeEntryRecord, units: UnitTree | null): boolean {
  if (!record.own || record.kept || record.owner_confirmed || units === null) return false;
  return mayShareFor(person, record.unit_code ?? record.home_code, units);
}
