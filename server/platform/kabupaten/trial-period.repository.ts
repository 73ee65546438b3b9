import type { Knex } from 'knex';
import { addDays, addMonthsToStart, daysBetween, monthEnd, monthStart } from '#domain/period/civil-date';

/** A new kabupaten runs so many months without proposals about staff and without a watch-list. */
export const TRIAL_MONTHS = 3;

/**
 * Starts the trial period (masa uji) of a new kabupaten, within the transaction that makes it.
 * @param today ISO day in the kabupaten's zone: its first day
 * @param postTitle who decided it
 * @returns the first day after it
 */
export async function startTrialPeriod(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  today: string,
  postTitle: string,
): Promise<string> {
  const endsOn = sameDayLater(today, TRIAL_MONTHS);
  await transaction('trial_periods').insert({
    kabupaten_code: kabupatenCode,
    starts_on: today,
    ends_on: endsOn,
    post_title: postTitle,
  });
  return endsOn;
}

/** The same day so many months later, or the last one of that month: 30 November + 3 is 28 February. */
export function sameDayLater(day: string, months: number): string {
  const month = addMonthsToStart(day, months);
  const same = addDays(month, daysBetween(monthStart(day), day));
  return same > monthEnd(month) ? monthEnd(month) : same;
}
