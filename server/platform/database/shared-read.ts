import type { Knex } from 'knex';
import { readOnly, type ReadRows } from './read-only.ts';

/** A read-only transaction outside every kabupaten: it sees shared tables, and of a kabupaten's tables nothing. */
export interface SharedReadTransaction {
  readonly kabupatenCode: null;
  /** The pool it reads from: what is kept in memory belongs to one database. */
  readonly database: object;
  readonly rows: ReadRows;
}

/**
 * Runs `read` in a read-only transaction that names no kabupaten: for people who belong to none, and for strangers.
 * Row-level security gives it no row of any kabupaten's table.
 */
export async function readShared<T>(
  database: Knex,
  read: (transaction: SharedReadTransaction) => Promise<T>,
): Promise<T> {
  return readOnly(database, 'begin read only', (rows) => read({ kabupatenCode: null, database, rows }));
}
