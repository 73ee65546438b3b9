import type { Ageing } from '#contract/service-figures';
import { addDays } from '#domain/period/civil-date';
import { hideSmallCells } from '#domain/suppression/small-cells';
import { ageClasses, type WaitingCount } from '#domain/turnaround/waiting-age';
import { unitDaysOf } from '../../../platform/database/unit-days.ts';
import { readServiceTallies } from '../service-figures.queries.ts';
import { countDueSoon, readCompletedLater, readStillOpen, type WaitingRequest } from './ageing.queries.ts';
import { frameOf, requestOf, type SelectedServices } from './selected-services.ts';

/** With one of these nothing of what is open is told. */
const OPEN_GROUPS = ['services', 'services-rest', 'services-overdue'] as const;

/** Days in which what was still open at a past day is looked for first; then twice as many, and so on. */
const FIRST_SPAN_DAYS = 32;

/** What is open now, or was at the end of the selection's last day, by its age in working days. */
export async function ageingOf(selected: SelectedServices): Promise<Ageing> {
  const { transaction, structure, clock, selection } = selected;
  const { unit, service, channel, period } = selection;
  const veil = await selected.veil();
  if (veil.parts === 'hidden' || OPEN_GROUPS.some((group) => veil.groups.has(group)))
    return nothingTold(selected);
  const request: WaitingRequest = {
    unitDays: unitDaysOf(structure.units, unit.code, false),
    service,
    channel,
    to: period.to,
    clock,
  };
  const waiting = await readStillOpen(transaction, request);
  const isPast = period.to < clock.today;
  if (isPast) waiting.push(...(await completedSince(selected, request, waiting)));
  const items = ageClasses(waiting);
  const open = countOf(waiting);
  if (veil.parts === 'shown') {
    const oldestDays = waiting.length === 0 ? null : Math.max(...waiting.map(({ days }) => days));
    const dueSoon = isPast ? null : await countDueSoon(transaction, request);
    return { ...frameOf(selected), open, items, oldestDays, dueSoon };
  }
  const hidden = hideSmallCells(items.map(({ count }) => count));
  if (hidden.total) return nothingTold(selected);
  return {
    ...frameOf(selected),
    open,
    items: items.filter((_item, index) => hidden.cells[index] !== true),
    // The age of the oldest, and deadlines of a day or two, are about single people.
    oldestDays: null,
    dueSoon: null,
    suppressed: true,
  };
}

function nothingTold(selected: SelectedServices): Ageing {
  return { ...frameOf(selected), open: null, items: [], oldestDays: null, dueSoon: null, suppressed: true };
}

/**
 * What was open at a past day and has been completed since. How many there are is known from the roll-ups, so that the
 * days after it are read only until all of them are found: mostly a month or two, whatever the number of cases.
 */
async function completedSince(
  selected: SelectedServices,
  request: WaitingRequest,
  stillOpen: readonly WaitingCount[],
): Promise<WaitingCount[]> {
  const { transaction, clock, selection } = selected;
  const tallies = await readServiceTallies(transaction, requestOf(selected, selection.period));
  const expected = (tallies.get('')?.[0]?.open ?? 0) - countOf(stillOpen);
  const found: WaitingCount[] = [];
  let from = addDays(request.to, 1);
  // A file may say that a case is completed in the days ahead.
  const last = addDays(clock.today, 366);
  for (let days = FIRST_SPAN_DAYS; from <= last && countOf(found) < expected; days *= 2) {
    const end = addDays(from, days - 1);
    const to = end < last ? end : last;
    found.push(...(await readCompletedLater(transaction, request, { from, to })));
    from = addDays(to, 1);
  }
  return found;
}

function countOf(waiting: readonly WaitingCount[]): number {
  return waiting.reduce((sum, { count }) => sum + count, 0);
}
