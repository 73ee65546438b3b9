import { getInstrument } from '#domain/ikm/instruments';
import type { BreakdownBy, MeasureId } from '#domain/measures';
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

/** Names of the complaint classes (domain: complaints). */
const CLASS_NAMES: Readonly<Record<string, string>> = {
  normatif: 'Pengaduan normatif',
  'tidak-berkadar-pengawasan': 'Tidak berkadar pengawasan',
  'berkadar-pengawasan': 'Berkadar pengawasan',
  'permintaan-informasi': 'Permintaan informasi publik',
  aspirasi: 'Aspirasi',
};

/** The items of a breakdown; their counts add up to the total. */
export async function breakdownItems(
  context: OverviewContext,
  measure: MeasureId,
  by: BreakdownBy,
  total: Tallies,
): Promise<BreakdownItem[]> {
  if (by === 'unit') return unitItems(context, measure);
  if (by === 'weekday-hour') return slotItems(context);
  if (by === 'unsur') return unsurItems(total);
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
  return [...children, self].map(({ rollup, ...named }) => ({
    ...named,
    ...blockOf(measure, tallies, rollup, 0),
  }));
}

async function dimensionItems(
  context: OverviewContext,
  measure: MeasureId,
  by: BreakdownBy,
): Promise<BreakdownItem[]> {
  const { selection, structure, clock, transaction, sources } = context;
  const request = { ...requestFor(selection, structure, [selection.period], clock), by: rollupDimension(by) };
  const tallies = await readTallies(transaction, sources, request, new Set([measure]));
  const label = (key: string): string => {
    if (by === 'service') return structure.services.get(key)?.name ?? key;
    if (by === 'channel') return structure.channels.get(key)?.name ?? key;
    return CLASS_NAMES[key] ?? key;
  };
  const items = [...tallies.keys].map((key) => ({
    key,
    label: label(key),
    ...blockOf(measure, tallies, key, 0),
  }));
  return items
    .filter(hasRecords)
    .toSorted((a, b) => sizeOf(b) - sizeOf(a) || a.label.localeCompare(b.label, 'id'));
}

/** Arrivals and completions by weekday and hour; what is not known by the hour is null. */
async function slotItems(context: OverviewContext): Promise<BreakdownItem[]> {
  const { selection, structure, clock, transaction, sources } = context;
  const request = requestFor(selection, structure, [selection.period], clock);
  const { arrivals, completions } = await sources.serviceSlots(transaction, request);
  const slots = [...new Set([...Object.keys(arrivals), ...Object.keys(completions)].map(Number))].toSorted(
    (a, b) => a - b,
  );
  return slots.map((slot) => {
    const weekday = Math.floor(slot / 24);
    const hour = String(slot % 24).padStart(2, '0');
    return {
      key: `${weekday}-${hour}`,
      label: `${WEEKDAYS[weekday] ?? ''} ${hour}.00`,
      received: arrivals[slot] ?? 0,
      completed: completions[slot] ?? 0,
      rejected: null,
      cancelled: null,
      open: null,
    };
  });
}

/** The unsur of the newest instrument in the period. */
function unsurItems(total: Tallies): BreakdownItem[] {
  const block = blockOf('ikm', total, '', 0);
  if (block.instrument === null) return [];
  const { unsur } = getInstrument(block.instrument);
  return unsur.map(({ code, name }) => ({
    key: code,
    label: name,
    mean: block.unsur.find((each) => each.code === code)?.mean ?? null,
    respondents: block.respondents,
    instrument: block.instrument,
  }));
}

function sizeOf(item: BreakdownItem): number {
  if ('received' in item) return item.received ?? 0;
  if ('respondents' in item) return item.respondents;
  return item.due;
}

/** Rows that only carry what was open long before the period are kept: they are open. */
function hasRecords(item: BreakdownItem): boolean {
  return Object.entries(item).some(
    ([name, value]) => name !== 'requiredRespondents' && typeof value === 'number' && value !== 0,
  );
}
