import { writeInScope } from '../../../platform/database/scoped.ts';
import type { StaffDesk } from '../staff-flags-deps.ts';

export interface RuleChange {
  readonly ruleId: string;
  readonly enabled: boolean;
  readonly settings: Readonly<Record<string, number>>;
  readonly legalBasis: string | null;
  /** Settings that differ from what held before. */
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

/** Switches a rule or sets its thresholds. Proposals that were raised keep the thresholds frozen with them. */
export async function storeRule(desk: StaffDesk, change: RuleChange): Promise<void> {
  const { kabupatenCode } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    await transaction('staff_rule_settings')
      .insert({
        kabupaten_code: kabupatenCode,
        rule_id: change.ruleId,
        enabled: change.enabled,
        settings: JSON.stringify(change.settings),
        legal_basis: change.legalBasis,
        post_title: desk.postTitle,
        changed_at: desk.now,
      })
      .onConflict(['kabupaten_code', 'rule_id'])
      .merge();
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: change.enabled ? 'staff-rule-set' : 'staff-rule-switched-off',
      subject: `staff-rules/${change.ruleId}`,
      details: {
        rule: change.ruleId,
        changes: change.changes,
        ...(change.legalBasis === null ? {} : { legalBasis: change.legalBasis }),
      },
    });
    return { result: undefined, changed: false };
  });
}
