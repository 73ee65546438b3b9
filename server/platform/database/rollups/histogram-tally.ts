/** A histogram while it is being added up: a place per key, and the keys that occur. */
export class HistogramTally {
  readonly counts: Int32Array;
  /** Keys with a count, in the order in which they first came. */
  readonly used: number[] = [];

  /** @param size keys are 0 to size − 1 */
  constructor(size: number) {
    this.counts = new Int32Array(size);
  }

  /** @throws RangeError when the key has no place */
  add(key: number, count: number): void {
    const before = this.counts[key];
    if (before === undefined) throw new RangeError(`histogram key ${key} of ${this.counts.length}`);
    if (before === 0) this.used.push(key);
    this.counts[key] = before + count;
  }

  addAll(other: HistogramTally): void {
    for (const key of other.used) this.add(key, other.counts[key] ?? 0);
  }

  /** Empty again, for the next use: making a new one costs more than clearing what occurred. */
  clear(): void {
    for (const key of this.used) this.counts[key] = 0;
    this.used.length = 0;
  }

  /** The keys in [from, to) that occur, with `from` taken off, as key → count. */
  slice(from = 0, to = this.counts.length): Record<number, number> {
    const histogram: Record<number, number> = {};
    for (const key of this.used) {
      const count = this.counts[key] ?? 0;
      if (key >= from && key < to && count !== 0) histogram[key - from] = count;
    }
    return histogram;
  }
}

/**
 * Adds the pairs of two PostgreSQL arrays in text form (`{3,17}` and `{2,1}`) to `tally`; without counts every key
 * counts once. Read by hand because a summary reads thousands of such numbers, and an import millions: a general
 * array parser takes ten times as long.
 */
export function addPairs(tally: HistogramTally, keys: string | null, counts: string | null): void {
  if (keys === null) return;
  const end = keys.length - 1;
  let keyAt = 1;
  let countAt = 1;
  while (keyAt < end) {
    let key = 0;
    for (let code = keys.charCodeAt(keyAt); code >= 48 && code <= 57; code = keys.charCodeAt(++keyAt))
      key = key * 10 + code - 48;
    let count = 1;
    if (counts !== null) {
      count = 0;
      for (
        let code = counts.charCodeAt(countAt);
        code >= 48 && code <= 57;
        code = counts.charCodeAt(++countAt)
      )
        count = count * 10 + code - 48;
      countAt += 1;
    }
    tally.add(key, count);
    keyAt += 1;
  }
}
