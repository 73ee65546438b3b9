import type { CrestType } from '#contract/reports/letterheads';
import type { Letterhead } from '#contract/reports/report-document';
import { defaultLines } from '#domain/letterheads/letterhead-lines';
import type { UnitTree } from '#domain/unit-tree';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { type LetterheadRecord, readLetterheads } from './letterheads.queries.ts';

/**
 * What stands at the top of a sheet of this unit: what was set for it, else the names of the offices down to it; the
 * crest is its own, or that of the nearest unit above that has one. An address is never another office's.
 */
export async function letterheadOf(transaction: ReadTransaction, unitCode: string): Promise<Letterhead> {
  const { units } = (await readStructure(transaction)).structure;
  const codes = [unitCode, ...units.ancestorsOf(unitCode).map(({ code }) => code)];
  return letterheadFrom(await readLetterheads(transaction, codes), units, unitCode);
}

/** The same from what was read already: of the unit and of those above it. */
export function letterheadFrom(
  records: readonly LetterheadRecord[],
  units: UnitTree,
  unitCode: string,
): Letterhead {
  const unit = units.find(unitCode);
  const path = [...(unit === null ? [] : [unit]), ...units.ancestorsOf(unitCode)];
  const setOf = (code: string): LetterheadRecord | undefined =>
    records.find(({ unit_code }) => unit_code === code);
  const own = setOf(unitCode);
  const crest = path.map(({ code }) => setOf(code)).find((record) => (record?.crest ?? null) !== null);
  return {
    lines: own !== undefined && own.lines.length > 0 ? [...own.lines] : defaultLines(path.toReversed()),
    address: own?.address ?? '',
    crest: crest === undefined ? null : addressOfCrest(crest),
  };
}

function addressOfCrest({ crest, crest_type: type }: LetterheadRecord): string | null {
  return crest === null || type === null ? null : dataAddress(type, crest);
}

/** A crest as documents carry it. */
export function dataAddress(type: CrestType, content: Buffer): string {
  return `data:${type};base64,${content.toString('base64')}`;
}
