import type { Connectivity } from '../entry-facets.ts';
import type { EntryFieldId } from '../entry-fields.ts';

/** What an award draft reads of an entry. */
export interface AwardEntry {
  readonly name: string;
  readonly initiator: string;
  readonly digital: boolean | null;
  readonly initiatedOn: string | null;
  readonly trialOn: string | null;
  readonly appliedOn: string | null;
  readonly summary: string;
  readonly problem: string;
  readonly goal: string;
  readonly howItWorks: string;
  readonly novelty: string;
  readonly services: readonly string[];
  readonly partners: readonly string[];
  readonly people: number | null;
  readonly peopleNote: string;
  readonly budget: number | null;
  readonly budgetNote: string;
  readonly connectivity: Connectivity | null;
  readonly legalBasis: readonly {
    readonly kind: string;
    readonly number: string;
    readonly on: string | null;
    readonly title: string;
  }[];
  readonly steps: readonly { readonly body: string }[];
  readonly challenges: string;
  readonly lessons: string;
  readonly results: readonly {
    readonly what: string;
    readonly before: string;
    readonly after: string;
    readonly unit: string;
    readonly method: string;
    readonly n: number | null;
    readonly period: string;
  }[];
  readonly beneficiaries: string;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly contact: { readonly phone: string; readonly email: string } | null;
}

/** What the product's own records tell of the unit, over a period. Null: not known, or not told to who asks. */
export interface AwardFigures {
  readonly from: string;
  readonly to: string;
  /** Citizen clock, nine of ten requests, in minutes; and over how many. */
  readonly p90Minutes: number | null;
  readonly completed: number | null;
  readonly complaintsResolvedShare: number | null;
  readonly complaintsValid: number | null;
  readonly ikmScore: number | null;
  readonly ikmRespondents: number | null;
  readonly ikmSufficient: boolean | null;
  /** Figures that who asks may not know, because few people stand behind them. */
  readonly veiled: readonly ('turnaround' | 'complaints' | 'ikm')[];
  /** Kabupaten, each counted once, that told of an adoption which runs or is done. */
  readonly otherKabupaten: number;
  /** Units of the own kabupaten that took it home; they are no other region. */
  readonly ownUnits: number;
}

/** A part of an award's form, filled from an entry. */
export interface FilledPart {
  /** Indonesian, as the form is; empty where nothing is told. */
  readonly text: string;
  /** Fields of the entry that it is filled from. */
  readonly fields: readonly EntryFieldId[];
}
