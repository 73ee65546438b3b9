import { may } from '../../../platform/auth/person.ts';
import type { EvidenceOwner } from '../../../platform/evidence/evidence-owner.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { findSampleRow } from './sample-rows.queries.ts';
import { selectionWords } from './selection-words.ts';

/** Evidence of a sample belongs to those who draw samples; to all others there is no sample. */
export const sampleEvidence: EvidenceOwner = async (transaction, person, id) => {
  if (!may(person, 'samples:draw')) return null;
  const { structure } = await readStructure(transaction);
  const visible = structure.units.subtreeCodes(tenantScopeOf(person).rootUnit);
  const row = await findSampleRow(transaction, id, visible);
  if (row === null) return null;
  const { dataset, query, unit_code: unit } = row;
  return { title: `Uji petik: ${selectionWords(dataset, query, unit, structure, 'id')}`, mayAdd: true };
};
