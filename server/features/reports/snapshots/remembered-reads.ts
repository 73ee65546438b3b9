import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/**
 * The same transaction, asking the database once for the same rows. Figures of one unit are computed for every kind of
 * reader and in both languages: what differs between them is what may be told and how, not what is read.
 *
 * Rows are handed out as they are, to several who ask: nobody may change them. Only for as long as nothing is written.
 */
export function rememberReads(transaction: ReadTransaction): ReadTransaction {
  const known = new Map<string, Promise<unknown[]>>();
  return {
    kabupatenCode: transaction.kabupatenCode,
    database: transaction.database,
    rows: (name, sql, values) => {
      const key = JSON.stringify([name === '' ? sql : name, values]);
      const rows = known.get(key) ?? transaction.rows(name, sql, values);
      known.set(key, rows);
      return rows as Promise<never[]>;
    },
  };
}
