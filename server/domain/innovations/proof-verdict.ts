/**
 * What proves an innovation: a figure of its unit before and after its start. Which months are compared is written down
 * before the result is seen, so that nobody picks the months that please.
 */
import { JUDGED_MEASURES, MEASURES, type JudgedMeasure, type MeasureField } from '../measures.ts';
import { addDays, addMonthsToStart, monthEnd, monthStart, type IsoDate } from '../period/civil-date.ts';
import type { Period } from '../period/period.ts';
import type { ChangeVerdict } from '../pilots/change-since.ts';
import type { Proof } from './entry-facets.ts';

/** Fewer whole months before the start are no comparison. */
export const FEWEST_MONTHS_BEFORE = 3;
/** More than two years would compare with another time. */
export const MOST_MONTHS_BEFORE = 24;
/** With fewer whole months since the start nothing is said. */
export const FEWEST_MONTHS_AFTER = 3;
/** The latest months count, a year at most: every season once. */
export const MOST_MONTHS_AFTER = 12;
/** Records that have to stand behind each side, so that one person more or less does not turn the result. */
export const FEWEST_PROVING_RECORDS = 30;

/** Fields that come in two clocks; whoever names one names both (`experience`: two clocks). */
const CLOCKS: readonly (readonly [string, string])[] = [
  ['medianMinutes', 'medianWorkingMinutes'],
  ['p90Minutes', 'p90WorkingMinutes'],
  ['medianResolutionMinutes', 'medianResolutionWorkingMinutes'],
  ['p90ResolutionMinutes', 'p90ResolutionWorkingMinutes'],
];

/** Fields that can prove something: shares, times and scores of which a direction is good. Counts say how much, not how well. */
export const PROVING_FIELDS: readonly { readonly measure: JudgedMeasure; readonly field: MeasureField }[] =
  JUDGED_MEASURES.flatMap((measure) =>
    MEASURES[measure].fields
      .filter(({ unit, polarity }) => unit !== 'count' && polarity !== 'neutral')
      .map((field) => ({ measure, field })),
  );

/** The field and, where it is a time told by two clocks, the other one; the citizens' clock first. Empty for no such field. */
export function lockedFields(
  measure: string,
  fieldId: string,
): readonly { readonly measure: JudgedMeasure; readonly field: MeasureField }[] {
  const pair = CLOCKS.find((clocks) => clocks.includes(fieldId)) ?? [fieldId];
  const known = PROVING_FIELDS.filter((each) => each.measure === measure);
  if (!known.some(({ field }) => field.id === fieldId)) return [];
  return pair.flatMap((id) => known.find(({ field }) => field.id === id) ?? []);
}

/** What is locked. */
export interface ProofLock {
  readonly startedOn: IsoDate;
  readonly before: Period;
}

/** Why months cannot be compared; null where they can. */
export function lockFault({ startedOn, before }: ProofLock, today: IsoDate): LockFault | null {
  if (startedOn > today) return 'proof-start-ahead';
  if (before.from !== monthStart(before.from) || before.to !== monthEnd(before.to) || before.from > before.to)
    return 'proof-months-whole';
  if (before.to >= monthStart(startedOn)) return 'proof-before-start';
  const months = monthsIn(before);
  return months < FEWEST_MONTHS_BEFORE || months > MOST_MONTHS_BEFORE ? 'proof-months-count' : null;
}

export type LockFault =
  'proof-start-ahead' | 'proof-months-whole' | 'proof-before-start' | 'proof-months-count';

/**
 * Whole months since the start that are over: the latest twelve. The month of the start counts where it began on the
 * first. Null while there are fewer than three.
 */
export function monthsAfterStart(startedOn: IsoDate, today: IsoDate): Period | null {
  const own = monthStart(startedOn);
  const first = startedOn === own ? own : addMonthsToStart(own, 1);
  const end = addDays(monthStart(today), -1);
  if (end < first) return null;
  const months = monthsIn({ from: first, to: end });
  if (months < FEWEST_MONTHS_AFTER) return null;
  const counted = Math.min(months, MOST_MONTHS_AFTER);
  return { from: addMonthsToStart(monthStart(today), -counted), to: end };
}

/** A side of a comparison. */
interface Side {
  readonly value: number | null;
  readonly n: number;
}

/** A figure, as far as it proves something. */
export interface ProvingFigure {
  readonly before: Side;
  readonly after: Side;
  readonly verdict: 'membaik' | 'memburuk' | 'stabil' | null;
}

/** What the engine of signals says about the change since the start, in the words of the catalogue; null: cannot say. */
export function changeWord({ verdict }: ChangeVerdict): ProvingFigure['verdict'] {
  switch (verdict) {
    case 'better':
      return 'membaik';
    case 'worse':
      return 'memburuk';
    case 'no-change':
      return 'stabil';
    case 'insufficient-data':
      return null;
  }
}

/**
 * Whether the figure is a measurement: enough records on both sides, and enough months for the engine to judge. That it
 * got worse or stayed as it was is measured too.
 */
export function isMeasured({ before, after, verdict }: ProvingFigure): boolean {
  return (
    [before, after].every(({ value, n }) => value !== null && n >= FEWEST_PROVING_RECORDS) && verdict !== null
  );
}

/** The badge: measured where a figure is, else what the entry's own words give. */
export function proofBadge(figures: readonly ProvingFigure[], reported: Exclude<Proof, 'terukur'>): Proof {
  return figures.some(isMeasured) ? 'terukur' : reported;
}

/** Whole months from the first to the last day. */
function monthsIn({ from, to }: Period): number {
  const index = (day: IsoDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return index(to) - index(from) + 1;
}
