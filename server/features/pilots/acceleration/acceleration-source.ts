import type { Acceleration } from '#contract/pilots/programme';
import type { Language } from '#domain/language';
import type { ComparedMonths } from '#domain/pilots/comparison-months';
import type { Person } from '../../../platform/auth/person.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** What is compared: a unit and its service before and after a day, beside units that are in no pilot. */
export interface ComparisonAsk extends ComparedMonths {
  readonly unit: string;
  /** Null: all services together. */
  readonly service: string | null;
  /** First day of the pilot: a change that began in an earlier month is not its. */
  readonly startsOn: string;
  /** Units that are no peers, because they are in a pilot themselves. */
  readonly inPilots: readonly string[];
}

export type Comparison = Pick<Acceleration, 'peers' | 'fields'>;

/** Reads and judges the figures of both sides, as the person may see them. */
export type CompareWithPeers = (
  transaction: ReadTransaction,
  asker: { readonly person: Person; readonly language: Language },
  ask: ComparisonAsk,
) => Promise<Comparison>;
