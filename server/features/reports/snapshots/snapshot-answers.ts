import { say, type Language } from '#contract/messages';
import type { FreezeRun, SnapshotLine, SnapshotList } from '#contract/reports/snapshots';
import { addMonthsToStart, monthStart, quarterStart } from '#domain/period/civil-date';
import { isOver, periodName, snapshotPeriod, type SnapshotGrain } from '#domain/snapshots/snapshot-period';
import type { RunRecord } from './snapshot-runs.repository.ts';
import type { SnapshotRecord } from './snapshots.queries.ts';

/** Months and quarters that the list offers: the running one and so many before it. */
const EARLIER: Readonly<Record<SnapshotGrain, number>> = { month: 12, quarter: 4 };
const MONTHS_OF: Readonly<Record<SnapshotGrain, number>> = { month: 1, quarter: 3 };

/** A snapshot without its figures, as it is told. */
export function lineOf(snapshot: SnapshotRecord, language: Language): SnapshotLine {
  const { from_on: from, to_on: to } = snapshot;
  return {
    code: snapshot.code,
    unit: snapshot.unit_code,
    unitName: snapshot.unit_name,
    grain: snapshot.grain,
    from,
    to,
    periodName: periodName({ from, to }, language),
    state: snapshot.state,
    number: snapshot.number,
    corrects: snapshot.corrects,
    reason: snapshot.reason,
    frozenAt: snapshot.frozen_at.toISOString(),
    frozenBy: snapshot.post_title,
    dataVersion: snapshot.data_version,
    definitionsVersion: snapshot.definitions_version,
  };
}

/**
 * The periods whose figures a report can be made of, each with its newest snapshot.
 *
 * @param shownUntil the last day that is open to leadership; today outside the trial period
 */
export function periodsOf(
  snapshots: readonly SnapshotRecord[],
  today: string,
  shownUntil: string,
  language: Language,
): SnapshotList['periods'] {
  return (['month', 'quarter'] as const).flatMap((grain) => {
    const running = grain === 'month' ? monthStart(today) : quarterStart(today);
    return Array.from({ length: EARLIER[grain] + 1 }, (_, back) =>
      addMonthsToStart(running, -back * MONTHS_OF[grain]),
    ).flatMap((from) => {
      const period = snapshotPeriod(grain, from);
      if (period === null) return [];
      const newest = snapshots.find((each) => each.grain === grain && each.from_on === from);
      return [
        {
          grain,
          ...period,
          periodName: periodName(period, language),
          over: isOver(period, today) && period.to <= shownUntil,
          snapshot: newest ? lineOf(newest, language) : null,
        },
      ];
    });
  });
}

/** A run as it is told. */
export function runOf(run: RunRecord, language: Language): FreezeRun {
  const period = snapshotPeriod(run.grain, run.from_on) ?? { from: run.from_on, to: run.from_on };
  return {
    id: run.id,
    grain: run.grain,
    ...period,
    periodName: periodName(period, language),
    state: run.state,
    done: run.done,
    total: run.total,
    by: run.post_title,
    problem: run.problem === null ? null : say(run.problem.key, language, run.problem.values),
    frozen: run.frozen,
  };
}
