import { BASELINE_LENGTH, controlChart, MINIMUM_LENGTH, type ChartPoint } from './control-chart.ts';
import { RUN_LENGTH, signalAt, TREND_LENGTH } from './signal-rules.ts';
import { xmrLimits } from './xmr-limits.ts';

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

/** Series simulated per length: a share of 4 % is then good to ± 0.3 percentage points (one standard error). */
const RUNS = 4_000;
const SEED = 20_261_121;
/** Months that a signal looks back on, itself included. */
const LOOK_BACK = Math.max(TREND_LENGTH, RUN_LENGTH);

/** Shares by persistence and length, simulated when first asked for. */
const SHARES = new Map<string, number>();

/**
 * How many of a set of series would show a signal at their last month although nothing changes in any of them: the number
 * that belongs beside every list of signals, simulated for these rules and these lengths. Simulated once per length and
 * kept: the first answer of a length takes some hundredths of a second.
 *
 * @param lengths judged months of each series since its baseline began; below {@link MINIMUM_LENGTH} nothing is judged
 * @param persistence signals to the same side in a row that count as one: 1 = the last month alone
 */
export function expectedByChance(lengths: readonly number[], persistence: number): number {
  let expected = 0;
  for (const length of lengths) expected += persistentShare(length, persistence);
  return expected;
}

function persistentShare(length: number, persistence: number): number {
  if (length < MINIMUM_LENGTH) return 0;
  // Once everything that is looked back on lies behind the frozen baseline, more months change nothing.
  const told = Math.min(length, BASELINE_LENGTH + LOOK_BACK + persistence - 1);
  const key = `${persistence} of ${told}`;
  let share = SHARES.get(key);
  if (share === undefined) SHARES.set(key, (share = simulatedShare(told, persistence)));
  return share;
}

/** The share of simulated series whose last months all complete a signal to the same side. */
function simulatedShare(length: number, persistence: number): number {
  const normal = normalStream(SEED + length);
  let signals = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const values = Array.from({ length }, () => normal());
    const limits = xmrLimits(values.slice(0, BASELINE_LENGTH));
    const points = values.map((value) => ({ value, limits }));
    const last = signalAt(points, length - 1);
    let lasting = last !== null;
    for (let back = 1; lasting && back < persistence; back += 1)
      lasting = signalAt(points, length - 1 - back)?.direction === last?.direction;
    if (lasting) signals += 1;
  }
  return signals / RUNS;
}
