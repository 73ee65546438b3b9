import type { Knex } from 'knex';
import type { PoolClient, QueryResultRow } from 'pg';

/** Runs a prepared statement; `name` must be unique for its text. With an empty name nothing is kept prepared. */
export type ReadRows = <Row extends QueryResultRow>(
  name: string,
  sql: string,
  values: readonly unknown[],
) => Promise<Row[]>;

/** The part of knex's client that lends connections of its pool. */
interface ConnectionSource {
  acquireConnection(): Promise<PoolClient>;
  releaseConnection(connection: PoolClient): Promise<void>;
}

/**
 * Runs `read` on a connection of its own between `begin` (with whatever closes the transaction) and COMMIT, for which
 * the answer does not wait: nothing was written.
 */
export async function readOnly<T>(
  database: Knex,
  begin: string,
  read: (rows: ReadRows) => Promise<T>,
): Promise<T> {
  const source = database.client as ConnectionSource;
  const connection = await source.acquireConnection();
  let outcome: T;
  try {
    await connection.query(begin);
    outcome = await read(
      async <Row extends QueryResultRow>(name: string, sql: string, values: readonly unknown[]) =>
        (await connection.query<Row>({ name, text: sql, values: [...values] })).rows,
    );
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
