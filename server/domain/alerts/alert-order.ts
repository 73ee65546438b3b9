/** Which alert comes first: on the page, in digests, in mails and in the one notice about several. */
import { LONGEST, scoreOf } from '../attention/finding.ts';
import { TOLD_FIELDS } from '../attention/field-words.ts';
import { addMonthsToStart, monthStart, type IsoDate } from '../period/civil-date.ts';
import { SILENT_WORKING_DAYS } from '../reporting/silence.ts';
import type { AlertFacts, AlertMatter } from './alert-words.ts';

/** What the place of an alert depends on. */
export interface OrderedAlert extends AlertMatter {
  readonly unit: string;
  readonly since: IsoDate;
  readonly facts: Pick<AlertFacts, 'month' | 'far' | 'silentDays'>;
}

/** Sigmas of a figure of which no limits are known. */
const USUAL_FAR = 3;

/** How pressing an alert is, on the scale of the list of exceptions: how far, in sigmas, times how long, in months. */
export function alertScore({ reasons, since, facts }: OrderedAlert): number {
  // It hides everything else, as there.
  if (reasons.some(({ rule }) => rule === 'not-reporting'))
    return scoreOf((2 * (facts.silentDays ?? 0)) / SILENT_WORKING_DAYS, 2);
  return scoreOf(facts.far ?? USUAL_FAR, monthsBetween(since, facts.month ?? since));
}

/**
 * The alerts unit by unit: the unit with the most pressing one first, and within a unit the most pressing first. What is
 * equally pressing is ordered by field and unit, so that lists stand still.
 */
export function inAlertOrder<Alert>(
  alerts: readonly Alert[],
  of: (alert: Alert) => OrderedAlert,
): readonly Alert[] {
  const placed = alerts
    .map((alert) => ({ alert, ...of(alert), score: alertScore(of(alert)) }))
    .toSorted((a, b) => b.score - a.score || fieldOrder(a) - fieldOrder(b) || a.unit.localeCompare(b.unit));
  const units = Map.groupBy(placed, ({ unit }) => unit);
  return [...units.values()].flat().map(({ alert }) => alert);
}

function fieldOrder({ field }: OrderedAlert): number {
  const place = field === null ? -1 : TOLD_FIELDS.indexOf(field);
  return field !== null && place < 0 ? TOLD_FIELDS.length : place;
}

/** Months from the first to the last one, both counted, as far as they matter. */
function monthsBetween(from: IsoDate, to: IsoDate): number {
  let months = 1;
  for (let day = monthStart(from); day < monthStart(to) && months < LONGEST; months += 1)
    day = addMonthsToStart(day, 1);
  return months;
}
