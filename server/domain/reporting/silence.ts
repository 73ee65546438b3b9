/** A unit that reported and then falls silent: an exception, never a zero. */
import { addDays, type IsoDate } from '../period/civil-date.ts';

/** Working days without a record, all of them over, from which a unit is silent: a working week. */
export const SILENT_WORKING_DAYS = 5;
/** A unit without a record for longer than this is not silent: it does not report at all, which is another matter. */
export const REPORTED_WITHIN_DAYS = 365;

/**
 * True when a unit that had records in the last twelve months has received none for a working week of its own calendar.
 *
 * @param lastOn day of its last record; null when it never had one
 * @param workingDays working days of its calendar after that day and before today; today is not over yet
 */
export function isSilent(lastOn: IsoDate | null, today: IsoDate, workingDays: number): boolean {
  if (lastOn === null || lastOn < addDays(today, -REPORTED_WITHIN_DAYS)) return false;
  return workingDays >= SILENT_WORKING_DAYS;
}
