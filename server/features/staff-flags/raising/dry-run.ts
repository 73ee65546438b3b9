import { judgedPeriods, periodsWithin, quartersUpTo } from '#domain/staff-flags/judged-periods';
import { settingsOf } from '#domain/staff-flags/rule-settings';
import type { StaffPeriod, StaffRule } from '#domain/staff-flags/staff-rule';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { StaffRecords } from './staff-facts.ts';
import { readStaffRows } from './staff-facts.queries.ts';
import { readRegisteredStaff } from './staff-members.queries.ts';

/** More quarters than this are not tried at once. */
const MOST_TRIED = 12;

/** How many a rule would have proposed of a quarter; no names, and not hidden yet. */
export interface DryRunPeriod extends StaffPeriod {
  readonly raised: number;
  readonly clear: number;
  readonly insufficient: number;
}

export interface DryRun {
  /** People looked at: of the register, with some time in it in one of the quarters. */
  readonly staff: number;
  /** The judged quarters, the earliest first. */
  readonly periods: readonly DryRunPeriod[];
}

/**
 * What a rule with these thresholds would have proposed in the past, of every settled quarter that lies within
 * from … to (the last 12 of them). Only counts; nothing is written. Everyone of the register is looked at whose time in
 * it touches the quarter.
 */
export async function dryRunRule(
  transaction: ReadTransaction,
  {
    rule,
    settings,
    from,
    to,
    today,
  }: {
    readonly rule: StaffRule;
    readonly settings: Readonly<Record<string, number>>;
    readonly from: string;
    readonly to: string;
    readonly today: string;
  },
): Promise<DryRun> {
  const settled = judgedPeriods(today, 1)[0]?.to ?? '';
  const tried = periodsWithin(from, to < settled ? to : settled).slice(-MOST_TRIED);
  const within = (person: { validFrom: string; validTo: string | null }, period: StaffPeriod): boolean =>
    person.validFrom <= period.to && (person.validTo === null || person.validTo >= period.from);
  const staff = (await readRegisteredStaff(transaction)).filter((person) =>
    tried.some((period) => within(person, period)),
  );
  const last = tried.at(-1);
  if (staff.length === 0 || last === undefined)
    return {
      staff: staff.length,
      periods: tried.map((period) => ({ ...period, raised: 0, clear: 0, insufficient: 0 })),
    };
  const { units } = (await readStructure(transaction)).structure;
  const all = quartersUpTo(last.to, tried.length + rule.periods - 1);
  const records = new StaffRecords(await readStaffRows(transaction, units, staff, all));
  const values = settingsOf(rule, settings);
  const periods = tried.map((period) => {
    const judged = quartersUpTo(period.to, rule.periods);
    const counts = { raised: 0, clear: 0, insufficient: 0 };
    for (const person of staff) {
      if (!within(person, period)) continue;
      const { verdict } = rule.evaluate(records.factsOf(person, judged), values);
      counts[verdict === 'insufficient-data' ? 'insufficient' : verdict] += 1;
    }
    return { ...period, ...counts };
  });
  return { staff: staff.length, periods };
}
