import type { EvidenceOwner, EvidenceOwners } from '../../platform/evidence/evidence-owner.ts';
import { may, type Person } from '../../platform/auth/person.ts';
import { readStructure, type Structure } from '../../platform/database/structure.queries.ts';
import { OBSTACLE_WORDS } from '#domain/pilots/obstacle-words';
import {
  findPlaceOfEvidence,
  type EvidencePlace,
  type PilotEvidenceKind,
} from './evidence-places.queries.ts';
import { findProgramme } from './programmes/find-programme.ts';
import type { ProgrammeRecord } from './programmes/programme-records.queries.ts';
import { mayReportOn, mayResolve } from './programmes/programme-rights.ts';

/** Who may see and add evidence of what belongs to a programme: whoever sees the programme, and whoever writes that part of it. */
export const PILOT_EVIDENCE: EvidenceOwners = {
  milestone: ownerOf('milestone', (place) => `Tonggak ${place.number ?? ''}: ${place.title}`, reports),
  'pilot-obstacle': ownerOf('pilot-obstacle', (place) => `Hambatan ${obstacleWord(place.title)}`, resolves),
  'pilot-document': ownerOf(
    'pilot-document',
    (place) => `Dokumen ${place.title}`,
    (person) => may(person, 'pilots:manage'),
  ),
  'pilot-visit': ownerOf(
    'pilot-visit',
    (place) => `Pendampingan ${place.title}`,
    (person) => may(person, 'pilots:manage'),
  ),
};

type MayAdd = (
  person: Person,
  programme: ProgrammeRecord,
  structure: Structure,
  place: EvidencePlace,
) => boolean;

function ownerOf(
  kind: PilotEvidenceKind,
  titleOf: (place: EvidencePlace) => string,
  mayAdd: MayAdd,
): EvidenceOwner {
  return async (transaction, person, id) => {
    const place = await findPlaceOfEvidence(transaction, kind, id);
    if (place === null) return null;
    const { structure } = await readStructure(transaction);
    const programme = await findProgramme(transaction, person, structure, place.programme_id);
    if (programme === null) return null;
    return {
      title: `${titleOf(place)} (${programme.name})`,
      mayAdd: programme.closedOn === null && mayAdd(person, programme, structure, place),
    };
  };
}

function reports(person: Person, { unitCode }: ProgrammeRecord, { units }: Structure): boolean {
  return mayReportOn(person, unitCode, units);
}

function resolves(
  person: Person,
  { unitCode }: ProgrammeRecord,
  { units }: Structure,
  { owner_post: owner, help_post }: EvidencePlace,
): boolean {
  return mayResolve(person, unitCode, { owner_post: owner ?? '', help_post }, units);
}

function obstacleWord(kind: string): string {
  return (OBSTACLE_WORDS as Readonly<Record<string, string>>)[kind] ?? kind;
}
