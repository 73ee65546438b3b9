/** How many came on each weekday (1 Monday … 7 Sunday) in each hour of the day. Nobody is left out of it. */
export interface WeekdayHours {
  /** The hours with a column of their own, from the first to the last that matters. */
  readonly hours: readonly number[];
  readonly days: readonly WeekdayCounts[];
  /** Most in one hour of one weekday, among the hours with a column of their own. */
  readonly highest: number;
  readonly busiest: { readonly weekday: number; readonly hour: number } | null;
  /** All who came in hours without a column of their own; 0 when every hour has one. */
  readonly otherTotal: number;
}

export interface WeekdayCounts {
  readonly weekday: number;
  /** One for each of the hours; null where nobody came. */
  readonly counts: readonly (number | null)[];
  /** In all other hours together; null where nobody came. */
  readonly other: number | null;
}

/** One hour of the day with its seven weekdays, for the table that shows them all. */
export interface HourCounts {
  readonly hour: number;
  /** Monday to Sunday. */
  readonly counts: readonly number[];
  readonly total: number;
}

interface Cell {
  readonly weekday: number;
  readonly hour: number;
  readonly count: number;
}

type Item = { readonly key: string; readonly received: number | null };

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const DAY = Array.from({ length: 24 }, (_, hour) => hour);
/** An hour matters when at least this part of all came in it; a lone one at night would only make the map narrow. */
const MATTERS = 0.01;

/**
 * Reads the breakdown by weekday and hour into a map that has room for its labels: a column for each hour from the
 * first to the last that matters, and one for all the others together. Keys are `<ISO weekday>-<hour>`, e.g. `1-08`;
 * an unknown key throws.
 */
export function weekdayHours(items: readonly Item[]): WeekdayHours {
  const cells = readCells(items);
  if (cells.length === 0) return { hours: [], days: [], highest: 0, busiest: null, otherTotal: 0 };

  const least = MATTERS * sum(cells);
  const mattering = DAY.filter((hour) => sum(cells.filter((cell) => cell.hour === hour)) >= least);
  const first = Math.min(...mattering);
  const last = Math.max(...mattering);
  const hours = DAY.filter((hour) => hour >= first && hour <= last);
  const shown = cells.filter((cell) => hours.includes(cell.hour));
  const highest = Math.max(...shown.map((cell) => cell.count));
  const top = shown.find((cell) => cell.count === highest);
  const days = WEEKDAYS.map((weekday) => {
    const ofDay = cells.filter((cell) => cell.weekday === weekday);
    const counts = hours.map((hour) => ofDay.find((cell) => cell.hour === hour)?.count ?? null);
    const other = sum(ofDay) - sum(ofDay.filter((cell) => hours.includes(cell.hour)));
    return { weekday, counts, other: other === 0 ? null : other };
  });
  return {
    hours,
    days,
    highest,
    busiest: top === undefined ? null : { weekday: top.weekday, hour: top.hour },
    otherTotal: sum(cells) - sum(shown),
  };
}

/** All hours from the first to the last in which anybody came, one row each. An unknown key throws. */
export function hourTable(items: readonly Item[]): readonly HourCounts[] {
  const cells = readCells(items);
  if (cells.length === 0) return [];
  const first = Math.min(...cells.map((cell) => cell.hour));
  const last = Math.max(...cells.map((cell) => cell.hour));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const hour = first + index;
    const ofHour = cells.filter((cell) => cell.hour === hour);
    const counts = WEEKDAYS.map((weekday) => sum(ofHour.filter((cell) => cell.weekday === weekday)));
    return { hour, counts, total: sum(ofHour) };
  });
}

function readCells(items: readonly Item[]): readonly Cell[] {
  return items.flatMap((item) => {
    const match = /^([1-7])-(\d{1,2})$/.exec(item.key);
    if (match === null) throw new Error(`Not a weekday and an hour: ${item.key}`);
    return item.received === null || item.received === 0
      ? []
      : [{ weekday: Number(match[1]), hour: Number(match[2]), count: item.received }];
  });
}

function sum(cells: readonly Cell[]): number {
  return cells.reduce((total, cell) => total + cell.count, 0);
}
