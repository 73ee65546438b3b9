import type { Knex } from 'knex';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { EntryRow } from '../entry-record.ts';

/**
 * The entry as it stands within a writing transaction: the writers of a kabupaten come one after the other, so nothing
 * moves until the end.
 * @throws ProblemException 404 when there is none
 */
export async function standingEntry(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
): Promise<EntryRow> {
  const row = (await transaction('innovations').where({ kabupaten_code: kabupatenCode, id }).first()) as
    EntryRow | undefined;
  if (row === undefined) throw new ProblemException(404, 'innovation-not-found');
  return row;
}

/** Name of the unit an entry belongs to. */
export async function unitNameOf(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  unitCode: string,
): Promise<string> {
  const unit = (await transaction('units')
    .select('name')
    .where({ kabupaten_code: kabupatenCode, code: unitCode })
    .first()) as { name: string } | undefined;
  return unit?.name ?? unitCode;
}
