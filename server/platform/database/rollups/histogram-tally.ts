/** Up to so many keys are kept as a list; beyond it a place per key is cheaper to find. */
const FEW = 12;

/**
 * A histogram while it is being added up. An import holds tens of thousands of them at a time, most with two or three
 * keys: those cost a short list, not a place for every possible key.
 */
export class HistogramTally {
  /** Keys with a count, in the order in which they first came. */
  readonly used: number[] = [];
  readonly #size: number;
  /** Counts of `used`, place by place, until there are too many. */
  readonly #few: number[] = [];
  #counts: Int32Array | null = null;

  /** @param size keys are 0 to size − 1 */
  constructor(size: number) {
    this.#size = size;
  }

  /** How often the key occurs. */
  count(key: number): number {
    if (this.#counts) return this.#counts[key] ?? 0;
    return this.#few[this.used.indexOf(key)] ?? 0;
  }

  /** @throws RangeError when the key has no place */
  add(key: number, count: number): void {
    if (!(key >= 0 && key < this.#size)) throw new RangeError(`histogram key ${key} of ${this.#size}`);
    const counts = this.#counts;
    if (counts) {
      const before = counts[key] ?? 0;
      if (before === 0) this.used.push(key);
      counts[key] = before + count;
      return;
    }
    const at = this.used.indexOf(key);
    if (at >= 0) {
      this.#few[at] = (this.#few[at] ?? 0) + count;
      return;
    }
    this.used.push(key);
    this.#few.push(count);
    if (this.used.length > FEW) this.#spread();
  }

  addAll(other: HistogramTally): void {
    for (const key of other.used) this.add(key, other.count(key));
  }

  /** The keys in [from, to) that occur, with `from` taken off, as key → count. */
  slice(from = 0, to = this.#size): Record<number, number> {
    const histogram: Record<number, number> = {};
    for (const key of this.used) {
      const count = this.count(key);
      if (key >= from && key < to && count !== 0) histogram[key - from] = count;
    }
    return histogram;
  }

  #spread(): void {
    const counts = new Int32Array(this.#size);
    this.used.forEach((key, at) => (counts[key] = this.#few[at] ?? 0));
    this.#counts = counts;
    this.#few.length = 0;
  }
}

/**
 * Adds the pairs of two PostgreSQL arrays in text form (`{3,17}` and `{2,1}`) to `tally`; without counts every key
 * counts once; a negative sign takes them away. Read by hand because a summary reads thousands of such numbers, and an
 * import millions: a general array parser takes ten times as long.
 */
export function addPairs(
  tally: HistogramTally,
  keys: string | null,
  counts: string | null,
  sign: 1 | -1 = 1,
): void {
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
    tally.add(key, sign * count);
    keyAt += 1;
  }
}
