import type { BreakdownBy, MeasureId } from '#domain/measures';
import { monthEnd, monthStart } from '#domain/period/civil-date';
import { bucketsOf, type Period } from '#domain/period/period';
import {
  decidingCounts,
  FAMILIES,
  GROUPS_OF,
  type DetailRights,
  type Family,
  type Group,
} from '#domain/suppression/field-groups';
import { hiddenParts } from '#domain/suppression/hidden-parts';
import { hideSmallCells } from '#domain/suppression/small-cells';
import type { UnitRecord } from '#domain/unit-tree';
import { leanSources } from './lean-sources.ts';
import type { OverviewContext } from './overview-context.ts';
import { readTallies, rollupDimension } from './overview-figures.ts';
import { requestByUnit, requestFor, selfKey } from './selection-context.ts';

/**
 * What is hidden from a person without the right to details. Figures can be asked for in so many ways that hiding small
 * cells answer by answer would hide nothing: the next question brings them back. So whether a cell is hidden is a
 * property of the cell, the same in every answer:
 *
 * - The cells are those of one month, along one dimension: a unit among its siblings, a service, a channel or a class of
 *   the whole scope. What lies across two dimensions (a service of one unit) is always hidden.
 * - A period is shown when every one of its months is: from a year and eleven of its months the twelfth would follow.
 *   Periods that cut a month (other than the running one at today) are hidden: two of them differ by a day.
 * - A unit is hidden with the units above it, because they are the sum of what is below.
 */
export type HiddenGroups = ReadonlySet<Group>;

const NONE: HiddenGroups = new Set();

/** The family that a measure's own figures belong to; programmes are about no single people. */
const FAMILY_OF: Readonly<Record<MeasureId, Family | null>> = {
  volume: 'services',
  turnaround: 'services',
  complaints: 'complaints',
  ikm: 'surveys',
  pilots: null,
};
/** The measure by which a family's tallies are read. */
const READ_BY: Readonly<Record<Family, MeasureId>> = {
  services: 'volume',
  complaints: 'complaints',
  surveys: 'ikm',
};

/** Families whose small cells the person may not see, among those that the measures show something of. */
function closedFamilies(rights: DetailRights, measures: readonly MeasureId[]): Family[] {
  return FAMILIES.filter(
    (family) =>
      !rights[family] &&
      // The required sample and the participation of the IKM tell how many were served.
      measures.some((id) => FAMILY_OF[id] === family || (id === 'ikm' && family === 'services')),
  );
}

/** What is hidden of the context's selection in each of the periods. */
export async function hiddenInSelection(
  context: OverviewContext,
  measures: readonly MeasureId[],
  periods: readonly Period[],
): Promise<HiddenGroups[]> {
  const families = closedFamilies(context.rights, measures);
  const hidden = periods.map(() => new Set<Group>());
  for (const family of families) {
    const perPeriod = await hiddenOfFamily(context, family, periods);
    perPeriod.forEach((groups, index) => groups.forEach((group) => hidden[index]?.add(group)));
  }
  return hidden;
}

/** What is hidden along a dimension of the context's selection. */
export interface HiddenInTable {
  /** By the key of the roll-ups. */
  of(key: string): HiddenGroups;
  /** Groups of which not even the keys may be listed. */
  readonly everywhere: HiddenGroups;
}

/** What is hidden of each item of a breakdown, or of each line of the matrix, over the selection's period. */
export async function hiddenInTable(
  context: OverviewContext,
  measures: readonly MeasureId[],
  by: BreakdownBy,
): Promise<HiddenInTable> {
  const families = closedFamilies(context.rights, measures);
  if (families.length === 0) return { of: () => NONE, everywhere: NONE };
  const { period, unit } = context.selection;
  const [selected = NONE] = await hiddenInSelection(context, measures, [period]);
  const everywhere = new Set(selected);
  const cells = new Map<string, Set<Group>>();
  for (const family of families) {
    const closed =
      by === 'unit' ? isNarrowed(context, family) : isNarrowed(context, family) || !isRoot(context);
    const months = closed ? null : wholeMonths(period, context.clock.today);
    if (months === null) {
      for (const group of GROUPS_OF[family]) everywhere.add(group);
      continue;
    }
    for (const table of await readTables(context, family, unit, by, months)) {
      for (const group of table.total) everywhere.add(group);
      for (const [key, groups] of table.cells) {
        const known = cells.get(key) ?? new Set<Group>();
        groups.forEach((group) => known.add(group));
        cells.set(key, known);
      }
    }
  }
  return {
    everywhere,
    of: (key) => new Set([...everywhere, ...(cells.get(key) ?? [])]),
  };
}

