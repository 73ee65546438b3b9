import type { Knex } from 'knex';
import type { Role } from '#domain/permissions';
import type { AuditEvent } from '../audit/audit-entry.ts';

/** A value as it was read from a file; null = empty. */
export type FieldValue = string | number | boolean | null;

/** What is wrong with a row; `message` is an Indonesian sentence without the row number. */
export interface RowFault {
  readonly column: string;
  readonly code: string;
  readonly message: string;
}

/** Finds what a file names; a fault says what is wrong and what was perhaps meant. */
export interface NameLookups {
  /** A unit whose records may be written. */
  unit(text: string): string | RowFault;
  /** Any unit of the kabupaten, also beyond what may be written. */
  anyUnit(text: string): string | RowFault;
  service(text: string): string | RowFault;
  channel(text: string): string | RowFault;
  /** A kecamatan by code or name; null when it is not one of the kabupaten's (a place, so no fault). */
  area(text: string): string | null;
}

/** The code that was found; a fault is added to the row's faults instead (the row is then refused). */
export function foundCode(found: string | RowFault, faults: RowFault[]): string {
  if (typeof found === 'string') return found;
  faults.push(found);
  return '';
}

/** Reads one field of a row by its contract name. */
export interface RowReader {
  text(field: string): string | null;
  number(field: string): number | null;
  flag(field: string): boolean | null;
  /** True when the file gave only a date for this instant. */
  isDateOnly(field: string): boolean;
}

export interface LoadContext {
  readonly kabupatenCode: string;
  readonly timeZone: string;
  readonly importId: string | null;
  readonly actor: string;
  /** The role of the post that loads; null for a command of the operator, which has every right. */
  readonly role: Role | null;
  /** Contract names of the fields the file has: what it has not, stays as it was on records that exist. */
  readonly presentFields: ReadonlySet<string>;
  /** When false the roll-ups are left alone, because the transaction is going to be rolled back. */
  readonly keep: boolean;
  /** Computes every roll-up of the kabupaten anew: after a change of the structure. */
  rebuildRollups(): Promise<void>;
  /** Puts something on record beside the load itself, when the load is kept. */
  record(event: AuditEvent): void;
}

export interface LoadCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Units, services, channels or calendars changed. */
  readonly structureChanged: boolean;
  /**
   * The file brought values whose changes are not counted, because a count would confirm a guess: they may have changed
   * or not.
   */
  readonly uncounted?: boolean;
}

/**
 * How one dataset gets from staged rows into its table. Rows are staged in the temporary table `stage_rows`
 * (row_number, id, …columns); `load` writes them in bulk within the caller's transaction.
 */
export interface DatasetLoader {
  readonly dataset: string;
  /** Columns of the staging table behind row_number and id, with their SQL types. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Columns that make a row the same row; a key repeated within a file is rejected. */
  readonly key: readonly string[];
  /** Indonesian name of the column a repeated key is told of. */
  readonly keyColumn?: string;
  /** Values in the order of `columns`, or what is wrong with the row. */
  stage(row: RowReader, names: NameLookups): readonly FieldValue[] | readonly RowFault[];
  /**
   * Takes those rows out of the stage that this role may not write, and says why by row number. Before `load`, under the
   * kabupaten's lock.
   */
  refuse?(transaction: Knex.Transaction, context: LoadContext): Promise<ReadonlyMap<number, RowFault>>;
  load(transaction: Knex.Transaction, context: LoadContext): Promise<LoadCounts>;
}

/** True when `stage` refused the row. */
export function isFaultList(
  staged: readonly FieldValue[] | readonly RowFault[],
): staged is readonly RowFault[] {
  return typeof staged[0] === 'object' && staged[0] !== null;
}
