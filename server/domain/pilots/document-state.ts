/** Validity of the documents of a pilot: SPM, SP, SOP, IKM. */
import { addDays, type IsoDate } from '../period/civil-date.ts';

export type DocumentState = 'not-yet' | 'valid' | 'ending' | 'ended';

/** A document is told to end so many days ahead, so that its successor can be decreed in time. */
export const ENDING_DAYS = 60;

/** Where a document stands on a day; `validTo` is its last day, null without an end. */
export function documentStateOn(
  { validFrom, validTo }: { readonly validFrom: IsoDate; readonly validTo: IsoDate | null },
  day: IsoDate,
): DocumentState {
  if (validTo !== null && validTo < day) return 'ended';
  if (validFrom > day) return 'not-yet';
  return validTo !== null && validTo <= addDays(day, ENDING_DAYS) ? 'ending' : 'valid';
}
