/** Small charts of many units side by side: which comes first, and the line of the units together. */
import type { SeriesVerdict } from './series-judgement.ts';
import type { Assurance } from './verdict.ts';

/** Fewer values say too much of single units. */
const FEWEST_UNITS = 5;

const ORDER: readonly Assurance[] = ['misses', 'hit-or-miss', 'unknown', 'meets'];

type Standing = Pick<SeriesVerdict, 'assurance' | 'centre' | 'last' | 'target'>;

/** Orders units by assurance, the ones that miss their target first, then by the distance to it, the worst first. */
export function byNeed(a: Standing, b: Standing): number {
  const difference = ORDER.indexOf(a.assurance) - ORDER.indexOf(b.assurance);
  return difference === 0 ? distanceToTarget(a) - distanceToTarget(b) : difference;
}

/** How far the usual value lies on the good side of the target, negative on the bad side; 0 where there is none. */
function distanceToTarget({ centre, last, target }: Standing): number {
  const value = centre ?? last;
  if (value === null || target === null) return 0;
  const { atLeast, atMost } = target;
  return Math.min(atLeast === null ? Infinity : value - atLeast, atMost === null ? Infinity : atMost - value);
}

/** The median of the units that have a value; null with fewer than five. */
export function medianOfUnits(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  if (sorted.length < FEWEST_UNITS) return null;
  const [below, above] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0];
  return (below + above) / 2;
}
