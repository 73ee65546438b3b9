/** A histogram: key → count. Whole keys keep an object in ascending order. */
export type SparseTally = Record<number, number>;

/**
 * Adds the pairs of two PostgreSQL arrays in text form (`{3,17}` and `{2,1}`) to `tally`; without counts every key
 * counts once. Read by hand because a summary reads thousands of such numbers and a general array parser takes ten
 * times as long.
 */
export function addPairs(tally: SparseTally, keys: string | null, counts: string | null): void {
  if (keys === null) return;
  let keyAt = 1;
  let countAt = 1;
  while (keyAt < keys.length - 1) {
    let key = 0;
    for (let code = keys.charCodeAt(keyAt); code >= 48 && code <= 57; code = keys.charCodeAt(++keyAt)) key = key * 10 + code - 48;
    let count = 1;
    if (counts !== null) {
      count = 0;
      for (let code = counts.charCodeAt(countAt); code >= 48 && code <= 57; code = counts.charCodeAt(++countAt)) count = count * 10 + code - 48;
      countAt += 1;
    }
    tally[key] = (tally[key] ?? 0) + count;
    keyAt += 1;
  }
}

/** The part of a tally with keys in [from, to), with `from` taken off the keys. */
export function sliceTally(tally: SparseTally, from: number, to: number): SparseTally {
  const part: SparseTally = {};
  for (const key in tally) {
    const number = Number(key);
    if (number >= from && number < to) part[number - from] = tally[number] ?? 0;
  }
  return part;
}
