/** Thrown instead of waiting when too many wait already. */
export class HashingQueueFull extends Error {}

export interface HashingQueueOptions {
  /** How many run at the same time. */
  readonly running: number;
  /** How many may wait for their turn. */
  readonly waiting: number;
}

/**
 * Lets few passwords be hashed at a time. Hashing is slow on purpose: a thousand attempts a minute would otherwise take
 * the processor from everyone who is already inside.
 */
export class HashingQueue {
  readonly #options: HashingQueueOptions;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(options: HashingQueueOptions) {
    this.#options = options;
  }

  /**
   * Runs `work` when it is its turn; with `ahead` before all that wait, and with room kept for it: for people who are
   * known, so that strangers do not keep them out.
   *
   * @throws HashingQueueFull at once, without having run `work`
   */
  async run<T>(work: () => Promise<T>, ahead = false): Promise<T> {
    await this.#turn(ahead);
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  async #turn(ahead: boolean): Promise<void> {
    const { running, waiting } = this.#options;
    if (this.#running >= running) {
      if (this.#waiting.length >= (ahead ? 2 * waiting : waiting)) throw new HashingQueueFull();
      // The place of whoever ends is handed over, so that nobody slips in between.
      await new Promise<void>((go) => (ahead ? this.#waiting.unshift(go) : this.#waiting.push(go)));
      return;
    }
    this.#running += 1;
  }
}
