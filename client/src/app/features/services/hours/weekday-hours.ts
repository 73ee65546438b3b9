/** People came, but how many is withheld, because they were few. */
export const WITHHELD = 'withheld';
/** How many came; null where nobody did. */
export type Count = number | typeof WITHHELD | null;

/** How many came on each weekday (1 Monday … 7 Sunday) in each hour of the day. Nobody is left out of it. */
export interface WeekdayHours {
  /** The hours with a column of their own, from the first to the last that matters. */
  readonly hours: readonly number[];
  readonly days: readonly WeekdayCounts[];
  /** Most in one hour of one weekday, among the hours with a column of their own. */
  readonly highest: number;
  readonly busiest: { readonly weekday: number; readonly hour: number } | null;
  /** All who came in hours without a column of their own; 0 when every hour has one, as far as it is told. */
  readonly otherTotal: number;
  /** True when anybody came in hours without a column of their own, told or withheld. */
  readonly hasOther: boolean;
  /** True when any count is withheld. */
  readonly withheld: boolean;
}

export interface WeekdayCounts {
  readonly weekday: number;
  /** One for each of the hours. */
  readonly counts: readonly Count[];
  /** In all other hours together. */
  readonly other: Count;
}

/** One hour of the day with its seven weekdays, for the table that shows them all. */
export interface HourCounts {
  readonly hour: number;
  /** Monday to Sunday. */
  readonly counts: readonly Count[];
  readonly total: Count;
}

interface Cell {
  readonly weekday: number;
  readonly hour: number;
  readonly count: number;
}

type Item = { readonly key: string; readonly received: number | null; readonly suppressed?: boolean };
type Slot = Pick<Cell, 'weekday' | 'hour'>;

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const DAY = Array.from({ length: 24 }, (_, hour) => hour);
/** The map is widened to the opening hours up to so many columns: beyond, there is no room for a label above each. */
export const ROOMY = 13;
/** An hour matters when at least this part of all came in it; a lone one at night would only make the map narrow. */
const MATTERS = 0.01;

/**
 * Reads the breakdown by weekday and hour into a map that has room for its labels: a column for each hour from the
 * first to the last that matters, and one for all the others together. Keys are `<ISO weekday>-<hour>`, e.g. `1-08`;
 * an unknown key throws. The hours of `open`, in which the counter is open, get a column too where there is room.
 */
export function weekdayHours(items: readonly Item[], open: readonly number[] = []): WeekdayHours {
  const cells = readCells(items);
  const hidden = readWithheld(items);
  if (cells.length === 0 && hidden.length === 0) return NOTHING;

  const least = MATTERS * sum(cells);
  const mattering =
    cells.length === 0
      ? hidden.map((slot) => slot.hour)
      : DAY.filter((hour) => sum(cells.filter((cell) => cell.hour === hour)) >= least);
  const widened = [...mattering, ...open];
  const roomy = Math.max(...widened) - Math.min(...widened) < ROOMY;
  const [first, last] = [
    Math.min(...(roomy ? widened : mattering)),
    Math.max(...(roomy ? widened : mattering)),
  ];
  const hours = DAY.filter((hour) => hour >= first && hour <= last);
  const shown = cells.filter((cell) => hours.includes(cell.hour));
  const highest = Math.max(0, ...shown.map((cell) => cell.count));
  const top = shown.find((cell) => cell.count === highest);
  const days = WEEKDAYS.map((weekday): WeekdayCounts => {
    const ofDay = cells.filter((cell) => cell.weekday === weekday);
    const hiddenOfDay = hidden.filter((slot) => slot.weekday === weekday);
    const counts = hours.map((hour) => countAt(ofDay, hiddenOfDay, hour));
    const other = sum(ofDay) - sum(ofDay.filter((cell) => hours.includes(cell.hour)));
    const hides = hiddenOfDay.some((slot) => !hours.includes(slot.hour));
    return { weekday, counts, other: hides ? WITHHELD : other === 0 ? null : other };
  });
  return {
    hours,
    days,
    highest,
    busiest: top === undefined ? null : { weekday: top.weekday, hour: top.hour },
    otherTotal: sum(cells) - sum(shown),
    hasOther: days.some((day) => day.other !== null),
    withheld: hidden.length > 0,
  };
}

/** All hours from the first to the last in which anybody came, one row each. An unknown key throws. */
export function hourTable(items: readonly Item[]): readonly HourCounts[] {
  const cells = readCells(items);
  const hidden = readWithheld(items);
  const came = [...cells, ...hidden].map((slot) => slot.hour);
  if (came.length === 0) return [];
  const [first, last] = [Math.min(...came), Math.max(...came)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const hour = first + index;
    const ofHour = cells.filter((cell) => cell.hour === hour);
    const counts = WEEKDAYS.map((weekday) =>
      hidden.some((slot) => slot.hour === hour && slot.weekday === weekday)
        ? WITHHELD
        : sum(ofHour.filter((cell) => cell.weekday === weekday)),
    );
    return { hour, counts, total: counts.includes(WITHHELD) ? WITHHELD : sum(ofHour) };
  });
}

const NOTHING: WeekdayHours = {
  hours: [],
  days: [],
  highest: 0,
  busiest: null,
  otherTotal: 0,
  hasOther: false,
  withheld: false,
};

function countAt(cells: readonly Cell[], hidden: readonly Slot[], hour: number): Count {
  if (hidden.some((slot) => slot.hour === hour)) return WITHHELD;
  return cells.find((cell) => cell.hour === hour)?.count ?? null;
}

function readCells(items: readonly Item[]): readonly Cell[] {
  return items.flatMap((item) => {
    const slot = slotOf(item.key);
    return item.received === null || item.received === 0 ? [] : [{ ...slot, count: item.received }];
  });
}

function readWithheld(items: readonly Item[]): readonly Slot[] {
  return items
    .filter((item) => item.received === null && item.suppressed === true)
    .map((item) => slotOf(item.key));
}

function slotOf(key: string): Slot {
  const match = /^([1-7])-(\d{1,2})$/.exec(key);
  if (match === null) throw new Error(`Not a weekday and an hour: ${key}`);
  return { weekday: Number(match[1]), hour: Number(match[2]) };
}

function sum(cells: readonly Cell[]): number {
  return cells.reduce((total, cell) => total + cell.count, 0);
}
