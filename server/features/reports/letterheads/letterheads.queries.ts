import type { CrestType } from '#contract/reports/letterheads';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

export interface LetterheadRecord {
  readonly unit_code: string;
  readonly lines: readonly string[];
  readonly address: string;
  readonly crest: Buffer | null;
  readonly crest_type: CrestType | null;
  readonly crest_width: number | null;
  readonly crest_height: number | null;
  readonly post_title: string;
  readonly updated_at: Date;
}

/** What was set for these units. */
export function readLetterheads(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
): Promise<LetterheadRecord[]> {
  return transaction.rows<LetterheadRecord & Record<string, unknown>>(
    'letterheads-of-units',
    `select unit_code, lines, address, crest, crest_type, crest_width, crest_height, post_title, updated_at
       from letterheads where kabupaten_code = $1 and unit_code = any($2::text[])`,
    [transaction.kabupatenCode, [...unitCodes]],
  );
}

/** The units for which something was set, without their crests. */
export function listSetLetterheads(
  transaction: ReadTransaction,
): Promise<Pick<LetterheadRecord, 'unit_code' | 'post_title' | 'updated_at'>[]> {
  return transaction.rows(
    'letterheads-set',
    `select unit_code, post_title, updated_at from letterheads where kabupaten_code = $1 order by unit_code`,
    [transaction.kabupatenCode],
  );
}
