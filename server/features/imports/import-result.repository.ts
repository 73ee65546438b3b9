import type { Knex } from 'knex';
import type { ImportResult } from '#contract/imports';
import { readInScope } from '../../platform/database/scoped.ts';
import { findImport, toImportResult } from './import-records.queries.ts';

/** The result of an import that has just ended. @throws Error when there is no such import */
export async function readFinishedImport(
  database: Knex,
  kabupatenCode: string,
  id: string,
): Promise<ImportResult> {
  const row = await readInScope(database, { kabupatenCode }, (transaction) =>
    findImport(transaction, id, null),
  );
  if (!row) throw new Error(`no import ${id}`);
  return toImportResult(row);
}
