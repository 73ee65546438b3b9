/** Random numbers that depend on their key alone, so that the demo of a day never changes with what is around it. */

export interface RandomStream {
  /** Uniform in [0, 1). */
  next(): number;
  /** Standard normal. */
  normal(): number;
  /** Number of events of a Poisson process with this mean (0 to about 100). */
  poisson(mean: number): number;
  /** An entry, with the chance its weight has among all weights. @throws RangeError when the list is empty */
  pick<T>(entries: readonly (readonly [entry: T, weight: number])[]): T;
  /** An entry, all equally likely. @throws RangeError when the list is empty */
  oneOf<T>(entries: readonly T[]): T;
}

/** The stream of a key; the same key gives the same numbers on every machine. */
export function randomStream(...key: readonly (string | number)[]): RandomStream {
  const next = sfc32(key.join('|'));

  function poisson(mean: number): number {
    // Knuth: multiply uniforms until the product falls below e^-mean.
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = next(); product > limit; product *= next()) count += 1;
    return count;
  }

  function pick<T>(entries: readonly (readonly [T, number])[]): T {
    let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [entry, weight] of entries) {
      left -= weight;
      if (left < 0) return entry;
    }
    const last = entries.at(-1);
    if (last === undefined) throw new RangeError('Nothing to pick from');
    return last[0];
  }

  return {
    next,
    // Box and Muller; 1 − u is never 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    poisson,
    pick,
    oneOf: (entries) => pick(entries.map((entry) => [entry, 1] as const)),
  };
}

/**
 * The z below which a standard normal lies with probability p (0.001 to 0.999), to within 4.5e-4
 * (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.23).
 */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(Math.max(p, 0.001)));
  return -(
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3)
  );
}

/** "Small fast counter" of Doty-Humphrey: 32-bit integer arithmetic only, hence equal everywhere. */
function sfc32(key: string): () => number {
  let [a, b, c, counter] = [hash(key, 1), hash(key, 2), hash(key, 3), 1];
  function next(): number {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    c |= 0;
    return (result >>> 0) / 4_294_967_296;
  }
  for (let round = 0; round < 12; round++) next();
  return next;
}

/** FNV-1a. */
function hash(key: string, salt: number): number {
  let value = 2_166_136_261 ^ salt;
  for (let index = 0; index < key.length; index++) {
    value = Math.imul(value ^ key.charCodeAt(index), 16_777_619);
  }
  return value | 0;
}
