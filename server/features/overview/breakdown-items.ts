import { complaintClassName } from '#domain/complaints/complaint-classes';
import { getInstrument } from '#domain/ikm/instruments';
import { MEASURES, type BreakdownBy, type MeasureId } from '#domain/measures';
import { isFieldHidden, veilBlock } from '#domain/suppression/field-groups';
import { hiddenInSelection, hiddenInTable, hiddenSlots, wholeMonths } from './hidden-cells.ts';
import {
  blockOf,
  readTallies,
  rollupDimension,
  type BreakdownItem,
  type Tallies,
} from './overview-figures.ts';
import type { OverviewContext } from './overview-context.ts';
import { requestByUnit, requestFor, selfKey } from './selection-context.ts';

const WEEKDAYS = ['', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];

/** `suppressed` says that there are items which are not even named. */
export interface BreakdownItems {
  readonly items: BreakdownItem[];
  readonly suppressed?: true;
}

/**
 * The items of a breakdown; their counts add up to the total. From those without the right to details small cells are
 * hidden, and with them the next smallest.
 */
export async function breakdownItems(
  context: OverviewContext,
  measure: MeasureId,
  by: BreakdownBy,
  total: Tallies,
): Promise<BreakdownItems> {
  if (by === 'unit') return { items: await unitItems(context, measure) };
  if (by === 'weekday-hour') return slotItems(context);
  if (by === 'unsur') return unsurItems(context, total);
  return dimensionItems(context, measure, by);
}

/** Direct children, and one item `self` for the unit's own records. */
async function unitItems(context: OverviewContext, measure: MeasureId): Promise<BreakdownItem[]> {
  const { selection, structure, clock, transaction, sources } = context;
  const request = requestByUnit(selection, structure, [selection.period], clock);
  const tallies = await readTallies(transaction, sources, request, new Set([measure]));
  const children = structure.units
    .childrenOf(selection.unit.code)
    .map((unit) => ({ key: unit.code, label: unit.name, rollup: unit.code }));
  const self = { key: 'self', label: selection.unit.name, rollup: selfKey(structure, selection.unit.code) };
  const hidden = await hiddenInTable(context, [measure], 'unit');
  return [...children, self].map(({ rollup, ...named }) => ({
    ...named,
    ...veilBlock(measure, blockOf(measure, tallies, rollup, 0), hidden.of(rollup)),
  }));
}

async function dimensionItems(
  context: OverviewContext,
  measure: MeasureId,
  by: BreakdownBy,
): Promise<BreakdownItems> {
  const { selection, structure, clock, transaction, sources } = context;
  const hidden = await hiddenInTable(context, [measure], by);
  if (isFieldHidden(measure, MEASURES[measure].headline, hidden.everywhere))
    return { items: [], suppressed: true };
  const request = { ...requestFor(selection, structure, [selection.period], clock), by: rollupDimension(by) };
  const tallies = await readTallies(transaction, sources, request, new Set([measure]));
  const label = (key: string): string => {
    if (by === 'service') return structure.services.get(key)?.name ?? key;
    if (by === 'channel') return structure.channels.get(key)?.name ?? key;
    return complaintClassName(key);
  };
  const items = [...tallies.keys]
    .map((key) => ({ key, label: label(key), block: blockOf(measure, tallies, key, 0) }))
    .filter(({ block }) => hasRecords(block))
    .map(({ key, label: named, block }) => ({
      key,
      label: named,
      ...veilBlock(measure, block, hidden.of(key)),
    }));
  return { items: items.toSorted((a, b) => sizeOf(b) - sizeOf(a) || a.label.localeCompare(b.label, 'id')) };
}

/** Arrivals and completions by weekday and hour; what is not known by the hour is null. */
async function slotItems(context: OverviewContext): Promise<BreakdownItems> {
  const { selection, structure, clock, transaction, sources, rights } = context;
  const request = requestFor(selection, structure, [selection.period], clock);
  const veil = rights.services ? null : await slotVeil(context);
  if (veil === 'everything') return { items: [], suppressed: true };
  const { arrivals, completions } = await sources.serviceSlots(transaction, request);
  const slots = [...new Set([...Object.keys(arrivals), ...Object.keys(completions)].map(Number))].toSorted(
    (a, b) => a - b,
  );
  const items = slots.map((slot) => {
    const weekday = Math.floor(slot / 24);
    const hour = String(slot % 24).padStart(2, '0');
    const received = veil?.arrivals.has(slot) === true ? null : (arrivals[slot] ?? 0);
    const completed = veil?.completions.has(slot) === true ? null : (completions[slot] ?? 0);
    return {
      key: `${weekday}-${hour}`,
      label: `${WEEKDAYS[weekday] ?? ''} ${hour}.00`,
      received,
      completed,
      rejected: null,
      cancelled: null,
      open: null,
      lateEntries: null,
      ...(received === null || completed === null ? { suppressed: true as const } : {}),
    };
  });
  return { items };
}

/** The hours that are hidden from the caller: each month's table of hours by itself, and only of the whole scope. */
async function slotVeil(
  context: OverviewContext,
): Promise<{ arrivals: ReadonlySet<number>; completions: ReadonlySet<number> } | 'everything'> {
  const { selection, structure, clock, transaction, sources, root } = context;
  const months = wholeMonths(selection.period, clock.today);
  const narrowed =
    selection.unit.code !== root.code || selection.service !== null || selection.channel !== null;
  if (months === null || narrowed) return 'everything';
  const [selected] = await hiddenInSelection(context, ['volume'], [selection.period]);
  if (selected?.has('services') === true) return 'everything';
  const tables = [];
  for (const month of months)
    tables.push(await sources.serviceSlots(transaction, requestFor(selection, structure, [month], clock)));
  const arrivals = hiddenSlots(tables.map((table) => table.arrivals));
  const completions = hiddenSlots(tables.map((table) => table.completions));
  if (arrivals.everything || completions.everything) return 'everything';
  return { arrivals: arrivals.slots, completions: completions.slots };
}

/** The unsur of the newest instrument in the period. */
async function unsurItems(context: OverviewContext, total: Tallies): Promise<BreakdownItems> {
  const [hidden] = await hiddenInSelection(context, ['ikm'], [context.selection.period]);
  if (hidden?.has('surveys') === true) return { items: [], suppressed: true };
  const block = blockOf('ikm', total, '', 0);
  if (block.instrument === null) return { items: [] };
  const { unsur } = getInstrument(block.instrument);
  return {
    items: unsur.map(({ code, name }) => ({
      key: code,
      label: name,
      mean: block.unsur.find((each) => each.code === code)?.mean ?? null,
      respondents: block.respondents,
      instrument: block.instrument,
    })),
  };
}

/** What items are sorted by; hidden ones come last, because a place between two others would tell about how many. */
function sizeOf(item: BreakdownItem): number {
  if ('received' in item) return item.received ?? -1;
  if ('respondents' in item) return item.respondents ?? -1;
  if ('programmes' in item) return item.programmes;
  return item.due ?? -1;
}

/** Rows that only carry what was open long before the period are kept: they are open. */
function hasRecords(block: object): boolean {
  return Object.entries(block).some(
    ([name, value]) => name !== 'requiredRespondents' && typeof value === 'number' && value !== 0,
  );
}
