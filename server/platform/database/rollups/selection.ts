import type { Period } from '#domain/period/period';

/** What a measure is asked for: a selection, several consecutive periods, and one dimension to tell apart. */
export interface FigureRequest {
  /** Roll-up keys of units: one unit, or the children and '=own' of a breakdown by unit. */
  readonly unitKeys: readonly string[];
  /** The unit codes behind each of `unitKeys`: needed where facts are read beside the roll-ups. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly service: string | null;
  readonly channel: string | null;
  readonly by: 'unit' | 'service' | 'channel' | 'class' | null;
  /** False leaves out the complaints that only the Inspektorat reads, as if they were not there. */
  readonly withOversight: boolean;
  /** True where counts alone are asked for: durations are neither read nor answered. */
  readonly countsOnly?: boolean;
  /** Ascending, each beginning the day after the one before. */
  readonly periods: readonly Period[];
  readonly clock: Clock;
}

/** The present moment, in the kabupaten's zone. */
export interface Clock {
  /** ISO 8601 instant. */
  readonly now: string;
  /** Local date. */
  readonly today: string;
  readonly zone: string;
}

/** Per key of the dimension told apart ('' when none is) one value a period, in the order asked for. */
export type FiguresByKey<T> = Map<string, T[]>;

/** Index of the period that holds the day, or −1. Periods are ascending and do not overlap. */
export function periodIndex(periods: readonly Period[], day: string): number {
  let low = 0;
  let high = periods.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const period = periods[middle];
    if (!period) return -1;
    if (day < period.from) high = middle - 1;
    else if (day > period.to) low = middle + 1;
    else return middle;
  }
  return -1;
}
