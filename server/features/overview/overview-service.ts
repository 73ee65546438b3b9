import type { Breakdown, Matrix, Series, Summary, Trends } from '#contract/measures';
import {
  DEFINITIONS_VERSION,
  MEASURE_IDS,
  MEASURES,
  findField,
  type BreakdownBy,
  type Measure,
  type MeasureField,
  type MeasureId,
} from '#domain/measures';
import { bucketsOf, previousPeriod, type Grain, type Period } from '#domain/period/period';
import { veilBlock } from '#domain/suppression/field-groups';
import { findInstrument } from '#domain/ikm/instruments';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { breakdownItems } from './breakdown-items.ts';
import { hiddenInSelection, hiddenInTable, type HiddenGroups } from './hidden-cells.ts';
import type { OverviewContext } from './overview-context.ts';
import { blockOf, readTallies, type Tallies } from './overview-figures.ts';
import { requestByUnit, requestFor, selfKey, type Selection } from './selection-context.ts';
import { seriesPoints } from './series-points.ts';

/** Points of one series at most: more than five years of days is a table, not a chart. */
const MAXIMUM_POINTS = 1_500;

/** Control limits and signals come with the signal engine; until then every series says so. */
const NO_SIGNAL = 'Belum ada sinyal.';

const NOTHING_HIDDEN: HiddenGroups = new Set();

const ALL_MEASURES: ReadonlySet<MeasureId> = new Set(MEASURE_IDS);

/** All measures of one selection, with the previous period. */
export async function summarise(context: OverviewContext): Promise<Summary> {
  const { selection, structure, clock } = context;
  const previous = previousPeriod(selection.period);
  const request = requestFor(selection, structure, [previous, selection.period], clock);
  const tallies = await readTallies(context.transaction, context.sources, request, ALL_MEASURES);
  const [before = NOTHING_HIDDEN, now = NOTHING_HIDDEN] = await hiddenInSelection(context, MEASURE_IDS, [
    previous,
    selection.period,
  ]);
  const withPrevious = <M extends MeasureId>(measure: M) => ({
    ...veilBlock(measure, blockOf(measure, tallies, '', 1), now),
    previous: veilBlock(measure, blockOf(measure, tallies, '', 0), before),
  });
  return {
    ...frame(context),
    previousPeriod: { from: previous.from, to: previous.to },
    ignoredFilters: Object.fromEntries(
      MEASURE_IDS.map((id) => [id, ignoredFilters(MEASURES[id], selection)] as const).filter(
        ([, ignored]) => ignored.length > 0,
      ),
    ),
    volume: withPrevious('volume'),
    turnaround: withPrevious('turnaround'),
    complaints: withPrevious('complaints'),
    ikm: withPrevious('ikm'),
    pilots: null,
  };
}

/** One field of one measure over time. */
export async function seriesOf(
  context: OverviewContext,
  measure: MeasureId,
  fieldId: string | undefined,
  grain: Grain,
): Promise<Series> {
  const field = requireField(measure, fieldId);
  const buckets = seriesBuckets(context.selection.period, grain);
  const tallies = await bucketTallies(context, buckets, new Set([measure]));
  const hidden = await hiddenInSelection(context, [measure], buckets);
  return toSeries(context, measure, field, grain, buckets, tallies, hidden);
}

/** The headline of every measure over time, read in one go. */
export async function trendsOf(context: OverviewContext, grain: Grain): Promise<Trends> {
  const buckets = seriesBuckets(context.selection.period, grain);
  const tallies = await bucketTallies(context, buckets, ALL_MEASURES);
  const hidden = await hiddenInSelection(context, MEASURE_IDS, buckets);
  return {
    items: MEASURE_IDS.map((measure) =>
      toSeries(context, measure, requireField(measure, undefined), grain, buckets, tallies, hidden),
    ),
  };
}

/** One measure along one dimension. */
export async function breakDown(
  context: OverviewContext,
  measure: MeasureId,
  by: BreakdownBy,
): Promise<Breakdown> {
  const definition = MEASURES[measure];
  if (!definition.breakdowns.includes(by)) {
    throw new ProblemException(400, 'breakdown-not-applicable', {
      measure: definition.label,
      by,
      choices: definition.breakdowns.join(', '),
    });
  }
  const { selection, structure, clock, transaction, sources } = context;
  const request = requestFor(selection, structure, [selection.period], clock);
  const tallies = await readTallies(transaction, sources, request, new Set([measure]));
  const [hidden = NOTHING_HIDDEN] = await hiddenInSelection(context, [measure], [selection.period]);
  return {
    measure,
    by,
    ...frame(context),
    ignoredFilters: ignoredFilters(definition, selection),
    ...(await breakdownItems(context, measure, by, tallies)),
    total: veilBlock(measure, blockOf(measure, tallies, '', 0), hidden),
  };
}

