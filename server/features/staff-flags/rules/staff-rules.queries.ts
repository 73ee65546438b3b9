import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** What a kabupaten decided about a rule. */
export interface StoredRule {
  readonly rule_id: string;
  readonly enabled: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly legal_basis: string | null;
  readonly post_title: string;
  readonly changed_at: Date;
}

/** The rules that the kabupaten switched or set, by their ids. */
export async function readStoredRules(
  transaction: ReadTransaction,
): Promise<ReadonlyMap<string, StoredRule>> {
  const rows = await transaction.rows<StoredRule & Record<string, unknown>>(
    'staff-rule-decisions',
    `select rule_id, enabled, settings, legal_basis, post_title, changed_at from staff_rule_settings
      where kabupaten_code = $1`,
    [transaction.kabupatenCode],
  );
  return new Map(rows.map((row) => [row.rule_id, row]));
}