/**
 * What is hidden of each line of a table in each of several periods: what {@link hiddenInTable} says of one. Lines are
 * known by the key of the roll-ups, periods by their place.
 */
export async function hiddenByPeriodInTable(
  context: OverviewContext,
  measures: readonly MeasureId[],
  by: 'unit' | 'service',
  periods: readonly Period[],
): Promise<(key: string, period: number) => HiddenGroups> {
  const families = closedFamilies(context.rights, measures);
  const months = periods.map((period) => wholeMonths(period, context.clock.today));
  const hull = months.flatMap((each) => each ?? []);
  // Periods that cut a month are hidden as a whole.
  const selected = await hiddenInSelection(context, measures, periods);
  if (families.length === 0 || hull.length === 0) return (_key, period) => selected[period] ?? NONE;
  const always = new Set<Group>();
  const tables: (readonly MonthTable[])[] = [];
  for (const family of families) {
    const closed = isNarrowed(context, family) || (by === 'service' && !isRoot(context));
    if (closed) GROUPS_OF[family].forEach((group) => always.add(group));
    else tables.push(await readTables(context, family, context.selection.unit, by, hull));
  }
  const placeOf = new Map(hull.map(({ from }, place) => [from, place]));
  return (key, period) => {
    const hidden = new Set([...always, ...(selected[period] ?? [])]);
    for (const { from } of months[period] ?? []) {
      for (const table of tables) {
        const month = table[placeOf.get(from) ?? -1];
        month?.total.forEach((group) => hidden.add(group));
        month?.cells.get(key)?.forEach((group) => hidden.add(group));
      }
    }
    return hidden;
  };
}

/** The hours of a week are a table of their own: which of its slots are hidden, month by month. */
export function hiddenSlots(months: readonly Readonly<Record<number, number>>[]): {
  readonly slots: ReadonlySet<number>;
  readonly everything: boolean;
} {
  const { parts, everything } = hiddenParts(months.map((month) => new Map(Object.entries(month))));
  return { slots: new Set([...parts].map(Number)), everything };
}

/** What of the services of a selection may be told to the caller beyond the measures themselves. */
export interface ServiceVeil {
  /** Groups hidden over the selection's period. */
  readonly groups: HiddenGroups;
  /**
   * Tables along a further dimension (stages, reasons, ages): shown, hidden, or small cells hidden month by month. Such
   * a table is told of the whole scope alone, because what lies across two dimensions is always hidden.
   */
  readonly parts: 'shown' | 'hidden' | readonly Period[];
}

/** The veil over the services of the context's selection. */
export async function serviceVeil(context: OverviewContext): Promise<ServiceVeil> {
  if (context.rights.services) return { groups: NONE, parts: 'shown' };
  const { period } = context.selection;
  const [groups = NONE] = await hiddenInSelection(context, ['turnaround'], [period]);
  const closed = !isRoot(context) || isNarrowed(context, 'services') || groups.has('services');
  return { groups, parts: closed ? 'hidden' : (wholeMonths(period, context.clock.today) ?? 'hidden') };
}

/** The calendar months of a period, the running one up to today; null when it cuts a month. */
export function wholeMonths(period: Period, today: string): Period[] | null {
  const { from, to } = period;
  const isWhole = from === monthStart(from) && (to === monthEnd(to) || to >= today);
  return isWhole ? bucketsOf(period, 'month').map((month) => ({ from: month.from, to: month.to })) : null;
}

async function hiddenOfFamily(
  context: OverviewContext,
  family: Family,
  periods: readonly Period[],
): Promise<HiddenGroups[]> {
  const months = periods.map((period) => wholeMonths(period, context.clock.today));
  const known = months.flatMap((each) => each ?? []);
  const first = known[0];
  const last = known.at(-1);
  const all = new Set(GROUPS_OF[family]);
  if (!first || !last || dimensionsOf(context, family) > 1) return periods.map(() => all);
  const hull = bucketsOf({ from: first.from, to: last.to }, 'month').map(({ from, to }) => ({ from, to }));
  const byMonth = await hiddenByMonth(context, family, hull);
  return months.map((each) => {
    if (each === null) return all;
    return new Set(each.flatMap((month) => [...(byMonth.get(month.from) ?? [])]));
  });
}

