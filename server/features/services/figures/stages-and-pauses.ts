import type { Pauses, Stages } from '#contract/service-figures';
import type { Language } from '#contract/messages';
import type { Period } from '#domain/period/period';
import { hiddenParts } from '#domain/suppression/hidden-parts';
import { findPauseReason } from '#domain/turnaround/pause-reasons';
import { timePartsOf } from '#domain/turnaround/time-parts';
import type { FigureRequest } from '../../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { frameOf, requestOf, type SelectedServices } from './selected-services.ts';
import {
  readPauseTallies,
  readStageOrder,
  readStageTallies,
  type PartTally,
  type PauseTally,
  type StageTally,
} from './time-parts.queries.ts';

/** Whose desk the time was on: the stages of the period in the order a case goes through them, longest owner first. */
export async function stagesOf(selected: SelectedServices): Promise<Stages> {
  const { transaction, structure } = selected;
  const { frame, tallies, suppressed } = await partsOf(selected, readStageTallies, keyOfStage);
  const order =
    tallies.length === 0
      ? new Map<string, number>()
      : await readStageOrder(transaction, requestOf(selected, selected.selection.period));
  const { parts, approximate } = timePartsOf(tallies.map(({ tally }) => tally.durations));
  const items = tallies.flatMap(({ tally, hidden }, index) => {
    const part = parts[index];
    if (hidden || !part) return [];
    const { step, unit, count } = tally;
    return {
      step,
      unit: { code: unit, name: structure.units.find(unit)?.name ?? unit },
      completed: count,
      medianWorkingMinutes: part.medianMinutes,
      p90WorkingMinutes: part.p90Minutes,
      share: part.share,
    };
  });
  return {
    ...frame,
    approximate,
    items: items.toSorted(
      (a, b) =>
        (order.get(a.step) ?? 0) - (order.get(b.step) ?? 0) ||
        a.step.localeCompare(b.step, 'id') ||
        (b.share ?? 0) - (a.share ?? 0) ||
        a.unit.name.localeCompare(b.unit.name, 'id'),
    ),
    ...suppressed,
  };
}

/** Why the official clock stood still, the most frequent reason first. */
export async function pausesOf(selected: SelectedServices, language: Language): Promise<Pauses> {
  const { frame, tallies, suppressed } = await partsOf(selected, readPauseTallies, keyOfPause);
  const { parts, approximate } = timePartsOf(tallies.map(({ tally }) => tally.durations));
  const items = tallies.flatMap(({ tally, hidden }, index) => {
    const part = parts[index];
    if (hidden || !part) return [];
    const known = findPauseReason(tally.reason);
    return {
      reason: tally.reason,
      name: (language === 'en' ? known?.nameEn : known?.name) ?? tally.reason,
      causedBy: known?.causedBy ?? ('unknown' as const),
      pauses: tally.count,
      medianWorkingMinutes: part.medianMinutes,
      share: part.share,
    };
  });
  return {
    ...frame,
    approximate,
    items: items.toSorted((a, b) => b.pauses - a.pauses || a.name.localeCompare(b.name, 'id')),
    ...suppressed,
  };
}

type ReadParts<Tally extends PartTally> = (
  transaction: ReadTransaction,
  request: FigureRequest,
) => Promise<Tally[]>;

/** The parts of the period, and which of them the caller may not be told of. */
async function partsOf<Tally extends PartTally>(
  selected: SelectedServices,
  read: ReadParts<Tally>,
  keyOf: (tally: Tally) => string,
) {
  const { transaction, selection } = selected;
  const readPeriod = (period: Period) => read(transaction, requestOf(selected, period));
  const veil = await selected.veil();
  const months: ReadonlyMap<string, number>[] = [];
  if (typeof veil.parts !== 'string')
    for (const month of veil.parts)
      months.push(new Map((await readPeriod(month)).map((tally) => [keyOf(tally), tally.count])));
  const hidden = hiddenParts(months);
  const nothing = veil.parts === 'hidden' || hidden.everything;
  const tallies = nothing ? [] : await readPeriod(selection.period);
  const ignoredFilters = selection.channel === null ? [] : ['channel'];
  return {
    frame: { ...frameOf(selected), ignoredFilters },
    tallies: tallies.map((tally) => ({ tally, hidden: hidden.parts.has(keyOf(tally)) })),
    suppressed: nothing || hidden.parts.size > 0 ? { suppressed: true as const } : {},
  };
}

function keyOfStage({ step, unit }: StageTally): string {
  return JSON.stringify([step, unit]);
}

function keyOfPause({ reason }: PauseTally): string {
  return reason;
}
