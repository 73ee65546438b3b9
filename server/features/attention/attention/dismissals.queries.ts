import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** "Bukan masalah, karena …", as long as it holds. */
export interface DismissalRecord {
  readonly item_key: string;
  readonly root_unit: string;
  readonly reason: string;
  readonly post_title: string;
  readonly created_at: Date;
}

/** What was said about exceptions and still holds on a day, the newest first. */
export async function readDismissals(
  transaction: ReadTransaction,
  keys: readonly string[],
  today: string,
): Promise<DismissalRecord[]> {
  return transaction.rows<DismissalRecord & Record<string, unknown>>(
    'dismissals-of-keys',
    `select d.item_key, d.root_unit, d.reason, d.post_title, d.created_at
       from attention_dismissals d
      where d.kabupaten_code = $1 and d.item_key = any($2::text[]) and d.until_on > $3::date
      order by d.created_at desc`,
    [transaction.kabupatenCode, [...keys], today],
  );
}
