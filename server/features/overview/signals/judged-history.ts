import type { MeasureId } from '#domain/measures';
import { bucketsOf, type Bucket } from '#domain/period/period';
import { hiddenByPeriodInTable, hiddenInSelection, type HiddenGroups } from '../hidden-cells.ts';
import { leanSources } from '../lean-sources.ts';
import type { OverviewContext } from '../overview-context.ts';
import { readTallies } from '../overview-figures.ts';
import { requestByUnit, requestFor } from '../selection-context.ts';
import type { JudgingYears } from './judged-field.ts';
import { readSignalSettings } from './signal-settings.queries.ts';

const NONE: HiddenGroups = new Set();

/**
 * Every month in which the scope has records, and the running one up to today. Limits are made of all of them, whatever
 * window is shown: a window would make its own limits, and the same month would be a signal in one and none in another.
 */
export async function monthsOfScope({
  transaction,
  sources,
  root,
  clock,
}: OverviewContext): Promise<Bucket[]> {
  const first = await sources.firstMonth(transaction, root.code);
  const from = first === null || first > clock.today ? `${clock.today.slice(0, 7)}-01` : first;
  return bucketsOf({ from, to: clock.today }, 'month');
}

/**
 * The months of the selection itself; their tallies have the key ''.
 *
 * @param timed measures of which a time is judged: of the others no durations are read
 */
export async function historyOfSelection(
  context: OverviewContext,
  measures: readonly MeasureId[],
  timed: readonly MeasureId[],
): Promise<JudgingYears> {
  const { selection, structure, transaction, clock } = context;
  const sources = leanSources(context.sources, timed);
  const months = await monthsOfScope(context);
  const request = requestFor(selection, structure, months, clock);
  const tallies = await readTallies(transaction, sources, request, new Set(measures));
  const hidden = await hiddenInSelection(context, measures, periodsOf(months));
  return {
    ...(await setting(context, [selection.unit.code])),
    months,
    tallies,
    hiddenOf: (_key, month) => hidden[month] ?? NONE,
  };
}

/**
 * The months of each unit below the selected one, of its own records and of the whole, read in one go.
 *
 * @param timed measures of which a time is judged: of the others no durations are read
 */
export async function historyByUnit(
  context: OverviewContext,
  measures: readonly MeasureId[],
  timed: readonly MeasureId[],
): Promise<JudgingYears> {
  const { selection, structure, transaction, clock } = context;
  const sources = leanSources(context.sources, timed);
  const months = await monthsOfScope(context);
  const request = requestByUnit(selection, structure, months, clock);
  const { code } = selection.unit;
  const members = new Map([...request.members, [code, structure.units.subtreeCodes(code)]]);
  const tallies = await readTallies(
    transaction,
    sources,
    { ...request, members, unitKeys: [...members.keys()] },
    new Set(measures),
  );
  const below = await hiddenByPeriodInTable(context, measures, 'unit', periodsOf(months));
  const whole = await hiddenInSelection(context, measures, periodsOf(months));
  const units = [code, ...structure.units.childrenOf(code).map((child) => child.code)];
  return {
    ...(await setting(context, units)),
    months,
    tallies,
    hiddenOf: (key, month) => (key === code ? (whole[month] ?? NONE) : below(key, month)),
  };
}

/**
 * The months of each service of the selected unit; the keys of the tallies are the services' codes.
 *
 * @param timed measures of which a time is judged: of the others no durations are read
 */
export async function historyByService(
  context: OverviewContext,
  measures: readonly MeasureId[],
  timed: readonly MeasureId[],
): Promise<JudgingYears & { readonly services: readonly string[] }> {
  const { selection, structure, transaction, clock } = context;
  const sources = leanSources(context.sources, timed);
  const months = await monthsOfScope(context);
  const request = { ...requestFor(selection, structure, months, clock), by: 'service' as const };
  const tallies = await readTallies(transaction, sources, request, new Set(measures));
  return {
    ...(await setting(context, [selection.unit.code])),
    months,
    tallies,
    services: [...tallies.keys].filter((code) => structure.services.has(code)),
    hiddenOf: await hiddenByPeriodInTable(context, measures, 'service', periodsOf(months)),
  };
}

async function setting(
  { transaction, language, clock, selection }: OverviewContext,
  units: readonly string[],
) {
  return {
    settings: await readSignalSettings(transaction, units),
    language,
    today: clock.today,
    lastDay: selection.period.to,
  };
}

function periodsOf(months: readonly Bucket[]) {
  return months.map(({ from, to }) => ({ from, to }));
}
