import { type DispositionState } from '../attention/disposition-life.ts';
import type { IsoDate } from '../period/civil-date.ts';

/** A commitment of an earlier meeting, as far as its place on the agenda depends on it. */
export interface OpenPromise {
  readonly id: string;
  readonly state: DispositionState;
  readonly dueOn: IsoDate | null;
  readonly meetingOn: IsoDate | null;
}

/** Late ones first, then those that wait for a word (reported), then those that still run. */
const PLACES: Readonly<Record<DispositionState, number>> = { late: 0, reported: 1, open: 2, closed: 3 };

/**
 * Unkept promises in the order they are asked about: what is late longest comes first; closed ones are left out. Of
 * equal ones the older promise comes first.
 */
export function promisesInOrder<P extends OpenPromise>(promises: readonly P[]): P[] {
  const dueOf = ({ dueOn }: P): string => dueOn ?? '9999-12-31';
  return promises
    .filter(({ state }) => state !== 'closed')
    .toSorted(
      (a, b) => PLACES[a.state] - PLACES[b.state] || compare(dueOf(a), dueOf(b)) || compare(a.id, b.id),
    );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What became of a matter on the agenda. */
export type ItemFate = 'decided' | 'undecided' | 'noted' | 'not-discussed';

/** A decision counts whatever else was said; a matter that nobody spoke of is neither noted nor undecided. */
export function fateOf(item: {
  readonly outcome: 'undecided' | 'noted' | null;
  readonly decisions: number;
  readonly note: string;
}): ItemFate {
  if (item.decisions > 0) return 'decided';
  if (item.outcome !== null) return item.outcome;
  return item.note.trim() === '' ? 'not-discussed' : 'noted';
}

/** A decision as far as it was written. */
export interface WrittenDecision {
  readonly what: string;
  readonly toPost: string | null;
  readonly dueOn: IsoDate | null;
}

/** Shortest words that tell what is to be done; as the contract of disposisi asks for them. */
const SHORTEST = 3;

/** True when nothing was written into a decision: it is as if it had not been begun. */
export function isBlank({ what }: Pick<WrittenDecision, 'what'>): boolean {
  return what.trim() === '';
}

/** What a decision lacks before it can be followed up: words, who, or a day that is still to come. */
export function lacks(decision: WrittenDecision, today: IsoDate): readonly ('what' | 'who' | 'when')[] {
  return [
    ...(decision.what.trim().length < SHORTEST ? (['what'] as const) : []),
    ...(decision.toPost === null ? (['who'] as const) : []),
    ...(decision.dueOn === null || decision.dueOn < today ? (['when'] as const) : []),
  ];
}
