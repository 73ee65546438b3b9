import type { Knex } from 'knex';

/** Entries from before the chain: how many there are, and one digest over all of them. */
export interface EarlierEntries {
  readonly count: number;
  /** Hex SHA-256 over the rows in the order of their ids. */
  readonly digest: string;
}

/**
 * Counts and digests the entries of a kabupaten that have no place in the chain. The first link of the chain keeps the
 * result: what is added to them, taken away or changed afterwards is found, although they have no hash of their own.
 */
export async function earlierEntries(database: Knex, kabupatenCode: string): Promise<EarlierEntries> {
  const found: { rows: EarlierEntries[] } = await database.raw(
    `select count(*) as count, encode(sha256(coalesce(string_agg(sha256(convert_to(jsonb_build_array(
              id, extract(epoch from at)::text, actor, action, subject, details)::text, 'UTF8')), ''::bytea order by id), ''::bytea)), 'hex') as digest
       from audit_entries where kabupaten_code = ? and sequence is null`,
    [kabupatenCode],
  );
  return found.rows[0] ?? { count: 0, digest: '' };
}
