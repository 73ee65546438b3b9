import { controlChart, type ChartPoint } from './control-chart.ts';

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomStream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Normally distributed numbers (Box and Muller). */
export function normalStream(seed: number): () => number {
  const random = randomStream(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * The share of unchanging series whose last point completes a signal all the same, by simulation with these very rules:
 * what has to be printed beside every list of signals.
 *
 * @param length points per series; from 25 on the limits are frozen on the first 24
 * @param runs series simulated; the answer is good to about 1 / √runs
 * @returns 0 to 1
 */
export function chanceShare(length: number, runs = 4_000, seed = 20_261_121): number {
  const normal = normalStream(seed);
  let signals = 0;
  for (let run = 0; run < runs; run += 1) {
    const points: ChartPoint[] = Array.from({ length }, () => ({ value: normal(), state: 'defined' }));
    if (controlChart(points).signals[length - 1]) signals += 1;
  }
  return signals / runs;
}
