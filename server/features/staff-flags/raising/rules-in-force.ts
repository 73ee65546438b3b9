import { settingsOf } from '#domain/staff-flags/rule-settings';
import type { StaffRule } from '#domain/staff-flags/staff-rule';
import { STAFF_RULES } from '#domain/staff-flags/staff-rules';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStoredRules } from '../rules/staff-rules.queries.ts';

/** A published rule with the thresholds of the kabupaten. */
export interface RuleInForce {
  readonly rule: StaffRule;
  readonly settings: Readonly<Record<string, number>>;
}

/** The rules that run: switched on by the kabupaten, or by default where nobody decided. */
export async function readRulesInForce(transaction: ReadTransaction): Promise<RuleInForce[]> {
  const stored = await readStoredRules(transaction);
  return STAFF_RULES.filter(({ id, enabledByDefault }) => stored.get(id)?.enabled ?? enabledByDefault).map(
    (rule) => ({ rule, settings: settingsOf(rule, stored.get(rule.id)?.settings ?? {}) }),
  );
}
