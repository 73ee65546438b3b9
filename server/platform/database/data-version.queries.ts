import type { ReadTransaction } from './scoped.ts';

export interface DataVersion {
  readonly version: number;
  readonly structureVersion: number;
  /** ISO 8601 with offset, or null before the first data. */
  readonly committedAt: string | null;
}

/** The data version that this transaction sees. */
export async function readDataVersion(transaction: ReadTransaction): Promise<DataVersion> {
  const rows = await transaction.rows<{
    version: number;
    structure_version: number;
    committed_at: Date | null;
  }>(
    'data-version',
    'select version, structure_version, committed_at from data_versions where kabupaten_code = $1',
    [transaction.kabupatenCode],
  );
  const row = rows[0];
  return {
    version: row?.version ?? 0,
    structureVersion: row?.structure_version ?? 0,
    committedAt: row?.committed_at?.toISOString() ?? null,
  };
}
