import type { Request } from 'express';
import type { Knex } from 'knex';
import { actorOf, type AuditEvent } from '../audit/audit-entry.ts';
import type { AuditLog } from '../audit/audit-log.repository.ts';
import { setKabupatenSql } from '../database/scoped.ts';
import { addressOf } from '../http/request-address.ts';
import type { Person } from './person.ts';

/** What every change of the own account stands on. */
export interface OwnChangeDeps {
  readonly database: Knex;
  readonly audit: AuditLog;
}

/**
 * Runs a change and puts it on record in one transaction, as the person in the active post: in the chain of that
 * post's kabupaten, or of the installation.
 *
 * @param work what is to be done; answers its result and what is to be recorded, null for nothing
 */
export async function recordedChange<T>(
  deps: OwnChangeDeps,
  person: Person,
  request: Request,
  work: (transaction: Knex.Transaction) => Promise<{ readonly result: T; readonly event: AuditEvent | null }>,
): Promise<T> {
  const kabupatenCode = person.kabupaten?.code ?? null;
  return deps.database.transaction(async (transaction) => {
    if (kabupatenCode !== null) await transaction.raw(setKabupatenSql(kabupatenCode));
    const { result, event } = await work(transaction);
    if (event)
      await deps.audit.record(transaction, kabupatenCode, actorOf(person, addressOf(request)), event);
    return result;
  });
}
