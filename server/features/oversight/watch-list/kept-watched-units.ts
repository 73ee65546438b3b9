import type { WatchedUnit } from './watched-units.ts';

/** Kabupaten whose units are kept by one process; each is some hundred rows of months. */
const MOST_KABUPATEN = 50;

interface Kept {
  readonly state: string;
  readonly watched: Promise<readonly WatchedUnit[]>;
}

/**
 * The months of every unit as the rules saw them, kept by kabupaten: whoever asks, for whatever part of it and in whatever
 * language, is told of the same ones. The least recently used leave first.
 */
export class KeptWatchedUnits {
  readonly #kept = new Map<string, Kept>();

  /**
   * What is kept, else what `goThrough` finds; two who ask at once wait for the same.
   *
   * @param state everything that the months depend on: another one makes them anew
   */
  async of(
    kabupatenCode: string,
    state: string,
    goThrough: () => Promise<readonly WatchedUnit[]>,
  ): Promise<readonly WatchedUnit[]> {
    const known = this.#kept.get(kabupatenCode);
    const kept = known?.state === state ? known : { state, watched: goThrough() };
    this.#kept.delete(kabupatenCode);
    this.#kept.set(kabupatenCode, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KABUPATEN && oldest !== undefined) this.#kept.delete(oldest);
    try {
      return await kept.watched;
    } catch (error) {
      if (this.#kept.get(kabupatenCode) === kept) this.#kept.delete(kabupatenCode);
      throw error;
    }
  }
}
