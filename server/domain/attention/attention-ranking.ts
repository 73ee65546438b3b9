import type { Finding } from './finding.ts';
import { TOLD_FIELDS } from './field-words.ts';

/** A list longer than this is a report, not a list of decisions. */
export const MOST_ITEMS = 7;
/** One unit never takes the whole list. */
export const MOST_PER_UNIT = 2;
export const MOST_PRAISED = 3;
/** Of changes that differ by less than this factor the one that people feel first is told. */
export const COMPARABLE = 2;

export interface RankedFindings {
  readonly items: readonly Finding[];
  /** Findings beyond the caps. */
  readonly more: number;
}

/**
 * The most pressing findings first. What scores the same is ordered by field, kind and unit, so that the list stands still.
 *
 * @param perUnit findings of one unit at most; where there is one unit only, nothing is to be gained by a limit
 */
export function rank(
  findings: readonly Finding[],
  perUnit: number = MOST_PER_UNIT,
  most: number = MOST_ITEMS,
): RankedFindings {
  const taken = new Map<string, number>();
  const items: Finding[] = [];
  for (const finding of findings.toSorted(byScore)) {
    const ofUnit = taken.get(finding.unit) ?? 0;
    if (items.length === most || ofUnit >= perUnit) continue;
    taken.set(finding.unit, ofUnit + 1);
    items.push(finding);
  }
  return { items, more: findings.length - items.length };
}

/**
 * Improvements worth a word of thanks, one a unit: the units with the largest first, each with what people feel first of
 * what improved at least half as much as its largest.
 */
export function praise(findings: readonly Finding[], most: number = MOST_PRAISED): readonly Finding[] {
  return rank(findings, 1, most).items.map((largest) => {
    const comparable = findings.filter(
      ({ unit, score }) => unit === largest.unit && score * COMPARABLE >= largest.score,
    );
    return comparable.toSorted((a, b) => fieldOrder(a) - fieldOrder(b) || byScore(a, b))[0] ?? largest;
  });
}

function byScore(a: Finding, b: Finding): number {
  return b.score - a.score || fieldOrder(a) - fieldOrder(b) || orderText(a).localeCompare(orderText(b));
}

function fieldOrder({ field }: Finding): number {
  return field === null ? TOLD_FIELDS.length : TOLD_FIELDS.indexOf(field);
}

function orderText({ kind, unit, field, service }: Finding): string {
  return [kind, unit, field ?? '', service ?? ''].join('|');
}
