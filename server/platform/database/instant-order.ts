/** True when ISO 8601 UTC instant `a` is before `b`; texts of one length compare as they stand. */
export function isBefore(a: string, b: string): boolean {
  return a.length === b.length ? a < b : Date.parse(a) < Date.parse(b);
}
