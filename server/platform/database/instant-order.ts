import type { RowReader } from './dataset-loader.ts';

const DAY_MILLIS = 86_400_000;

/** True when ISO 8601 UTC instant `a` is before `b`; texts of one length compare as they stand. */
function isBefore(a: string, b: string): boolean {
  return a.length === b.length ? a < b : Date.parse(a) < Date.parse(b);
}

/**
 * A moment of a row that cannot come before `start` (ISO 8601 UTC): a day given without a time, on which `start` lies,
 * is the same moment. `early` where it was before all the same; `at` is null where the row has no such moment.
 */
export function momentFrom(
  row: Pick<RowReader, 'text' | 'isDateOnly'>,
  field: string,
  start: string,
): { readonly at: string | null; readonly early: boolean } {
  const at = row.text(field);
  if (at === null || !isBefore(at, start)) return { at, early: false };
  const sameDay = row.isDateOnly(field) && Date.parse(start) - Date.parse(at) < DAY_MILLIS;
  return { at: sameDay ? start : at, early: !sameDay };
}
