import type { FigureRequest, FiguresByKey } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { MeasureSources } from './measure-sources.ts';

/** Tallies of one key and one period that are remembered at most; of a hundred bytes to some kilobytes each. */
const MOST_CELLS = 8_000;

/**
 * The same sources, counting once for the same question: figures that are computed for many readers ask the same again
 * and again. Only for as long as no record changes. The least recently asked leave first.
 *
 * Tallies are handed out as they are, to several who ask: nobody may change them.
 */
export function rememberTallies(sources: MeasureSources): MeasureSources {
  const known = new Map<string, Remembered>();
  let all = 0;

  const weigh = (entry: Remembered, cells: number): void => {
    entry.cells = cells;
    all += cells;
    for (const [oldest, { cells: freed }] of known) {
      if (all <= MOST_CELLS) return;
      known.delete(oldest);
      all -= freed;
    }
  };

  const remember =
    <T>(name: string, read: Read<T>): Read<T> =>
    (transaction, request) => {
      const key = `${name} ${transaction.kabupatenCode} ${keyOf(request)}`;
      const present = known.get(key);
      if (present !== undefined) {
        known.delete(key);
        known.set(key, present);
        return present.tallies as Promise<FiguresByKey<T>>;
      }
      const tallies = read(transaction, request);
      const entry = { tallies, cells: 0 };
      known.set(key, entry);
      return tallies.then(
        (answer) => {
          if (known.get(key) === entry) weigh(entry, answer.size * request.periods.length);
          return answer;
        },
        (error: unknown) => {
          known.delete(key);
          throw error;
        },
      );
    };

  return {
    ...sources,
    services: remember('services', (transaction, request) => sources.services(transaction, request)),
    complaints: remember('complaints', (transaction, request) => sources.complaints(transaction, request)),
    surveys: remember('surveys', (transaction, request) => sources.surveys(transaction, request)),
    pilots: remember('pilots', (transaction, request) => sources.pilots(transaction, request)),
  };
}

interface Remembered {
  readonly tallies: Promise<unknown>;
  cells: number;
}

type Read<T> = (transaction: ReadTransaction, request: FigureRequest) => Promise<FiguresByKey<T>>;

function keyOf({ members, ...request }: FigureRequest): string {
  return JSON.stringify([request, [...members]]);
}