/** What is hidden of the selection, by the first day of each month. */
async function hiddenByMonth(
  context: OverviewContext,
  family: Family,
  months: readonly Period[],
): Promise<Map<string, Set<Group>>> {
  const { selection, structure, root } = context;
  const hidden = months.map(() => new Set<Group>());
  const add = (tables: readonly MonthTable[], key: string | null) =>
    tables.forEach((table, index) => {
      const groups = [...table.total, ...(key === null ? [] : (table.cells.get(key) ?? []))];
      groups.forEach((group) => hidden[index]?.add(group));
    });
  // From the top of the scope down to the selected unit: hidden above is hidden below.
  const path = [selection.unit, ...structure.units.ancestorsOf(selection.unit.code)];
  const within = path.filter((each) => structure.units.isWithin(each.code, root.code)).toReversed();
  if (within.length === 1) add(await readTables(context, family, root, 'unit', months), null);
  for (const [index, child] of within.slice(1).entries()) {
    const parent = within[index];
    if (parent) add(await readTables(context, family, parent, 'unit', months), child.code);
  }
  if (selection.service !== null)
    add(await readTables(context, family, root, 'service', months), selection.service);
  if (selection.channel !== null && family !== 'surveys')
    add(await readTables(context, family, root, 'channel', months), selection.channel);
  return new Map(months.map((month, index) => [month.from, hidden[index] ?? new Set<Group>()]));
}

/** What is hidden in one table of one month. */
interface MonthTable {
  readonly total: ReadonlySet<Group>;
  readonly cells: ReadonlyMap<string, ReadonlySet<Group>>;
}

/** The tables of a unit along one dimension, one a month, with nothing else filtered. */
async function readTables(
  context: OverviewContext,
  family: Family,
  unit: UnitRecord,
  by: BreakdownBy,
  months: readonly Period[],
): Promise<MonthTable[]> {
  const { structure, clock, transaction, selection } = context;
  const sources = leanSources(context.sources, []);
  const whole = { ...selection, unit, service: null, channel: null };
  const request =
    by === 'unit'
      ? requestByUnit(whole, structure, months, clock)
      : { ...requestFor(whole, structure, months, clock), by: rollupDimension(by) };
  const tallies = await readTallies(transaction, sources, request, new Set([READ_BY[family]]));
  const keys =
    by === 'unit'
      ? [...structure.units.childrenOf(unit.code).map((child) => child.code), selfKey(structure, unit.code)]
      : [...tallies.keys];
  return months.map((_month, month) => {
    const rows = keys.map((key) => ({
      services: tallies.services(key, month),
      complaints: tallies.complaints(key, month),
      surveys: tallies.surveys(key, month),
    }));
    return tableOf(family, keys, (group) => rows.map((row) => decidingCounts(group, row)));
  });
}

function tableOf(
  family: Family,
  keys: readonly string[],
  countsOf: (group: Group) => readonly (readonly number[])[],
): MonthTable {
  const total = new Set<Group>();
  const cells = new Map(keys.map((key) => [key, new Set<Group>()]));
  const [main] = GROUPS_OF[family];
  for (const group of GROUPS_OF[family]) {
    const rows = countsOf(group);
    const width = rows[0]?.length ?? 0;
    // The main group takes all others of its family with it.
    const taken = group === main ? GROUPS_OF[family] : [group];
    for (let column = 0; column < width; column += 1) {
      const hidden = hideSmallCells(rows.map((row) => row[column] ?? 0));
      if (hidden.total) taken.forEach((each) => total.add(each));
      keys
        .filter((_key, index) => hidden.cells[index])
        .forEach((key) => taken.forEach((each) => cells.get(key)?.add(each)));
    }
  }
  return { total, cells };
}

function isRoot(context: OverviewContext): boolean {
  return context.selection.unit.code === context.root.code;
}

function isNarrowed({ selection }: OverviewContext, family: Family): boolean {
  return selection.service !== null || (selection.channel !== null && family !== 'surveys');
}

function dimensionsOf(context: OverviewContext, family: Family): number {
  const { service, channel } = context.selection;
  return [!isRoot(context), service !== null, channel !== null && family !== 'surveys'].filter(Boolean)
    .length;
}
