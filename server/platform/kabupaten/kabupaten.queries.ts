import type { Knex } from 'knex';
import { readInScope } from '../database/scoped.ts';

export interface KabupatenRecord {
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly demo: boolean;
}

/** All kabupaten of this installation in order of code. */
export async function listKabupaten(database: Knex): Promise<KabupatenRecord[]> {
  return database('kabupaten').select('code', 'name', 'time_zone as timeZone', 'demo').orderBy('code');
}

/** The name of a unit of a kabupaten; null when there is no such unit. */
export async function findUnitName(
  database: Knex,
  kabupatenCode: string,
  unitCode: string,
): Promise<string | null> {
  return readInScope(database, { kabupatenCode }, async (transaction) => {
    const rows = await transaction.rows<{ name: string }>(
      'unit-name',
      'select name from units where kabupaten_code = $1 and code = $2',
      [kabupatenCode, unitCode],
    );
    return rows[0]?.name ?? null;
  });
}
