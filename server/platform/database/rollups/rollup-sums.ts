import { addPairs, HistogramTally } from './histogram-tally.ts';
import type { RollupEvents, RollupFamily } from './rollup-family.ts';

/** What one roll-up row holds, while it is being added up. */
export interface RollupSum {
  readonly counts: number[];
  readonly histograms: HistogramTally[];
}

const CHUNK = 64 * 1024;
const TAB = 9;
const BACKSLASH = 92;

/** Adds roll-up rows and events up per key (unit, bucket and dimensions, joined by tabs). */
export class RollupSums {
  readonly #family: RollupFamily;
  readonly #sums = new Map<string, RollupSum>();

  constructor(family: RollupFamily) {
    this.#family = family;
  }

  get isEmpty(): boolean {
    return this.#sums.size === 0;
  }

  entries(): IterableIterator<[string, RollupSum]> {
    return this.#sums.entries();
  }

  /** @param row dimensions, counts and histograms as COPY text */
  addRow(key: string, row: readonly string[]): void {
    const { dimensions, counts } = this.#family;
    const sum = this.#sumOf(key);
    for (let index = 0, at = dimensions.length; index < counts.length; index += 1, at += 1) {
      sum.counts[index] = (sum.counts[index] ?? 0) + Number(row[at]);
    }
    const firstPair = dimensions.length + counts.length;
    sum.histograms.forEach((tally, index) =>
      addPairs(tally, nullable(row[firstPair + 2 * index]), nullable(row[firstPair + 2 * index + 1])),
    );
  }

  /** Reads lines of COPY text of one kind of event: the cell, whole numbers, histogram keys. */
  eventAdder(events: RollupEvents): (line: string) => void {
    const { dimensions, counts, histograms } = this.#family;
    const countPlaces = events.counts.map((name) => counts.indexOf(name));
    const histogramPlaces = events.histograms.map((name) =>
      histograms.findIndex((each) => each.name === name),
    );
    if ([...countPlaces, ...histogramPlaces].includes(-1))
      throw new Error(`an event of ${this.#family.table} counts something the table has not`);
    const keyFields = 2 + dimensions.length;
    return (line) => {
      let at = -1;
      for (let field = 0; field < keyFields; field += 1) at = line.indexOf('\t', at + 1);
      const sum = this.#sumOf(line.slice(0, at));
      for (const place of countPlaces) {
        let count = 0;
        let code = line.charCodeAt(++at);
        for (; code !== TAB && at < line.length; code = line.charCodeAt(++at)) count = count * 10 + code - 48;
        sum.counts[place] = (sum.counts[place] ?? 0) + count;
      }
      for (const place of histogramPlaces) {
        let code = line.charCodeAt(++at);
        if (code === BACKSLASH) {
          at += 2; // \N
          continue;
        }
        let key = 0;
        for (; code !== TAB && at < line.length; code = line.charCodeAt(++at)) key = key * 10 + code - 48;
        sum.histograms[place]?.add(key, 1);
      }
    };
  }

  /** Adds a sum to the one under `key`. */
  addSum(key: string, sum: RollupSum): void {
    const target = this.#sumOf(key);
    sum.counts.forEach((count, index) => (target.counts[index] = (target.counts[index] ?? 0) + count));
    sum.histograms.forEach((tally, index) => target.histograms[index]?.addAll(tally));
  }

  /** Adds every sum of `other` under the key that `keyOf` makes of its own. */
  addAll(other: RollupSums, keyOf: (key: string) => string): void {
    for (const [key, sum] of other.#sums) this.addSum(keyOf(key), sum);
  }

  /** Begins anew. */
  clear(): void {
    this.#sums.clear();
  }

  /** Columns of the lines that `chunks` gives. */
  get columns(): readonly string[] {
    const { dimensions, counts, histograms } = this.#family;
    return [
      'unit_code',
      'bucket',
      ...dimensions.map((each) => each.column),
      'kabupaten_code',
      'grain',
      ...counts,
      ...histograms.flatMap(({ name }) => [`${name}_keys`, `${name}_counts`]),
    ];
  }

  /** The sums in PostgreSQL's COPY text format. */
  *chunks(kabupatenCode: string, grain: string): Generator<string> {
    let chunk = '';
    for (const [key, sum] of this.#sums) {
      chunk += `${key}\t${kabupatenCode}\t${grain}\t${sum.counts.join('\t')}${sum.histograms.map(pairsText).join('')}\n`;
      if (chunk.length < CHUNK) continue;
      yield chunk;
      chunk = '';
    }
    yield chunk;
  }

  #sumOf(key: string): RollupSum {
    let sum = this.#sums.get(key);
    if (!sum) {
      sum = {
        counts: this.#family.counts.map(() => 0),
        histograms: this.#family.histograms.map(({ size }) => new HistogramTally(size)),
      };
      this.#sums.set(key, sum);
    }
    return sum;
  }
}

/** Keys and counts as two array fields, each after a tab; NULL when nothing was counted, or everything once. */
function pairsText(tally: HistogramTally): string {
  if (tally.used.length === 0) return '\t\\N\t\\N';
  const counts = tally.used.map((key) => tally.count(key));
  return `\t{${tally.used.join(',')}}\t${counts.every((count) => count === 1) ? '\\N' : `{${counts.join(',')}}`}`;
}

function nullable(text: string | undefined): string | null {
  return text === undefined || text === '\\N' ? null : text;
}
