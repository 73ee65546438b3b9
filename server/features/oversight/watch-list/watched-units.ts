import { FIELD_WORDS, TOLD_FIELDS } from '#domain/attention/field-words';
import type { Proof } from '#domain/attention/finding';
import { inBoth, numberText, type Told } from '#domain/attention/attention-words';
import { ikmFigures } from '#domain/ikm/ikm-figures';
import {
  overduePeriods,
  samplePeriods,
  signalPeriods,
  silencePeriods,
  silentMonths,
  WATCH_SETTINGS,
  type WatchPeriod,
  type WatchRuleId,
} from '#domain/oversight/watch-list';
import {
  overdueSentence,
  sampleSentence,
  signalSentence,
  silenceSentence,
} from '#domain/oversight/watch-list-words';
import { addDays, addMonthsToStart, monthStart, quarterStart } from '#domain/period/civil-date';
import { bucketsOf, type Period } from '#domain/period/period';
import { REPORTED_WITHIN_DAYS } from '#domain/reporting/silence';
import { isJudgeable } from '#domain/spc/series-judgement';
import type { UnitRecord } from '#domain/unit-tree';
import type { Clock, FigureRequest } from '../../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import type { Structure } from '../../../platform/database/structure.queries.ts';
import { readNilMonths, readWorkingDays } from './watch-facts.queries.ts';
import type { JudgedSeries, WatchSources } from './watch-sources.ts';

/** So many whole months are gone through; a stay that is older is told from its first day within them. */
const MONTHS = 36;
const QUARTERS = 12;

/** A unit as one rule saw it over the months. */
export interface WatchedUnit {
  readonly unit: UnitRecord;
  readonly rule: WatchRuleId;
  /** `measure.field` of a series; null for the other rules. */
  readonly field: string | null;
  readonly periods: readonly WatchPeriod[];
  /** Why now, and where its records are; null where nothing can be told. */
  readonly tell: () => {
    readonly sentence: Told;
    readonly facts: readonly Told[];
    readonly proof: Proof;
  } | null;
}

export interface WatchCall {
  readonly transaction: ReadTransaction;
  readonly structure: Structure;
  readonly clock: Clock;
}

/** Every unit directly below the kabupaten that exists today, by every rule. */
export async function watchedUnits(call: WatchCall, sources: WatchSources): Promise<WatchedUnit[]> {
  const { structure, transaction, clock } = call;
  const { today } = clock;
  const units = structure.units
    .childrenOf(transaction.kabupatenCode)
    .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo > today));
  if (units.length === 0) return [];
  return [
    ...(await bySignal(call, sources, units)),
    ...(await byOverdue(call, sources, units)),
    ...(await bySilence(call, sources, units)),
    ...(await bySample(call, sources, units)),
  ];
}

async function bySignal(
  { transaction, clock }: WatchCall,
  sources: WatchSources,
  units: readonly UnitRecord[],
): Promise<WatchedUnit[]> {
  const judged = await sources.judge(transaction, clock);
  return units.flatMap((unit) => {
    const fields = judged.find(({ key }) => key === unit.code)?.fields;
    return TOLD_FIELDS.flatMap((field): WatchedUnit[] => {
      const series = fields?.get(field);
      if (series === undefined) return [];
      const periods = signalPeriods(monthsOf(series, field));
      return [
        {
          unit,
          rule: 'persistent-signal',
          field,
          periods,
          tell: () => tellSignal(unit, field, series, periods, clock.today),
        },
      ];
    });
  });
}

/** The months of a series that are over, as far as the rule needs them. */
function monthsOf({ points, judgement, field }: JudgedSeries, key: string) {
  const better = FIELD_WORDS[key]?.better;
  return points.flatMap((point, index) => {
    if (point.state === 'partial') return [];
    const signal = judgement.chart.signals[index] ?? null;
    return [
      {
        from: point.from,
        to: point.to,
        judged: isJudgeable(point, field) && (judgement.chart.limits[index] ?? null) !== null,
        worse: signal !== null && signal.direction !== better,
      },
    ];
  });
}

function tellSignal(
  unit: UnitRecord,
  key: string,
  { points, judgement }: JudgedSeries,
  periods: readonly WatchPeriod[],
  today: string,
): ReturnType<WatchedUnit['tell']> {
  const { of } = WATCH_SETTINGS['persistent-signal'];
  const judged = periods.filter(({ state }) => state !== 'not-judged');
  // Why now: the last month of concern, and how many there were among the judged ones up to it.
  const until = judged.findLastIndex(({ state }) => state === 'concern');
  const month = judged[until];
  const index = points.findIndex(({ from }) => from === month?.from);
  const point = points[index];
  const limits = judgement.chart.limits[index];
  if (month === undefined || point?.value === null || point?.value === undefined || !limits) return null;
  const window = judged.slice(Math.max(0, until + 1 - of), until + 1);
  const concerns = window.filter(({ state }) => state === 'concern').length;
  const { value, n } = point;
  const facts = { concerns, of: window.length, last: value, usual: limits.centre };
  const sentence = signalSentence(key, facts, month.from, today);
  const words = FIELD_WORDS[key];
  return sentence === null || words === undefined
    ? null
    : {
        sentence,
        facts: [inBoth((language) => `n = ${numberText(n, language)}`)],
        proof: words.proof({ unit: unit.code, from: month.from, to: month.to }, value, n),
      };
}

