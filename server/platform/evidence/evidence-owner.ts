import type { EvidenceOf } from '#contract/evidence';
import type { Person } from '../auth/person.ts';
import type { ReadTransaction } from '../database/scoped.ts';

/** What the one who asks may do with the evidence of one thing. */
export interface EvidenceSight {
  /** What it is evidence of, in a few words: "Tonggak 3: Jaringan siap". */
  readonly title: string;
  readonly mayAdd: boolean;
}

/**
 * A feature's word about evidence of its things. Null: the person may not know the thing, which is answered like one
 * that does not exist.
 */
export type EvidenceOwner = (
  transaction: ReadTransaction,
  person: Person,
  id: string,
) => Promise<EvidenceSight | null>;

/** Every kind has an owner, handed in by the app. */
export type EvidenceOwners = Readonly<Partial<Record<EvidenceOf, EvidenceOwner>>>;
