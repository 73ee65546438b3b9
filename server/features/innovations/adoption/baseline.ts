import type { AdoptionBaseline } from '#contract/innovations/adoptions';
import type { EntryFigure } from '#contract/innovations/catalogue';
import type { Language } from '#contract/messages';
import type { Summary } from '#contract/measures';
import { findField, MEASURE_IDS, type MeasureField, type MeasureId } from '#domain/measures';
import { addDays, addMonthsToStart, monthStart } from '#domain/period/civil-date';
import type { Period } from '#domain/period/period';
import type { KeptBaseline } from './adoptions.queries.ts';

/** The quarter before today, in whole months: what it is like here now. */
const MONTHS = 3;

/** What every adopter wants to know of the own unit, whatever the source measured; both clocks. */
const ALWAYS: readonly (readonly [MeasureId, string])[] = [
  ['turnaround', 'sameVisitShare'],
  ['turnaround', 'dueMetShare'],
  ['turnaround', 'medianMinutes'],
  ['turnaround', 'medianWorkingMinutes'],
  ['ikm', 'score'],
];

/** The last three whole months. */
export function baselinePeriod(today: string): Period {
  const thisMonth = monthStart(today);
  return { from: addMonthsToStart(thisMonth, -MONTHS), to: addDays(thisMonth, -1) };
}

/**
 * The own figures beside those that the source had before it began: what the source proves itself by first, then what
 * every adopter asks. What is not told to everybody is null.
 */
export function baselineOf(
  summary: Summary | null,
  period: Period,
  figures: readonly EntryFigure[],
): KeptBaseline[] {
  const keys = new Map<string, readonly [MeasureId, MeasureField]>();
  const wanted = [...figures.map(({ measure, field }) => [measure, field] as const), ...ALWAYS];
  for (const [measure, id] of wanted) {
    const known = MEASURE_IDS.find((each) => each === measure);
    const field = known === undefined ? null : findField(known, id);
    if (known !== undefined && field !== null) keys.set(`${measure}.${id}`, [known, field]);
  }
  return [...keys.values()].map(([measure, field]) => {
    const block = (summary?.[measure] ?? {}) as Readonly<Record<string, unknown>>;
    const value = numberIn(block, field.id);
    const proof = figures.find((figure) => figure.measure === measure && figure.field === field.id);
    return {
      measure,
      field: field.id,
      ...period,
      value,
      n: value === null ? null : numberIn(block, field.n),
      source: proof === undefined ? null : { value: proof.before.value, n: proof.before.n },
    };
  });
}

/** The kept figures in the reader's words. A field of a later version is left out. */
export function toldBaseline(kept: readonly KeptBaseline[], language: Language): AdoptionBaseline[] {
  return kept.flatMap((each) => {
    const measure = MEASURE_IDS.find((known) => known === each.measure);
    const field = measure === undefined ? null : findField(measure, each.field);
    if (field === null) return [];
    const label = language === 'en' ? field.labelEn : field.label;
    return [{ ...each, source: each.source ?? null, label, unit: field.unit, decimals: field.decimals }];
  });
}

function numberIn(block: Readonly<Record<string, unknown>>, name: string): number | null {
  const value = block[name];
  return typeof value === 'number' ? value : null;
}