async function byOverdue(
  call: WatchCall,
  sources: WatchSources,
  units: readonly UnitRecord[],
): Promise<WatchedUnit[]> {
  const months = wholeMonths(call.clock.today);
  const tallies = await sources.services(call.transaction, requestOf(call, units, months));
  return units.map((unit) => {
    const ends = months.map(({ from, to }, index) => {
      const tally = tallies.get(unit.code)?.[index];
      return { from, to, open: tally?.open ?? 0, overdue: tally?.overdue ?? 0 };
    });
    const periods = overduePeriods(ends);
    return {
      unit,
      rule: 'overdue-share',
      field: null,
      periods,
      tell: () => {
        const end = ends[periods.findLastIndex(({ state }) => state === 'concern')];
        if (end === undefined) return null;
        return {
          sentence: overdueSentence(end, call.clock.today),
          facts: [],
          proof: {
            label: { id: 'berkas lewat tenggat sekarang', en: 'cases past their deadline now' },
            screen: '/permohonan',
            query: { unit: unit.code, count: 'turnaround.overdue' },
            count: null,
          },
        };
      },
    };
  });
}

async function bySilence(
  { transaction, clock }: WatchCall,
  sources: WatchSources,
  units: readonly UnitRecord[],
): Promise<WatchedUnit[]> {
  const months = wholeMonths(clock.today);
  const from = months[0]?.from ?? clock.today;
  const codes = units.map(({ code }) => code);
  const workingDays = await readWorkingDays(transaction, codes, { from, to: clock.today });
  const nilMonths = await readNilMonths(transaction, codes, from);
  const arrivals = await sources.arrivalDays(transaction, codes, {
    from: addDays(from, -REPORTED_WITHIN_DAYS),
    to: clock.today,
  });
  return units.map((unit) => {
    const silent = silentMonths(months, {
      days: arrivals.get(unit.code) ?? [],
      workingDays: workingDays.get(unit.code) ?? [],
      nilMonths: nilMonths.get(unit.code) ?? [],
    });
    const periods = silencePeriods(silent);
    return {
      unit,
      rule: 'no-data',
      field: null,
      periods,
      tell: () => {
        const last = periods.findLastIndex(({ state }) => state === 'concern');
        const told = silent
          .slice(Math.max(0, last - 1), last + 1)
          .flatMap(({ from: month, silentDays }) =>
            silentDays === null ? [] : [{ from: month, silentDays }],
          );
        if (last < 0) return null;
        return {
          sentence: silenceSentence(told, clock.today),
          facts: [],
          proof: {
            label: { id: 'kelengkapan laporan', en: 'who has reported' },
            screen: '/data',
            query: { unit: unit.code },
            count: null,
          },
        };
      },
    };
  });
}

async function bySample(
  call: WatchCall,
  sources: WatchSources,
  units: readonly UnitRecord[],
): Promise<WatchedUnit[]> {
  const start = quarterStart(call.clock.today);
  const quarters = wholePeriods(addMonthsToStart(start, -3 * QUARTERS), start, 'quarter');
  const request = requestOf(call, units, quarters);
  const surveys = await sources.surveys(call.transaction, request);
  const services = await sources.services(call.transaction, request);
  return units.map((unit) => {
    const sampled = quarters.map(({ from, to }, index) => {
      const served = services.get(unit.code)?.[index]?.completed ?? 0;
      const { respondents, requiredRespondents } = ikmFigures(surveys.get(unit.code)?.[index] ?? [], served);
      return { from, to, respondents, required: requiredRespondents };
    });
    const periods = samplePeriods(sampled);
    return {
      unit,
      rule: 'small-sample',
      field: null,
      periods,
      tell: () => {
        const quarter = sampled[periods.findLastIndex(({ state }) => state === 'concern')];
        if (quarter === undefined) return null;
        const { from, to, respondents } = quarter;
        return {
          sentence: sampleSentence(quarter),
          facts: [],
          proof: {
            label: inBoth(
              (language) =>
                `${numberText(respondents, language)} ${language === 'id' ? 'responden' : 'respondents'}`,
            ),
            screen: '/kepuasan',
            query: { unit: unit.code, from, to },
            count: respondents,
          },
        };
      },
    };
  });
}

function requestOf(
  { structure, clock }: WatchCall,
  units: readonly UnitRecord[],
  periods: readonly Period[],
): FigureRequest {
  return {
    unitKeys: units.map(({ code }) => code),
    members: new Map(units.map(({ code }) => [code, structure.units.subtreeCodes(code)])),
    service: null,
    channel: null,
    by: 'unit',
    // The list is the same for all who see it, and most of them may not know of complaints of suspected abuse.
    withOversight: false,
    countsOnly: true,
    periods,
    clock,
  };
}

function wholeMonths(today: string): Period[] {
  const start = monthStart(today);
  return wholePeriods(addMonthsToStart(start, -MONTHS), start, 'month');
}

/** Whole months or quarters from a day up to the day before `end`. */
function wholePeriods(from: string, end: string, grain: 'month' | 'quarter'): Period[] {
  return bucketsOf({ from, to: addDays(end, -1) }, grain).map((bucket) => ({
    from: bucket.from,
    to: bucket.to,
  }));
}
