import { FIRST_DAY } from '#contract/days';
import type { IsoDate } from '#domain/period/civil-date';
import type { UnitTree } from '#domain/unit-tree';
import type { SqlValues } from './sql-values.ts';
import { OPEN_END, spansOfUnits } from './unit-spans.repository.ts';

/** The units whose records belong to a unit, and the days on which they do. */
export interface UnitDays {
  /** The unit and everything below it that ever belonged to it. */
  readonly codes: readonly string[];
  /** Those of `codes` that belonged to it only from … to (exclusive): units that began, ended, moved or merged. */
  readonly limited: readonly { readonly code: string; readonly from: IsoDate; readonly to: IsoDate }[];
}

/**
 * The units behind a figure of `unit`, as the roll-ups add them up: each day counts the tree as it was on that day.
 * With `self` only the unit's own records, as the `self` item of a breakdown.
 */
export function unitDaysOf(units: UnitTree, unit: string, self: boolean): UnitDays {
  if (self || units.childrenOf(unit).length === 0) return { codes: [unit], limited: [] };
  const spans = spansOfUnits(units.all()).filter(({ spanKey }) => spanKey === unit);
  const within = spans.map(({ baseKey, validFrom, validTo }) => ({
    code: baseKey.replace(/^=/, ''),
    from: validFrom,
    to: validTo,
  }));
  return {
    codes: within.map(({ code }) => code),
    limited: within.filter(({ from, to }) => from > FIRST_DAY || to < OPEN_END),
  };
}

/**
 * The condition that a record of the table `alias` belongs to the units on its day.
 * @param day column with the local day that the record is counted on
 */
export function unitDaysSql(alias: string, day: string, unitDays: UnitDays, values: SqlValues): string {
  const { codes, limited } = unitDays;
  const among = `${alias}.unit_code = any(${values.add(codes, 'text[]')})`;
  if (limited.length === 0) return among;
  const limitedCodes = values.add(
    limited.map(({ code }) => code),
    'text[]',
  );
  const from = values.add(
    limited.map((each) => each.from),
    'date[]',
  );
  const to = values.add(
    limited.map((each) => each.to),
    'date[]',
  );
  return `${among} and (${alias}.unit_code <> all(${limitedCodes}) or exists (
    select from unnest(${limitedCodes}, ${from}, ${to}) as span (code, day_from, day_to)
     where span.code = ${alias}.unit_code and ${alias}.${day} >= span.day_from and ${alias}.${day} < span.day_to))`;
}
