import type { AlertPeriod, AlertRule } from '#domain/alerts/alert-episode';
import {
  silencePeriods,
  targetPeriods,
  weeksBefore,
  worseningPeriods,
  type JudgedMonth,
} from '#domain/alerts/alert-periods';
import { NO_FACTS, type AlertFacts } from '#domain/alerts/alert-words';
import { FIELD_WORDS } from '#domain/attention/field-words';
import { isJudged, WATCHED_FIELDS } from '#domain/measures';
import { addDays } from '#domain/period/civil-date';
import { REPORTED_WITHIN_DAYS } from '#domain/reporting/silence';
import { isJudgeable } from '#domain/spc/series-judgement';
import { ANY, findTarget, type TargetRecord } from '#domain/targets/target-in-force';
import type { UnitRecord } from '#domain/unit-tree';
import type { Clock } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { Structure } from '../../platform/database/structure.queries.ts';
import type { AlertSources, JudgedSeries } from './alert-sources.ts';

/** Months and weeks that are looked back on: far more than it takes to open or end an episode. */
const MONTHS = 24;
const WEEKS = 26;

/** One rule about one unit, as its months or weeks show it today. */
export interface WatchedMatter {
  readonly unit: UnitRecord;
  readonly rule: AlertRule;
  /** `measure.field`; empty for silence. */
  readonly field: string;
  readonly periods: readonly AlertPeriod[];
  readonly facts: AlertFacts;
  /** Since when, where the rule knows better than its periods; else null. */
  readonly since: string | null;
}

export interface MatterCall {
  readonly transaction: ReadTransaction;
  readonly structure: Structure;
  readonly clock: Clock;
}

/** The units that are watched: directly below the kabupaten, and there today. */
export function watchedUnitsOf(
  structure: Structure,
  kabupatenCode: string,
  today: string,
): readonly UnitRecord[] {
  return structure.units
    .childrenOf(kabupatenCode)
    .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo > today));
}

/** Every rule about every watched unit; a rule without anything to judge has no periods that say anything. */
export async function watchedMatters(call: MatterCall, sources: AlertSources): Promise<WatchedMatter[]> {
  const { transaction, structure, clock } = call;
  const units = watchedUnitsOf(structure, transaction.kabupatenCode, clock.today);
  if (units.length === 0) return [];
  const judged = await sources.judge(transaction, clock);
  const targets = (await sources.targets(transaction)).filter(({ service }) => service === ANY);
  return [
    ...units.flatMap((unit) => {
      const fields = judged.find(({ key }) => key === unit.code)?.fields;
      return WATCHED_FIELDS.filter(({ measure }) => isJudged(measure)).flatMap((each) =>
        ofSeries(unit, each, fields?.get(each.key), targets, clock.today),
      );
    }),
    ...(await bySilence(call, sources, units)),
  ];
}

function ofSeries(
  unit: UnitRecord,
  { key, measure }: { readonly key: string; readonly measure: string },
  series: JudgedSeries | undefined,
  targets: readonly TargetRecord[],
  today: string,
): WatchedMatter[] {
  const months = series === undefined ? [] : monthsOf(series, unit, measure, targets, today);
  const last = months.findLast(({ value }) => value !== null);
  const facts: AlertFacts = {
    ...NO_FACTS,
    month: last?.from ?? null,
    value: last?.value ?? null,
    n: series?.points.find(({ from }) => from === last?.from)?.n ?? null,
    atLeast: last?.target?.atLeast ?? null,
    atMost: last?.target?.atMost ?? null,
    usual: series?.judgement.limits?.centre ?? null,
  };
  const matter = { unit, field: key, facts };
  const better = FIELD_WORDS[key]?.better;
  const verdict = series?.judgement.verdict;
  return [
    { ...matter, rule: 'target-missed', periods: targetPeriods(months), since: null },
    ...(better === undefined
      ? []
      : [
          {
            ...matter,
            rule: 'worsening' as const,
            periods: worseningPeriods(months, better),
            // The pattern may have begun before the first month that completed it.
            since: verdict?.variation === 'worsening' ? verdict.since : null,
          },
        ]),
  ];
}

function monthsOf(
  { points, judgement, field }: JudgedSeries,
  unit: UnitRecord,
  measure: string,
  targets: readonly TargetRecord[],
  today: string,
): JudgedMonth[] {
  const first = Math.max(0, points.length - MONTHS);
  return points.slice(first).flatMap((point, index) => {
    if (point.state === 'partial' || point.to >= today) return [];
    const question = { unit: unit.code, unitKind: unit.kind, service: null, measure, field: field.id };
    return [
      {
        from: point.from,
        to: point.to,
        value: isJudgeable(point, field) ? point.value : null,
        target: findTarget(targets, question, point.from),
        hasLimits: (judgement.chart.limits[first + index] ?? null) !== null,
        direction: judgement.chart.signals[first + index]?.direction ?? null,
      },
    ];
  });
}

async function bySilence(
  { transaction, clock: { today } }: MatterCall,
  sources: AlertSources,
  units: readonly UnitRecord[],
): Promise<WatchedMatter[]> {
  const weeks = weeksBefore(today, WEEKS);
  const from = addDays(weeks[0]?.from ?? today, -REPORTED_WITHIN_DAYS);
  const codes = units.map(({ code }) => code);
  const arrivals = await sources.arrivalDays(transaction, codes, { from, to: today });
  const workingDays = await sources.workingDays(transaction, codes, { from, to: today });
  const nilMonths = await sources.nilMonths(transaction, codes, from);
  return units.map((unit) => {
    const days = arrivals.get(unit.code) ?? [];
    const working = workingDays.get(unit.code) ?? [];
    const lastOn = days.at(-1) ?? null;
    const without = working.filter((day) => lastOn !== null && day > lastOn && day < today);
    return {
      unit,
      rule: 'not-reporting',
      field: '',
      periods: silencePeriods(weeks, {
        days,
        workingDays: working,
        nilMonths: nilMonths.get(unit.code) ?? [],
      }),
      facts: { ...NO_FACTS, lastOn, silentDays: lastOn === null ? null : without.length },
      since: without[0] ?? null,
    };
  });
}
