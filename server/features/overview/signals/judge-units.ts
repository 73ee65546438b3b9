/**
 * For lists that look at every series of a scope at once (matrix, exceptions):
 *
 *   judgeUnits(context, measures?)    → JudgedUnit[]     every unit directly below the selected one ('child'), its own
 *                                                        records where it has units below ('own'), and it with all below
 *                                                        ('whole'); each with every watched field by `measure.field`
 *   judgeServices(context, measures?) → JudgedService[]  the same for each service of the selected unit
 *
 * Each is one read of the months' roll-ups, whatever the number of units. The verdict is about the last whole month up to
 * `context.selection.period.to`. A field holds its points (all months since the first recorded one), `judgement.chart`
 * (per point limits and signal), `judgement.length` (months behind the verdict: what `expectedByChance` asks for) and
 * `verdict` with its sentence. What the caller may not be told is missing, for the engine too.
 */
import { JUDGED_MEASURES, WATCHED_FIELDS, type JudgedMeasure } from '#domain/measures';
import type { UnitRecord } from '#domain/unit-tree';
import { TIMED_AND_WATCHED } from '../lean-sources.ts';
import type { OverviewContext } from '../overview-context.ts';
import { selfKey } from '../selection-context.ts';
import { judgeFields, type JudgedField, type JudgedSubject, type JudgingYears } from './judged-field.ts';
import { historyByService, historyByUnit } from './judged-history.ts';

export interface JudgedUnit {
  /** In the roll-ups: the unit's code, or `=code` for its own records. */
  readonly key: string;
  readonly unit: UnitRecord;
  readonly part: 'child' | 'own' | 'whole';
  /** By `measure.field`; every watched field of the measures. */
  readonly fields: ReadonlyMap<string, JudgedField>;
}

export interface JudgedService {
  readonly service: string;
  readonly fields: ReadonlyMap<string, JudgedField>;
}

/** Every unit directly below the selected one, its own records, and the whole. */
export async function judgeUnits(
  context: OverviewContext,
  measures: readonly JudgedMeasure[] = JUDGED_MEASURES,
): Promise<JudgedUnit[]> {
  const { structure, selection } = context;
  const { unit } = selection;
  const years = await historyByUnit(context, measures, timedAmong(measures));
  const own = selfKey(structure, unit.code);
  const parts: Omit<JudgedUnit, 'fields'>[] = [
    ...structure.units
      .childrenOf(unit.code)
      .map((child) => ({ key: child.code, unit: child, part: 'child' as const })),
    ...(own === unit.code ? [] : [{ key: own, unit, part: 'own' as const }]),
    { key: unit.code, unit, part: 'whole' },
  ];
  return parts.map((each) => ({
    ...each,
    fields: watchedFields(measures, years, {
      tallyKey: each.key,
      unit: each.unit,
      part: each.part === 'own' ? 'own' : 'whole',
      service: null,
      channel: null,
    }),
  }));
}

/** Every service of the selected unit with all below, as far as it has records. */
export async function judgeServices(
  context: OverviewContext,
  measures: readonly JudgedMeasure[] = JUDGED_MEASURES,
): Promise<JudgedService[]> {
  const { unit } = context.selection;
  const years = await historyByService(context, measures, timedAmong(measures));
  return years.services.map((service) => ({
    service,
    fields: watchedFields(measures, years, {
      tallyKey: service,
      unit,
      part: 'whole',
      service,
      channel: null,
    }),
  }));
}

function timedAmong(measures: readonly JudgedMeasure[]): JudgedMeasure[] {
  return measures.filter((id) => TIMED_AND_WATCHED.includes(id));
}

function watchedFields(
  measures: readonly JudgedMeasure[],
  years: JudgingYears,
  subject: JudgedSubject,
): Map<string, JudgedField> {
  const judged = new Map<string, JudgedField>();
  for (const measure of measures) {
    const fields = WATCHED_FIELDS.filter((each) => each.measure === measure).map(({ field }) => field);
    for (const each of judgeFields(measure, fields, subject, years))
      judged.set(`${measure}.${each.field.id}`, each);
  }
  return judged;
}
