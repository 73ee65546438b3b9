import type { Knex } from 'knex';
import type { PoolClient, QueryResultRow } from 'pg';

/** A read-only transaction outside every kabupaten: it sees shared tables, and of a kabupaten's tables nothing. */
export interface SharedReadTransaction {
  readonly kabupatenCode: null;
  /** The pool it reads from: what is kept in memory belongs to one database. */
  readonly database: object;
  /** Runs a prepared statement; `name` must be unique for its text. With an empty name nothing is kept prepared. */
  rows<Row extends QueryResultRow>(name: string, sql: string, values: readonly unknown[]): Promise<Row[]>;
}

/** The part of knex's client that lends connections of its pool. */
interface ConnectionSource {
  acquireConnection(): Promise<PoolClient>;
  releaseConnection(connection: PoolClient): Promise<void>;
}

/**
 * Runs `read` in a read-only transaction that names no kabupaten: for people who belong to none, and for strangers.
 * Row-level security gives it no row of any kabupaten's table.
 */
export async function readShared<T>(
  database: Knex,
  read: (transaction: SharedReadTransaction) => Promise<T>,
): Promise<T> {
  const source = database.client as ConnectionSource;
  const connection = await source.acquireConnection();
  let outcome: T;
  try {
    await connection.query('begin read only');
    outcome = await read({
      kabupatenCode: null,
      database,
      rows: async <Row extends QueryResultRow>(name: string, sql: string, values: readonly unknown[]) =>
        (await connection.query<Row>({ name, text: sql, values: [...values] })).rows,
    });
  } catch (error) {
    await connection.query('rollback').catch(() => undefined);
    await source.releaseConnection(connection);
    throw error;
  }
  void connection
    .query('commit')
    .catch(() => undefined)
    .then(() => source.releaseConnection(connection));
  return outcome;
}
