import type { KeptUnit } from '#contract/structure/units';
import { addDays, type IsoDate } from '#domain/period/civil-date';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { versionOf } from '../structure-desk.repository.ts';

/** Stands in the table for "since before anything was recorded". */
export const FROM_EVER: IsoDate = '1900-01-01';

/** All units of the kabupaten, those that have ended too, in the order of the tree's siblings. */
export async function readKeptUnits(transaction: ReadTransaction): Promise<KeptUnit[]> {
  const rows = await transaction.rows<{
    code: string;
    name: string;
    kind: KeptUnit['kind'];
    parent_code: string | null;
    calendar_code: string;
    valid_from: IsoDate;
    valid_to: IsoDate | null;
    predecessor_code: string | null;
  }>(
    'kept-units',
    `select code, name, kind, parent_code, calendar_code, valid_from, valid_to, predecessor_code
       from units where kabupaten_code = $1 order by position, name, code`,
    [transaction.kabupatenCode],
  );
  return rows.map((row) => {
    const unit = {
      code: row.code,
      name: row.name,
      kind: row.kind,
      parentCode: row.parent_code,
      calendarCode: row.calendar_code,
      validFrom: row.valid_from === FROM_EVER ? null : row.valid_from,
      // In the table: the first day after.
      validTo: row.valid_to === null ? null : addDays(row.valid_to, -1),
      predecessorCode: row.predecessor_code,
    };
    return { ...unit, version: versionOf(unit) };
  });
}
