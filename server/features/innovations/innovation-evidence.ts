import { may } from '../../platform/auth/person.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import type { EvidenceOwner } from '../../platform/evidence/evidence-owner.ts';
import { wholeContent } from './entry-record.ts';
import { mayReadDraft, mayWriteFor } from './entry-rights.ts';
import { findEntry } from './writing/entries.queries.ts';

/**
 * Evidence of an innovation: seen by the own kabupaten once it is published, before that by its writers and reviewers;
 * added by its writers while it is not in the archive. Files never leave the kabupaten.
 */
export const innovationEvidence: EvidenceOwner = async (transaction, person, id) => {
  if (!may(person, 'innovations:read')) return null;
  const { units } = (await readStructure(transaction)).structure;
  const row = await findEntry(transaction, id);
  if (row === null || (row.published === null && !mayReadDraft(person, row.unit_code, units))) return null;
  return {
    title: `Inovasi ${wholeContent(row.published ?? row.draft).name}`,
    mayAdd: row.state !== 'archived' && mayWriteFor(person, row.unit_code, units),
  };
};
