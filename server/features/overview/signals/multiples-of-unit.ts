import type { Multiples } from '#contract/measures';
import { isJudged, MEASURES, type JudgedMeasure, type MeasureField, type MeasureId } from '#domain/measures';
import type { Grain } from '#domain/period/period';
import { byNeed, medianOfUnits } from '#domain/spc/small-multiples';
import type { UnitRecord } from '#domain/unit-tree';
import { hiddenByPeriodInTable } from '../hidden-cells.ts';
import { leanSources, timedMeasures } from '../lean-sources.ts';
import type { OverviewContext } from '../overview-context.ts';
import { readTallies } from '../overview-figures.ts';
import { frame, ignoredFilters, seriesBuckets } from '../overview-service.ts';
import { requestByUnit } from '../selection-context.ts';
import { seriesPoints } from '../series-points.ts';
import { judgeFields, type JudgedField } from './judged-field.ts';
import { historyByUnit } from './judged-history.ts';
import { shownLimits, withSignals } from './series-answer.ts';
import { verdictWithoutJudgement } from './verdict-without-judgement.ts';

/** One field of every unit directly below, on one axis: those that need help first. */
export async function multiplesOf(
  context: OverviewContext,
  measure: MeasureId,
  field: MeasureField,
  grain: Grain,
): Promise<Multiples> {
  const { selection, structure, clock, transaction } = context;
  const sources = leanSources(context.sources, timedMeasures([[measure, field]]));
  const buckets = seriesBuckets(selection.period, grain);
  const request = requestByUnit(selection, structure, buckets, clock);
  const tallies = await readTallies(transaction, sources, request, new Set([measure]));
  const hidden = await hiddenByPeriodInTable(context, [measure], 'unit', buckets);
  const judge =
    grain === 'month' && isJudged(measure) ? await monthlyJudge(context, measure, field) : () => null;
  const items = structure.units.childrenOf(selection.unit.code).map((unit) => {
    const { code, name, kind } = unit;
    const veils = buckets.map((_, index) => hidden(code, index));
    const points = seriesPoints(measure, field, buckets, tallies, clock.today, veils, { key: code });
    const judged = judge(unit);
    return {
      key: code,
      label: name,
      kind,
      points: withSignals(points, buckets, judged),
      limits: shownLimits(buckets, judged),
      verdict: judged?.verdict ?? verdictWithoutJudgement(measure, context.language),
    };
  });
  return {
    measure,
    field: field.id,
    grain,
    ...frame(context),
    ignoredFilters: ignoredFilters(MEASURES[measure], selection),
    items: items.toSorted((a, b) => byNeed(a.verdict, b.verdict)),
    median: buckets.map((_, index) => medianOfUnits(items.map(({ points }) => points[index]?.value ?? null))),
  };
}

/** Judges the field of any unit below, all read in one go. */
async function monthlyJudge(
  context: OverviewContext,
  measure: JudgedMeasure,
  field: MeasureField,
): Promise<(unit: UnitRecord) => JudgedField | null> {
  const years = await historyByUnit(context, [measure], timedMeasures([[measure, field]]));
  const { service, channel } = context.selection;
  return (unit) => {
    const subject = { tallyKey: unit.code, unit, part: 'whole' as const, service, channel };
    return judgeFields(measure, [field], subject, years)[0] ?? null;
  };
}
