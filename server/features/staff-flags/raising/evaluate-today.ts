import { quartersUpTo } from '#domain/staff-flags/judged-periods';
import type { StaffVerdict } from '#domain/staff-flags/staff-rule';
import { MOST_PERIODS } from '#domain/staff-flags/staff-rules';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { evaluateFlag, personAt } from './raise-flags.ts';
import { StaffRecords } from './staff-facts.ts';
import { readStaffRows } from './staff-facts.queries.ts';
import { readRegisteredStaff } from './staff-members.queries.ts';
import type { StandingFlag } from './standing-flags.queries.ts';

/**
 * What the rule of a proposal, with the thresholds of then, says of today's records of the same quarters;
 * `insufficient-data` where its rule or person is there no more.
 */
export async function evaluateToday(
  transaction: ReadTransaction,
  flag: Pick<StandingFlag, 'staff_id' | 'unit_code' | 'rule_id' | 'period_to' | 'settings'>,
): Promise<StaffVerdict> {
  const person = personAt(flag, await readRegisteredStaff(transaction));
  if (person === null) return 'insufficient-data';
  const { units } = (await readStructure(transaction)).structure;
  const periods = quartersUpTo(flag.period_to, MOST_PERIODS);
  const records = new StaffRecords(await readStaffRows(transaction, units, [person], periods));
  return evaluateFlag(flag, person, records, periods)?.verdict ?? 'insufficient-data';
}
