import type { AlertTrack } from '#domain/alerts/alert-episode';
import {
  isSettledMonth,
  missedSide,
  silencePeriods,
  targetPeriods,
  weeksBefore,
  worseningPeriods,
  type JudgedMonth,
} from '#domain/alerts/alert-periods';
import { NO_FACTS, type AlertFacts } from '#domain/alerts/alert-words';
import { FIELD_WORDS } from '#domain/attention/field-words';
import { isJudged, WATCHED_FIELDS } from '#domain/measures';
import { addDays, monthStart } from '#domain/period/civil-date';
import { REPORTED_WITHIN_DAYS } from '#domain/reporting/silence';
import { isJudgeable } from '#domain/spc/series-judgement';
import { findTarget, type TargetRecord } from '#domain/targets/target-in-force';
import type { UnitRecord } from '#domain/unit-tree';
import type { Clock } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { Structure } from '../../platform/database/structure.queries.ts';
import type { AlertSources, JudgedSeries } from './alert-sources.ts';

/** Months and weeks that are looked back on: far more than it takes to open or end an episode. */
const MONTHS = 24;
const WEEKS = 26;

/** One figure of a unit, or its silence, as every rule about it sees its months or weeks today. */
export interface WatchedMatter {
  readonly unit: UnitRecord;
  /** `measure.field`; empty for silence. */
  readonly field: string;
  readonly tracks: readonly AlertTrack[];
  readonly facts: AlertFacts;
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

/** Everything that is watched of every unit; a rule without anything to judge has no periods that say anything. */
export async function watchedMatters(call: MatterCall, sources: AlertSources): Promise<WatchedMatter[]> {
  const { transaction, structure, clock } = call;
  const units = watchedUnitsOf(structure, transaction.kabupatenCode, clock.today);
  if (units.length === 0) return [];
  const judged = await sources.judge(transaction, clock);
  const targets = await sources.targets(transaction);
  return [
    ...units.flatMap((unit) => {
      const fields = judged.find(({ key }) => key === unit.code)?.fields;
      return WATCHED_FIELDS.filter(({ measure }) => isJudged(measure)).map((each) =>
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
): WatchedMatter {
  const months = series === undefined ? [] : monthsOf(series, { unit, key, measure }, targets, today);
  const last = months.findLast(({ value }) => value !== null);
  const facts: AlertFacts = {
    ...NO_FACTS,
    month: last?.from ?? null,
    value: last?.value ?? null,
    n: series?.points.find(({ from }) => from === last?.from)?.n ?? null,
    atLeast: last?.target?.atLeast ?? null,
    atMost: last?.target?.atMost ?? null,
    usual: series?.judgement.limits?.centre ?? null,
    far: series === undefined || last === undefined ? null : farOf(last, series, FIELD_WORDS[key]?.better),
  };
  const better = FIELD_WORDS[key]?.better;
  const verdict = series?.judgement.verdict;
  const track = { since: null, turning: false };
  return {
    unit,
    field: key,
    facts,
    tracks: [
      { ...track, rule: 'target-missed', periods: targetPeriods(months) },
      ...(better === undefined
        ? []
        : [
            {
              ...track,
              rule: 'worsening' as const,
              periods: worseningPeriods(months, better),
              // The pattern may have begun before the first month that completed it.
              since: verdict?.variation === 'worsening' ? verdict.since : null,
            },
          ]),
    ],
  };
}

/** How far a month is from what is usual, on its worse side, or from the target it misses; null without limits. */
function farOf(
  { value, target }: JudgedMonth,
  { judgement: { limits } }: JudgedSeries,
  better: 'up' | 'down' | undefined,
): number | null {
  if (value === null || limits === null || limits.sigma <= 0) return null;
  const worse = better === 'up' ? limits.centre - value : better === 'down' ? value - limits.centre : 0;
  const side = target === null ? null : missedSide(value, target);
  const goal = side === 'below' ? target?.atLeast : side === 'above' ? target?.atMost : null;
  return Math.max(0, worse, goal === null || goal === undefined ? 0 : Math.abs(value - goal)) / limits.sigma;
}

function monthsOf(
  { points, judgement, field }: JudgedSeries,
  { unit, key, measure }: { readonly unit: UnitRecord; readonly key: string; readonly measure: string },
  targets: readonly TargetRecord[],
  today: string,
): JudgedMonth[] {
  const first = Math.max(0, points.length - MONTHS);
  return points.slice(first).flatMap((point, index) => {
    if (!isSettledMonth(key, point.to, today)) return [];
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
    const lastWeek = weeks.at(-1);
    const nil = nilMonths.get(unit.code) ?? [];
    return {
      unit,
      field: '',
      tracks: [
        {
          rule: 'not-reporting',
          periods: silencePeriods(weeks, { days, workingDays: working, nilMonths: nil }),
          since: without[0] ?? null,
          // This week is not over, but a record in it, or the word that there is nothing, breaks the silence.
          turning:
            (lastOn !== null && lastWeek !== undefined && lastOn > lastWeek.to) ||
            nil.includes(monthStart(today)),
        },
      ],
      facts: { ...NO_FACTS, lastOn, silentDays: lastOn === null ? null : without.length },
    };
  });
}
