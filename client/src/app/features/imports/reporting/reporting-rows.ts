import type { Reporting } from '#contract/attention';
import { type IsoDate, addDays } from '../../../core/period.ts';

export type Report = Reporting['items'][number];
export type ReportedDataset = Report['dataset'];

/** The kinds of data that a unit reports, in the order of the table. */
export const REPORTED_DATASETS: readonly ReportedDataset[] = [
  'service-cases',
  'complaints',
  'survey-responses',
];

/** One unit in one month. */
export interface UnitReport {
  readonly unit: Report['unit'];
  /** `silent`: a working week without any record; `missing`: nothing in this month, and nobody said *nihil*. */
  readonly state: 'silent' | 'missing' | 'reported';
  readonly lastOn: IsoDate | null;
  /** Working days without any record; null in a month that is over. */
  readonly silentWorkingDays: number | null;
  readonly reports: Readonly<Partial<Record<ReportedDataset, Report>>>;
}

/** A unit without a record for longer than this is not waited for; as the home page counts it. */
const AWAITED_DAYS = 365;
const ORDER = { silent: 0, missing: 1, reported: 2 } as const;

/**
 * The units that are expected to report a month, those of which nothing is heard on top, longest silence first; units
 * that never had a record, or none for a year before `until`, are left out.
 *
 * @param until the last day of the month, or today while it runs
 */
export function unitReports(items: readonly Report[], until: IsoDate): readonly UnitReport[] {
  const byUnit = Map.groupBy(items, ({ unit }) => unit.code);
  const rows = [...byUnit.values()].flatMap((reports): UnitReport[] => {
    const [first] = reports;
    const lastOn = reports.map((each) => each.lastOn).reduce(later, null);
    const says = (state: Report['state']): boolean => reports.some((each) => each.state === state);
    const isAwaited = lastOn !== null && lastOn >= addDays(until, -AWAITED_DAYS);
    if (first === undefined || (!isAwaited && !says('nil'))) return [];
    const days = reports.flatMap((each) => each.silentWorkingDays ?? []);
    return [
      {
        unit: first.unit,
        state: says('silent') ? 'silent' : says('reported') || says('nil') ? 'reported' : 'missing',
        lastOn,
        silentWorkingDays: days.length === 0 ? null : Math.min(...days),
        reports: Object.fromEntries(reports.map((each) => [each.dataset, each])),
      },
    ];
  });
  return rows.toSorted(
    (a, b) =>
      ORDER[a.state] - ORDER[b.state] ||
      (a.state === 'reported' ? 0 : (b.silentWorkingDays ?? 0) - (a.silentWorkingDays ?? 0)) ||
      a.unit.code.localeCompare(b.unit.code, 'en', { numeric: true }),
  );
}

function later(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
