import type { Knex } from 'knex';
import { UnitTree, type UnitRecord } from '#domain/unit-tree';
import type { IsoDate } from '#domain/period/civil-date';
import { ownKey } from './rollups/rollup-family.ts';

/** The days on which the records of `baseKey` belong to `spanKey`. */
export interface UnitSpan {
  readonly baseKey: string;
  readonly spanKey: string;
  /** First day, inclusive. */
  readonly validFrom: IsoDate;
  /** First day after, exclusive; `9999-12-31` = until further notice. */
  readonly validTo: IsoDate;
}

/** Stands for "no end yet". */
export const OPEN_END: IsoDate = '9999-12-31';

/**
 * Which units a unit's own records are counted in, and on which days.
 *
 * One span for every ancestor, on the days on which unit and ancestor were both valid; none when they never were.
 * A unit that has, or ever had, units below it keeps its own records under `=code`, with a span to itself; a unit
 * without any needs none, because its records stand under its own code.
 */
export function spansOfUnits(units: readonly UnitRecord[]): UnitSpan[] {
  const tree = new UnitTree(units);
  return units.flatMap((unit) => {
    const hasChildren = tree.childrenOf(unit.code).length > 0;
    const baseKey = hasChildren ? ownKey(unit.code) : unit.code;
    return [...(hasChildren ? [unit] : []), ...tree.ancestorsOf(unit.code)].flatMap((within): UnitSpan[] => {
      const validFrom = unit.validFrom > within.validFrom ? unit.validFrom : within.validFrom;
      const validTo = [unit.validTo, within.validTo].reduce<IsoDate>(
        (first, end) => (end !== null && end < first ? end : first),
        OPEN_END,
      );
      return validFrom < validTo ? [{ baseKey, spanKey: within.code, validFrom, validTo }] : [];
    });
  });
}

/**
 * Writes the spans of a kabupaten anew from its units; to be called in the transaction that changed them, before any
 * roll-up is recomputed.
 *
 * @param transaction closed to other kabupaten (`SET LOCAL app.kabupaten_code`)
 */
export async function rebuildUnitSpans(transaction: Knex.Transaction, kabupatenCode: string): Promise<void> {
  const found = await transaction.raw<{ rows: UnitRecord[] }>(
    `select code, name, kind, parent_code as "parentCode", valid_from as "validFrom", valid_to as "validTo"
       from units where kabupaten_code = ?`,
    [kabupatenCode],
  );
  const spans = spansOfUnits(found.rows);
  await transaction.raw('delete from unit_spans where kabupaten_code = ?', [kabupatenCode]);
  await transaction.raw(
    `insert into unit_spans (kabupaten_code, base_key, span_key, valid_from, valid_to)
     select ?::text, * from unnest(?::text[], ?::text[], ?::date[], ?::date[])`,
    [
      kabupatenCode,
      spans.map((span) => span.baseKey),
      spans.map((span) => span.spanKey),
      spans.map((span) => span.validFrom),
      spans.map((span) => span.validTo),
    ],
  );
}
