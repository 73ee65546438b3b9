import type { Person } from '../auth/person.ts';
import type { Clock } from './rollups/selection.ts';
import type { ReadTransaction } from './scoped.ts';

/** Exactly the records of a list with this query, as far as the person who asks sees them. */
export interface RecordSelection {
  /** In alphabetical order. */
  readonly ids: readonly string[];
  /** The unit asked for, the top of the scope without one. */
  readonly unit: string;
  /** The list's query with its days written out, so that it means the same tomorrow. */
  readonly query: Readonly<Record<string, string>>;
}

export interface SelectionCall {
  readonly person: Person;
  /** As it stands in the address of the list, without its order and its page. */
  readonly query: Readonly<Record<string, string>>;
  readonly clock: Clock;
  /** So many ids are read at most. */
  readonly most: number;
}

/**
 * A feature's word about which records make up a list of its own.
 * @throws ProblemException 400 for a query that the list would refuse; 404 for what is outside the scope
 */
export type SelectRecords = (transaction: ReadTransaction, call: SelectionCall) => Promise<RecordSelection>;
