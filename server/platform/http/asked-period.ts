import { monthStart } from '#domain/period/civil-date';
import { lengthInDays, type Period } from '#domain/period/period';
import type { Clock } from '../database/rollups/selection.ts';
import { ProblemException } from './problem-error.ts';

const LONGEST_DAYS = 50 * 366;

/**
 * The days a caller asks for, both included; without any the current month up to today.
 * @throws ProblemException 400 for a period that ends before it begins, or is longer than 50 years
 */
export function askedPeriod(
  query: { readonly from?: string | undefined; readonly to?: string | undefined },
  clock: Clock,
): Period {
  const to = query.to ?? (query.from !== undefined && query.from > clock.today ? query.from : clock.today);
  const from = query.from ?? monthStart(to);
  if (from > to) throw new ProblemException(400, 'period-reversed', { from, to });
  if (lengthInDays({ from, to }) > LONGEST_DAYS) throw new ProblemException(400, 'period-too-long');
  return { from, to };
}

/**
 * The part of a period that may be shown yet (trial period). Of one that begins later the month of the last shown day
 * stands in its place; the answer tells its days.
 */
export function shownPeriod({ from, to }: Period, shownUntil: string): Period {
  if (to <= shownUntil) return { from, to };
  return { from: from > shownUntil ? monthStart(shownUntil) : from, to: shownUntil };
}

/** Before every record there is. */
const EVER = '0001-01-01';

/**
 * The days of a list of records as far as they may be shown yet (trial period), so that a list is never longer than its
 * number; a list without days ends at the last shown one.
 */
export function shownDays(asked: Period | null, shownUntil: string | null): Period | null {
  if (shownUntil === null) return asked;
  return asked === null ? { from: EVER, to: shownUntil } : shownPeriod(asked, shownUntil);
}
