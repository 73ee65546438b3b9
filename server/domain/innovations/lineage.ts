/** Who took an innovation from whom: entries and, under each, those who adopted it. */
import type { AdoptionOutcome, AdoptionState } from './adoption-life.ts';

/** An adoption, as its adopter tells it. */
export interface LineageAdoption {
  readonly id: string;
  /** The entry that was taken. */
  readonly entryId: string;
  /** The adopter's own entry that grew from it; null while there is none that may be seen. */
  readonly grownEntryId: string | null;
  readonly state: AdoptionState;
  readonly outcome: AdoptionOutcome | null;
}

/** A place in the tree: the entry at its root, or an adoption; with how deep it lies. */
export type LineagePlace<A extends LineageAdoption> =
  | { readonly kind: 'entry'; readonly entryId: string; readonly depth: 0 }
  | { readonly kind: 'adoption'; readonly adoption: A; readonly depth: number };

/**
 * The tree below an entry, read from top to bottom: each adoption, and below it those who adopted what grew from it. The
 * adoptions of an entry stay in the order given. Nobody stands in the tree twice, whatever was told.
 */
export function lineageOf<A extends LineageAdoption>(
  root: string,
  adoptions: readonly A[],
): LineagePlace<A>[] {
  const byEntry = Map.groupBy(adoptions, ({ entryId }) => entryId);
  const seen = new Set<string>([root]);
  const below = (entryId: string, depth: number): LineagePlace<A>[] =>
    (byEntry.get(entryId) ?? []).flatMap((adoption): LineagePlace<A>[] => {
      if (seen.has(adoption.id)) return [];
      seen.add(adoption.id);
      const grown = adoption.grownEntryId;
      const place = { kind: 'adoption' as const, adoption, depth };
      if (grown === null || seen.has(grown)) return [place];
      seen.add(grown);
      return [place, ...below(grown, depth + 1)];
    });
  return [{ kind: 'entry', entryId: root, depth: 0 }, ...below(root, 1)];
}

/** How adoptions went, counted: what stopped counts as stopped whatever its outcome was said to be. */
export function lineageTally(adoptions: readonly Pick<LineageAdoption, 'state' | 'outcome'>[]): {
  readonly total: number;
  readonly better: number;
  readonly same: number;
  readonly worse: number;
  readonly stopped: number;
} {
  const going = adoptions.filter(({ state }) => state !== 'stopped');
  const count = (outcome: AdoptionOutcome): number => going.filter((each) => each.outcome === outcome).length;
  return {
    total: adoptions.length,
    better: count('membaik'),
    same: count('sama'),
    worse: count('memburuk'),
    stopped: adoptions.length - going.length,
  };
}
