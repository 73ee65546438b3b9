import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** Units that are or were in a pilot: what they are like is no measure of what happens without one. */
export async function readUnitsInPilots(transaction: ReadTransaction): Promise<string[]> {
  const rows = await transaction.rows<{ unit_code: string }>(
    'units-in-pilots',
    'select distinct unit_code from pilot_programmes where kabupaten_code = $1',
    [transaction.kabupatenCode],
  );
  return rows.map(({ unit_code: code }) => code);
}
