import { type IsoDate, addDays } from '../../../core/period.ts';
import { readDay } from '../../../ui/day-text.ts';

/** The last day that was typed, as the API wants it, or what is wrong with it. */
export type EndDate =
  | { readonly kind: 'none' }
  | { readonly kind: 'day'; readonly firstDayWithout: IsoDate }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'past' };

/**
 * Reads a last day typed as `31/12/2026`; nothing typed is no end. The API counts by the first day without, which is the
 * day after.
 */
export function readEndDate(typed: string, today: IsoDate): EndDate {
  if (typed.trim() === '') return { kind: 'none' };
  const last = readDay(typed);
  if (last === null) return { kind: 'invalid' };
  return last < today ? { kind: 'past' } : { kind: 'day', firstDayWithout: addDays(last, 1) };
}
