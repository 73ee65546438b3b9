import type { FieldUnit } from '#domain/measures';

/** The vertical axis of a trend: every mark is a multiple of `step`, and both ends are marks. */
export interface ValueAxis {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export interface AxisKind {
  readonly unit: FieldUnit;
  /** True for minutes in which the unit was open: a day of them has eight hours. */
  readonly official: boolean;
}

/** More stretches than this put the marks of a small chart too close to each other. */
const MOST_STRETCHES = 5;
/** A share or score whose highest value comes this near to the ceiling is shown up to the ceiling. */
const NEAR_CEILING = 0.9;
/** Room under the lowest value, as part of a stretch, so that its label stays clear of the axis below. */
const ROOM_BELOW = 0.15;
const MINUTES = [1, 2, 5, 10, 15, 30, 60, 120];
/** Half and whole days: eight hours while the unit is open, else the 24 of the clock. */
const HALF_DAY = { official: 240, elapsed: 720 };

/**
 * Chooses the axis for the values of one number. Counts and times begin at zero; shares (0 to 1) and scores (0 to 100)
 * begin where the values do and never pass their ceiling. Values may be any finite numbers, also none.
 */
export function valueAxis(values: readonly number[], kind: AxisKind): ValueAxis {
  const ceiling = kind.unit === 'share' ? 1 : kind.unit === 'score' ? 100 : null;
  const highest = Math.max(...values, 0);
  const low = ceiling === null || values.length === 0 ? 0 : Math.min(...values);
  // A share of a part in a different whole, such as participation, may pass 100 %; then nothing is a ceiling.
  const reaches = kind.unit === 'share' && highest > NEAR_CEILING && highest <= 1;
  const high = reaches ? 1 : highest;
  const top = ceiling !== null && highest <= ceiling ? ceiling : null;
  for (const step of steps(kind, high)) {
    const axis = fitted(low, high, step, top);
    if ((axis.max - axis.min) / step <= MOST_STRETCHES + 1e-9) return axis;
  }
  return fitted(low, high, Math.max(high - low, 1), null);
}

/** The multiples of `step` around the values, at least one stretch. */
function fitted(low: number, high: number, step: number, top: number | null): ValueAxis {
  const below = low > 0 ? Math.max(0, Math.floor((low - ROOM_BELOW * step) / step + 1e-9)) : 0;
  const above = Math.max(below + 1, Math.ceil(high / step - 1e-9));
  const highestMark = top === null ? above : Math.min(above, Math.round(top / step));
  const lowestMark = Math.min(below, highestMark - 1);
  return { min: rounded(lowestMark * step), max: rounded(highestMark * step), step };
}

function* steps({ unit, official }: AxisKind, high: number): Generator<number> {
  if (unit !== 'minutes') {
    yield* roundSteps(unit === 'count' ? 1 : unit === 'share' ? 0.001 : 0.1);
    return;
  }
  const halfDay = official ? HALF_DAY.official : HALF_DAY.elapsed;
  // Above a day times are told in days, where an hour would be an odd fraction.
  if (high <= 2 * halfDay) yield* official ? MINUTES : [...MINUTES, 180, 360];
  yield halfDay;
  yield* roundSteps(2 * halfDay);
}

/** 1, 2, 5, 10, 20, 50 … times `unit`. */
function* roundSteps(unit: number): Generator<number> {
  for (let power = 1; power <= 1e9; power *= 10) {
    for (const factor of [1, 2, 5]) yield rounded(unit * power * factor);
  }
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
