/** How the rules of alerts see the months and weeks of a unit. */
import { addDays, monthStart, weekStart, type IsoDate } from '../period/civil-date.ts';
import { isSilent, REPORTED_WITHIN_DAYS } from '../reporting/silence.ts';
import type { AlertPeriod } from './alert-episode.ts';

/** A whole month of a series as the signal engine judged it. */
export interface JudgedMonth {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Null where too few records stand behind it to be judged. */
  readonly value: number | null;
  /** The target in force on its first day. */
  readonly target: { readonly atLeast: number | null; readonly atMost: number | null } | null;
  /** Whether the signal engine had limits for it, and which way its signal points; null without a signal. */
  readonly hasLimits: boolean;
  readonly direction: 'up' | 'down' | null;
}

/**
 * Days after the end of a month until it is judged, for fields that count what is not finished yet against a unit: a complaint
 * of the month's last day has 14 working days (PermenPANRB 62/2018), and before that nobody is late with it.
 */
const SETTLES_AFTER_DAYS: Readonly<Record<string, number>> = { 'complaints.resolvedShare': 21 };

/** True when a month of a field is over, and so long ago that it can be judged. */
export function isSettledMonth(key: string, lastDay: IsoDate, today: IsoDate): boolean {
  return addDays(lastDay, SETTLES_AFTER_DAYS[key] ?? 0) < today;
}

/** Differences smaller than this come from adding up fractions, not from what was recorded. */
const ROUNDING = 1e-9;

/** The side on which a value misses its target; null when it meets it. Reaching the target exactly is meeting it. */
export function missedSide(
  value: number,
  { atLeast, atMost }: { readonly atLeast: number | null; readonly atMost: number | null },
): 'below' | 'above' | null {
  if (atLeast !== null && value < atLeast - slackOf(atLeast)) return 'below';
  if (atMost !== null && value > atMost + slackOf(atMost)) return 'above';
  return null;
}

function slackOf(target: number): number {
  return ROUNDING * Math.max(1, Math.abs(target));
}

/** Months against their target: held where the value misses it. */
export function targetPeriods(months: readonly JudgedMonth[]): AlertPeriod[] {
  return months.map(({ from, to, value, target }) => {
    if (target === null) return { from, to, state: 'no-rule' };
    if (value === null) return { from, to, state: 'unknown' };
    return { from, to, state: missedSide(value, target) === null ? 'clear' : 'holds' };
  });
}

/** Months by the signal engine: held where a signal points to the worse side. */
export function worseningPeriods(months: readonly JudgedMonth[], better: 'up' | 'down'): AlertPeriod[] {
  return months.map(({ from, to, value, hasLimits, direction }) => {
    if (value === null || !hasLimits) return { from, to, state: 'unknown' };
    return { from, to, state: direction !== null && direction !== better ? 'holds' : 'clear' };
  });
}

/** What is known of a unit's reporting. */
export interface Arrivals {
  /** Days on which something was recorded, ascending. */
  readonly days: readonly IsoDate[];
  /** Working days of its calendar, ascending. */
  readonly workingDays: readonly IsoDate[];
  /** First days of months for which it said that there was nothing. */
  readonly nilMonths: readonly IsoDate[];
}

/**
 * Weeks (Monday to Sunday): held where the unit was silent at the end of the week, by the rule of the list of exceptions. A
 * week without a working day says nothing, and neither does one of a unit that had not reported for a year: it has not
 * fallen silent.
 */
export function silencePeriods(
  weeks: readonly { readonly from: IsoDate; readonly to: IsoDate }[],
  { days, workingDays, nilMonths }: Arrivals,
): AlertPeriod[] {
  return weeks.map(({ from, to }) => {
    const lastOn = days.findLast((day) => day <= to);
    const isOpen = workingDays.some((day) => day >= from && day <= to);
    const after = addDays(to, 1);
    if (lastOn === undefined || lastOn < addDays(after, -REPORTED_WITHIN_DAYS) || !isOpen)
      return { from, to, state: 'unknown' };
    const without = workingDays.filter((day) => day > lastOn && day <= to).length;
    const isHeld = isSilent(lastOn, after, without) && !nilMonths.includes(monthStart(to));
    return { from, to, state: isHeld ? 'holds' : 'clear' };
  });
}

/** The whole weeks before a day, the newest last. */
export function weeksBefore(today: IsoDate, count: number): { from: IsoDate; to: IsoDate }[] {
  const thisWeek = weekStart(today);
  return Array.from({ length: count }, (_, index) => {
    const from = addDays(thisWeek, -7 * (count - index));
    return { from, to: addDays(from, 6) };
  });
}
