import type { RollupFamily } from './rollup-family.ts';
import { addPairs, type SparseTally } from './sparse-tally.ts';

interface Sum {
  readonly counts: number[];
  readonly histograms: SparseTally[];
}

const CHUNK = 64 * 1024;

/** Adds roll-up rows up per key and gives them out in PostgreSQL's COPY text format. */
export class RollupSums {
  readonly columns: readonly string[];
  readonly #family: RollupFamily;
  readonly #sums = new Map<string, Sum>();

  constructor(family: RollupFamily) {
    this.#family = family;
    this.columns = [
      'unit_code', 'bucket', ...family.dimensions.map((each) => each.column), 'kabupaten_code', 'grain', ...family.counts,
      ...family.histograms.flatMap((name) => [`${name}_keys`, `${name}_counts`]),
    ];
  }

  get isEmpty(): boolean {
    return this.#sums.size === 0;
  }

  /** @param key unit, bucket and dimensions, joined by tabs @param row dimensions, counts and histograms as COPY text */
  add(key: string, row: readonly string[]): void {
    const { dimensions, counts, histograms } = this.#family;
    let sum = this.#sums.get(key);
    if (!sum) this.#sums.set(key, (sum = { counts: counts.map(() => 0), histograms: histograms.map(() => ({})) }));
    for (let index = 0, at = dimensions.length; index < counts.length; index += 1, at += 1) {
      sum.counts[index] = (sum.counts[index] ?? 0) + Number(row[at]);
    }
    const firstPair = dimensions.length + counts.length;
    sum.histograms.forEach((tally, index) => addPairs(tally, nullable(row[firstPair + 2 * index]), nullable(row[firstPair + 2 * index + 1])));
  }

  *chunks(kabupatenCode: string, grain: string): Generator<string> {
    let chunk = '';
    for (const [key, sum] of this.#sums) {
      const pairs = sum.histograms.flatMap((tally) => {
        const keys = Object.keys(tally);
        return keys.length === 0 ? ['\\N', '\\N'] : [`{${keys.join(',')}}`, `{${Object.values(tally).join(',')}}`];
      });
      chunk += `${[key, kabupatenCode, grain, ...sum.counts, ...pairs].join('\t')}\n`;
      if (chunk.length < CHUNK) continue;
      yield chunk;
      chunk = '';
    }
    yield chunk;
  }
}

function nullable(text: string | undefined): string | null {
  return text === undefined || text === '\\N' ? null : text;
}
