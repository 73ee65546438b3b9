import { addDays } from '#domain/period/civil-date';
import { coverWithBuckets, type Period } from '#domain/period/period';

/** Consecutive roll-up rows of one grain to read. */
export interface RollupRun {
  readonly grain: 'd' | 'm' | 'y';
  readonly from: string;
  /** First day of the last bucket. */
  readonly last: string;
}

const GRAIN = { day: 'd', month: 'm', year: 'y' } as const;

/**
 * The fewest roll-up rows that cover each of the periods without crossing a border of any of them. With `splitAt`
 * (today) a period that reaches that day is also cut there: what falls due later than yesterday must not be counted
 * from roll-ups, because a deadline in the future is not yet due.
 */
export function planRuns(periods: readonly Period[], splitAt: string): RollupRun[] {
  const runs: RollupRun[] = [];
  for (const period of periods) {
    for (const part of cutAt(period, splitAt)) {
      for (const run of coverWithBuckets(part)) {
        const grain = GRAIN[run.grain];
        const last =
          grain === 'd' ? run.to : grain === 'm' ? `${run.to.slice(0, 7)}-01` : `${run.to.slice(0, 4)}-01-01`;
        const before = runs.at(-1);
        const joins =
          before?.grain === grain && addDays(endOf(before), 1) === run.from && run.from !== splitAt;
        if (before && joins) runs[runs.length - 1] = { ...before, last };
        else runs.push({ grain, from: run.from, last });
      }
    }
  }
  return runs;
}

function cutAt(period: Period, day: string): Period[] {
  if (period.to < day || period.from >= day) return [period];
  return [
    { from: period.from, to: addDays(day, -1) },
    { from: day, to: period.to },
  ];
}

function endOf(run: RollupRun): string {
  if (run.grain === 'd') return run.last;
  const year = Number(run.last.slice(0, 4));
  const month = run.grain === 'y' ? 12 : Number(run.last.slice(5, 7));
  const next =
    month === 12
      ? `${String(year + 1).padStart(4, '0')}-01-01`
      : `${run.last.slice(0, 4)}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}
