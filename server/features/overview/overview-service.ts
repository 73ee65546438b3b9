import type { PilotsBlock } from '#contract/measure-blocks';
import type { Breakdown, Matrix, Series, Summary, Trends } from '#contract/measures';
import {
  DEFINITIONS_VERSION,
  isJudged,
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
import type { AnswerCache } from '../../platform/http/answer-cache.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { breakdownItems } from './breakdown-items.ts';
import { funnelOfItems } from './funnel-of-items.ts';
import { hiddenInSelection, hiddenInTable, type HiddenGroups } from './hidden-cells.ts';
import { leanSources, timedMeasures } from './lean-sources.ts';
import type { OverviewContext } from './overview-context.ts';
import { blockOf, readTallies, type Tallies } from './overview-figures.ts';
import { requestByUnit, requestFor, selfKey, type Selection } from './selection-context.ts';
import { seriesPoints } from './series-points.ts';
import { judgeFields, type JudgedField } from './signals/judged-field.ts';
import { historyOfSelection } from './signals/judged-history.ts';
import type { KeptJudgements } from './signals/kept-judgements.ts';
import { verdictsByUnit } from './signals/verdicts-by-unit.ts';
import {
  annotationsOf,
  shownLimits,
  toldAnnotations,
  toldBaselines,
  withSignals,
} from './signals/series-answer.ts';
import { reportedByUnit } from './signals/reported-days.ts';
import type { AnnotationRecord } from './signals/signal-settings.queries.ts';
import { verdictWithoutJudgement } from './signals/verdict-without-judgement.ts';

/** Points of one series at most: more than five years of days is a table, not a chart. */
const MAXIMUM_POINTS = 1_500;

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
    pilots: pilotsOfPeriods(tallies),
  };
}

/** Null where no programme runs in the period: the measure does not apply. */
function pilotsOfPeriods(tallies: Tallies): Summary['pilots'] {
  const pilots = applicable(blockOf('pilots', tallies, '', 1));
  return pilots && { ...pilots, previous: applicable(blockOf('pilots', tallies, '', 0)) };
}

function applicable(block: PilotsBlock): PilotsBlock | null {
  return block.programmes === 0 ? null : block;
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
  const tallies = await bucketTallies(context, buckets, [[measure, field]]);
  const hidden = await hiddenInSelection(context, [measure], buckets);
  const judged = grain === 'month' ? await judgeSelection(context, [[measure, field]]) : [];
  return toSeries(
    context,
    measure,
    field,
    grain,
    buckets,
    tallies,
    hidden,
    judged,
    await annotationsOf(context),
  );
}

/** The headline of every measure over time, read in one go. */
export async function trendsOf(context: OverviewContext, grain: Grain): Promise<Trends> {
  const buckets = seriesBuckets(context.selection.period, grain);
  const headlines = MEASURE_IDS.map((measure) => [measure, requireField(measure, undefined)] as const);
  const tallies = await bucketTallies(context, buckets, headlines);
  const hidden = await hiddenInSelection(context, MEASURE_IDS, buckets);
  const judged = grain === 'month' ? await judgeSelection(context, headlines) : [];
  const notes = await annotationsOf(context);
  return {
    items: headlines.map(([measure, field]) =>
      toSeries(context, measure, field, grain, buckets, tallies, hidden, judged, notes),
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
  const parts = await breakdownItems(context, measure, by, tallies);
  const total = veilBlock(measure, blockOf(measure, tallies, '', 0), hidden);
  return {
    measure,
    by,
    ...frame(context),
    ignoredFilters: ignoredFilters(definition, selection),
    ...parts,
    total,
    ...(by === 'weekday-hour' || by === 'unsur'
      ? {}
      : { funnel: funnelOfItems(measure, parts.items, total) }),
  };
}

/** Every measure of every unit directly below. */
export async function matrixOf(
  context: OverviewContext,
  cache: AnswerCache,
  judgements: KeptJudgements,
): Promise<Matrix> {
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
  const verdicts = await verdictsByUnit(context, cache, judgements);
  const reported = await reportedByUnit(
    context,
    rows.map(({ rollup, key }) => [rollup, key === 'self' ? selection.unit.code : key]),
  );
  return {
    ...frame(context),
    items: rows.map(({ rollup, ...row }) => ({
      ...row,
      ...(reported.get(rollup) ?? { lastReportedOn: null, silent: false }),
      signals: verdicts[rollup] ?? {},
      volume: block('volume', rollup),
      turnaround: block('turnaround', rollup),
      complaints: block('complaints', rollup),
      ikm: block('ikm', rollup),
      pilots: applicable(blockOf('pilots', tallies, rollup, 0)),
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

/** The buckets of a chart; 400 when they are too many. */
export function seriesBuckets(period: Period, grain: Grain) {
  const buckets = bucketsOf(period, grain);
  if (buckets.length > MAXIMUM_POINTS)
    throw new ProblemException(400, 'too-many-points', { points: buckets.length });
  return buckets;
}

async function bucketTallies(
  context: OverviewContext,
  buckets: readonly Period[],
  asked: readonly (readonly [MeasureId, MeasureField])[],
): Promise<Tallies> {
  const request = requestFor(context.selection, context.structure, buckets, context.clock);
  const sources = leanSources(context.sources, timedMeasures(asked));
  return readTallies(context.transaction, sources, request, new Set(asked.map(([measure]) => measure)));
}

/** The selection's own series, judged over all its months. */
async function judgeSelection(
  context: OverviewContext,
  asked: readonly (readonly [MeasureId, MeasureField])[],
): Promise<JudgedField[]> {
  const { unit, service, channel } = context.selection;
  const judged = asked.flatMap(([measure, field]) => (isJudged(measure) ? [[measure, field] as const] : []));
  if (judged.length === 0) return [];
  const years = await historyOfSelection(
    context,
    judged.map(([measure]) => measure),
    timedMeasures(judged),
  );
  const subject = { tallyKey: '', unit, part: 'whole' as const, service, channel };
  return judged.flatMap(([measure, field]) => judgeFields(measure, [field], subject, years));
}

function toSeries(
  context: OverviewContext,
  measure: MeasureId,
  field: MeasureField,
  grain: Grain,
  buckets: ReturnType<typeof bucketsOf>,
  tallies: Tallies,
  hidden: readonly HiddenGroups[],
  judgedFields: readonly JudgedField[],
  notes: readonly AnnotationRecord[],
): Series {
  const points = seriesPoints(measure, field, buckets, tallies, context.clock.today, hidden);
  const judged = judgedFields.find((each) => each.measure === measure) ?? null;
  const verdict = judged?.verdict ?? verdictWithoutJudgement(measure, context.language);
  return {
    measure,
    field: field.id,
    grain,
    ...frame(context),
    ignoredFilters: ignoredFilters(MEASURES[measure], context.selection),
    points: withSignals(points, buckets, judged),
    limits: shownLimits(buckets, judged),
    variation: verdict.variation,
    assurance: verdict.assurance,
    sentence: verdict.sentence,
    verdict,
    baselines: toldBaselines(judged),
    annotations: toldAnnotations(notes, measure, context),
  };
}

/** What every answer carries: the selection and how fresh it is. */
export function frame({ selection, version, shownUntil }: OverviewContext) {
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
    ...(typeof shownUntil === 'string' ? { shownUntil } : {}),
  };
}

/** Filters of the selection that the measure does not know. */
export function ignoredFilters(measure: Measure, selection: Selection): string[] {
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
