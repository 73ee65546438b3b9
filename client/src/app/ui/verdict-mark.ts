import type { Verdict } from '#contract/signals';
import type { MarkKind } from './mark.ts';

/** The sign of a verdict; a unit without any judged bucket has no data, one with too few is not judged. */
export function verdictMark(verdict: Pick<Verdict, 'variation' | 'last'>): MarkKind {
  switch (verdict.variation) {
    case 'improving':
      return 'better';
    case 'worsening':
      return 'worse';
    case 'changed':
      return 'neutral';
    case 'stable':
      return 'stable';
    case 'unknown':
      return verdict.last === null ? 'no-data' : 'unjudged';
  }
}
