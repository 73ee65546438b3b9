import { addPairs, HistogramTally } from './histogram-tally.ts';
import type { RollupFamily } from './rollup-family.ts';

interface Sum {
  readonly counts: number[];
  readonly histograms: HistogramTally[];
}

const CHUNK = 64 * 1024;

/** Adds roll-up rows up per key (unit, bucket and dimensions, joined by tabs). */
export class RollupSums {
  readonly #family: RollupFamily;
  readonly #sums = new Map<string, Sum>();
  /** Cleared sums of earlier rounds. */
  readonly #spare: Sum[] = [];

  constructor(family: RollupFamily) {
    this.#family = family;
  }

  get isEmpty(): boolean {
    return this.#sums.size === 0;
  }

  /** @param row dimensions, counts and histograms as COPY text */
  add(key: string, row: readonly string[]): void {
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

  /** Adds every sum of `other` under the key that `keyOf` makes of its own. */
  addAll(other: RollupSums, keyOf: (key: string) => string): void {
    for (const [key, sum] of other.#sums) {
      const target = this.#sumOf(keyOf(key));
      sum.counts.forEach((count, index) => (target.counts[index] = (target.counts[index] ?? 0) + count));
      sum.histograms.forEach((tally, index) => target.histograms[index]?.addAll(tally));
    }
  }

  /** Begins anew. */
  clear(): void {
    for (const sum of this.#sums.values()) {
      sum.counts.fill(0);
      for (const tally of sum.histograms) tally.clear();
      this.#spare.push(sum);
    }
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

  #sumOf(key: string): Sum {
    let sum = this.#sums.get(key);
    if (!sum) {
      sum = this.#spare.pop() ?? {
        counts: this.#family.counts.map(() => 0),
        histograms: this.#family.histograms.map(({ size }) => new HistogramTally(size)),
      };
      this.#sums.set(key, sum);
    }
    return sum;
  }
}

/** Keys and counts as two array fields, each after a tab; NULL when nothing was counted. */
function pairsText(tally: HistogramTally): string {
  if (tally.used.length === 0) return '\t\\N\t\\N';
  let keys = '';
  let counts = '';
  for (const key of tally.used) {
    keys += keys === '' ? String(key) : `,${key}`;
    counts += counts === '' ? String(tally.counts[key]) : `,${tally.counts[key]}`;
  }
  return `\t{${keys}}\t{${counts}}`;
}

function nullable(text: string | undefined): string | null {
  return text === undefined || text === '\\N' ? null : text;
}
