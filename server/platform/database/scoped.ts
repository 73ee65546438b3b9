import type { Knex } from 'knex';
import { CODE_PATTERN, type TenantScope } from '#domain/scope';
import { readOnly, type ReadRows } from './read-only.ts';

/** A read-only transaction that sees one kabupaten. */
export interface ReadTransaction {
  readonly kabupatenCode: string;
  /** The pool it reads from: what is kept in memory belongs to one database. */
  readonly database: object;
  readonly rows: ReadRows;
}

/** `SET LOCAL` takes no bind values, and `set_config()` does not reach the workers of a cluster. */
export function setKabupatenSql(kabupatenCode: string): string {
  if (!CODE_PATTERN.test(kabupatenCode))
    throw new Error(`not a kabupaten code: ${JSON.stringify(kabupatenCode)}`);
  return `set local app.kabupaten_code = '${kabupatenCode}'`;
}

/**
 * Runs `read` in a read-only transaction closed to all other kabupaten. BEGIN and SET LOCAL travel together, and the
 * answer does not wait for COMMIT: nothing was written.
 */
export async function readInScope<T>(
  database: Knex,
  { kabupatenCode }: Pick<TenantScope, 'kabupatenCode'>,
  read: (transaction: ReadTransaction) => Promise<T>,
): Promise<T> {
  return readOnly(database, `begin read only; ${setKabupatenSql(kabupatenCode)}`, (rows) =>
    read({ kabupatenCode, database, rows }),
  );
}

/** What a write transaction did, said by its work. */
export interface WriteReport<T> {
  readonly result: T;
  /** True when a record changed: the data version goes up and everyone who looks is told. */
  readonly changed: boolean;
  /** True when units, services, channels or calendars changed. */
  readonly structureChanged?: boolean;
}

/**
 * Runs `work` as the only writer of a kabupaten: locks its version row, closes the transaction to other kabupaten,
 * raises the data version when something changed and announces it with the commit.
 */
export async function writeInScope<T>(
  database: Knex,
  scope: Pick<TenantScope, 'kabupatenCode'>,
  work: (transaction: Knex.Transaction) => Promise<WriteReport<T>>,
): Promise<T> {
  const { kabupatenCode } = scope;
  return database.transaction(async (transaction) => {
    await transaction.raw(setKabupatenSql(kabupatenCode));
    await lockDataVersion(transaction, kabupatenCode);
    const report = await work(transaction);
    if (report.changed || report.structureChanged)
      await raiseDataVersion(transaction, kabupatenCode, report.structureChanged === true);
    return report.result;
  });
}

/** Takes the lock that serialises the writers of a kabupaten; held to the end of the transaction. */
export async function lockDataVersion(transaction: Knex.Transaction, kabupatenCode: string): Promise<void> {
  await transaction.raw('select version from data_versions where kabupaten_code = ? for update', [
    kabupatenCode,
  ]);
}

/** Raises the data version and announces it with the commit. */
export async function raiseDataVersion(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  structureChanged: boolean,
): Promise<void> {
  const raised: { rows: { version: number }[] } = await transaction.raw(
    `update data_versions
        set version = version + 1, structure_version = structure_version + ?::int, committed_at = clock_timestamp()
      where kabupaten_code = ?
      returning version`,
    [structureChanged ? 1 : 0, kabupatenCode],
  );
  await announce(transaction, kabupatenCode, 'data-changed', { dataVersion: raised.rows[0]?.version ?? 0 });
}

/** The PostgreSQL notification channel all events of the product travel on. */
export const EVENT_CHANNEL = 'pandu_events';

/**
 * Sends an event to every listener of the kabupaten, or to those of one person (`to`, a username); inside a transaction
 * it leaves with the commit.
 */
export async function announce(
  connection: Knex | Knex.Transaction,
  kabupatenCode: string,
  event: string,
  data: Readonly<Record<string, unknown>>,
  to: string | null = null,
): Promise<void> {
  await connection.raw('select pg_notify(?, ?)', [
    EVENT_CHANNEL,
    JSON.stringify({ kabupatenCode, event, data, to }),
  ]);
}
