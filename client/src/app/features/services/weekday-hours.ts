/** How many came on each weekday (1 Monday … 7 Sunday) in each hour of the day. */
export interface WeekdayHours {
  /** The hours to show, from the first to the last in which anybody came. */
  readonly hours: readonly number[];
  readonly days: readonly { readonly weekday: number; readonly counts: readonly (number | null)[] }[];
  readonly highest: number;
  readonly busiest: { readonly weekday: number; readonly hour: number } | null;
}

/** Reads the breakdown by weekday and hour: keys are `<ISO weekday>-<hour>`, e.g. `1-08`. An unknown key throws. */
export function weekdayHours(
  items: readonly { readonly key: string; readonly received: number | null }[],
): WeekdayHours {
  const cells = items.flatMap((item) => {
    const match = /^([1-7])-(\d{1,2})$/.exec(item.key);
    if (match === null) throw new Error(`Not a weekday and an hour: ${item.key}`);
    return item.received === null || item.received === 0
      ? []
      : [{ weekday: Number(match[1]), hour: Number(match[2]), count: item.received }];
  });
  if (cells.length === 0) return { hours: [], days: [], highest: 0, busiest: null };
  const first = Math.min(...cells.map((cell) => cell.hour));
  const last = Math.max(...cells.map((cell) => cell.hour));
  const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const highest = Math.max(...cells.map((cell) => cell.count));
  const top = cells.find((cell) => cell.count === highest);
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    counts: hours.map(
      (hour) => cells.find((cell) => cell.weekday === weekday && cell.hour === hour)?.count ?? null,
    ),
  }));
  return {
    hours,
    days,
    highest,
    busiest: top === undefined ? null : { weekday: top.weekday, hour: top.hour },
  };
}