/** Every measure of every unit directly below. */
export async function matrixOf(context: OverviewContext): Promise<Matrix> {
  const { selection, structure, clock, transaction, sources } = context;
  const request = requestByUnit(selection, structure, [selection.period], clock);
  const tallies = await readTallies(transaction, sources, request, ALL_MEASURES);
  const own = selfKey(structure, selection.unit.code);
  const rows = structure.units
    .childrenOf(selection.unit.code)
    .map((unit) => ({ key: unit.code, rollup: unit.code, label: unit.name, kind: unit.kind }));
  if (tallies.keys.has(own))
    rows.push({ key: 'self', rollup: own, label: selection.unit.name, kind: selection.unit.kind });
  const hidden = await hiddenInTable(context, MEASURE_IDS, 'unit');
  const block = <M extends MeasureId>(measure: M, key: string) =>
    veilBlock(measure, blockOf(measure, tallies, key, 0), hidden.of(key));
  return {
    ...frame(context),
    items: rows.map(({ rollup, ...row }) => ({
      ...row,
      volume: block('volume', rollup),
      turnaround: block('turnaround', rollup),
      complaints: block('complaints', rollup),
      ikm: block('ikm', rollup),
    })),
  };
}

/** The measure named in an address; 404 when there is none. */
export function requireMeasure(id: string): MeasureId {
  const measure = MEASURE_IDS.find((candidate) => candidate === id);
  if (!measure) throw new ProblemException(404, 'measure-not-found', { measure: id });
  return measure;
}

/** A field of a measure, its headline when none is named; 400 when it has no such field. */
export function requireField(measure: MeasureId, fieldId: string | undefined): MeasureField {
  const field = findField(measure, fieldId ?? MEASURES[measure].headline);
  if (!field) {
    const fields = MEASURES[measure].fields.map((each) => each.id).join(', ');
    throw new ProblemException(400, 'field-not-applicable', {
      field: fieldId ?? '',
      measure: MEASURES[measure].label,
      fields,
    });
  }
  return field;
}

function seriesBuckets(period: Period, grain: Grain) {
  const buckets = bucketsOf(period, grain);
  if (buckets.length > MAXIMUM_POINTS)
    throw new ProblemException(400, 'too-many-points', { points: buckets.length });
  return buckets;
}

async function bucketTallies(
  context: OverviewContext,
  buckets: readonly Period[],
  measures: ReadonlySet<MeasureId>,
): Promise<Tallies> {
  const request = requestFor(context.selection, context.structure, buckets, context.clock);
  return readTallies(context.transaction, context.sources, request, measures);
}

function toSeries(
  context: OverviewContext,
  measure: MeasureId,
  field: MeasureField,
  grain: Grain,
  buckets: ReturnType<typeof bucketsOf>,
  tallies: Tallies,
  hidden: readonly HiddenGroups[],
): Series {
  return {
    measure,
    field: field.id,
    grain,
    ...frame(context),
    ignoredFilters: ignoredFilters(MEASURES[measure], context.selection),
    points: seriesPoints(measure, field, buckets, tallies, context.clock.today, hidden),
    limits: null,
    variation: null,
    assurance: null,
    sentence: NO_SIGNAL,
  };
}

/** What every answer carries: the selection and how fresh it is. */
function frame({ selection, version }: OverviewContext) {
  return {
    unit: selection.unit.code,
    unitName: selection.unit.name,
    service: selection.service,
    channel: selection.channel,
    from: selection.period.from,
    to: selection.period.to,
    dataVersion: version.version,
    asOf: version.committedAt,
    definitionsVersion: DEFINITIONS_VERSION,
  };
}

function ignoredFilters(measure: Measure, selection: Selection): string[] {
  const set = [selection.service !== null ? 'service' : null, selection.channel !== null ? 'channel' : null];
  return set.filter(
    (name): name is 'service' | 'channel' =>
      name !== null && !measure.filters.some((filter) => filter === name),
  );
}

/** Name of an IKM instrument for labels; its code when it is not known. */
export function instrumentName(code: string): string {
  return findInstrument(code)?.name ?? code;
}
