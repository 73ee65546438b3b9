import type { IsoDate } from '../period/civil-date.ts';
import { type Language, monthText } from '../language.ts';
import { inBoth, numberText, serviceText, type Told } from './attention-words.ts';
import { FIELD_WORDS } from './field-words.ts';
import { FARTHEST, scoreOf, type Finding } from './finding.ts';

const LANGUAGES: readonly Language[] = ['id', 'en'];

/** A month of a watched series. */
export interface WatchedPoint {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly value: number | null;
  readonly n: number | null;
  readonly state: 'defined' | 'missing' | 'partial';
}

/** One field of a unit, or of a service of it, as the signal engine judged it. */
export interface WatchedSeries {
  readonly unit: string;
  readonly service: { readonly code: string; readonly name: string } | null;
  readonly measure: 'volume' | 'turnaround' | 'complaints' | 'ikm';
  readonly field: string;
  readonly points: readonly WatchedPoint[];
  /** Limits at the last judged month; null while there are none. */
  readonly limits: { readonly centre: number; readonly sigma: number } | null;
  readonly variation: 'improving' | 'worsening' | 'changed' | 'stable' | 'unknown';
  readonly direction: 'up' | 'down' | null;
  /** First month of the pattern of the last judged month. */
  readonly since: IsoDate | null;
  /** Months in a row with a signal, up to the last judged one. */
  readonly persistence: number;
  /** The baseline in force at the last judged month, where a person set it; else null. */
  readonly newBaseline: NewBaseline | null;
}

/** What a person said has become usual, and what was usual before. */
export interface NewBaseline {
  /** First day of its first month. */
  readonly startsOn: IsoDate;
  readonly reason: string;
  /** Limits it replaced; null while there were none. */
  readonly before: { readonly centre: number; readonly sigma: number } | null;
  /** It has all its months: what changed with it is the usual by now. */
  readonly complete: boolean;
}

/** A change for the worse is told when it has lasted so many judged months: one month alone is often chance. */
export const PERSISTS = 2;
/** A change for the better is praised when it has lasted so many judged months. */
export const PRAISED_AFTER = 3;

/** Raised for a change for the worse that has lasted at least two judged months. */
export function worsening(series: WatchedSeries, today: IsoDate): Finding | null {
  return series.variation === 'worsening' ? changeOf(series, PERSISTS, 'worse', today) : null;
}

/** A change for the better that has lasted at least three judged months. */
export function improving(series: WatchedSeries, today: IsoDate): Finding | null {
  return series.variation === 'improving' ? changeOf(series, PRAISED_AFTER, 'better', today) : null;
}

/**
 * The service that carries a change of its unit: its own series changes in the same way, and its distance from usual ×
 * the records behind it is more than that of all other services together that do. Null when no single service does.
 */
export function carrierOf(unit: WatchedSeries, services: readonly WatchedSeries[]): WatchedSeries | null {
  const weights = services
    .filter(
      (series) =>
        series.service !== null &&
        series.measure === unit.measure &&
        series.field === unit.field &&
        series.variation === unit.variation &&
        series.persistence >= PERSISTS,
    )
    .map((series) => ({ series, weight: effectOf(series) * (lastJudged(series)?.n ?? 0) }));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  return weights.find(({ weight }) => weight * 2 > total)?.series ?? null;
}

/** Mean distance of the changed months from the baseline, in sigmas; a change of a constant series is the farthest. */
export function effectOf({ points, limits, since }: WatchedSeries): number {
  if (limits === null || since === null) return 0;
  const values = points.flatMap(({ from, value, state }) =>
    state === 'defined' && value !== null && from >= since ? [value] : [],
  );
  if (values.length === 0) return 0;
  const distance = Math.abs(values.reduce((sum, value) => sum + value, 0) / values.length - limits.centre);
  if (limits.sigma === 0) return distance === 0 ? 0 : FARTHEST;
  return distance / limits.sigma;
}

/**
 * Months since the change up to the last judged one that lie on the same side of the baseline. One before it may lie
 * there too, by chance: it is not counted, because the sentence says since when.
 */
export function monthsOnOneSide(series: WatchedSeries): number {
  const { limits, direction, since } = series;
  if (limits === null || direction === null || since === null) return 0;
  const judged = series.points.filter(
    ({ from, state, value }) => state === 'defined' && value !== null && from >= since,
  );
  let months = 0;
  for (const { value } of judged.toReversed()) {
    const beyond = direction === 'up' ? (value ?? 0) > limits.centre : (value ?? 0) < limits.centre;
    if (!beyond) break;
    months += 1;
  }
  return months;
}

function changeOf(
  series: WatchedSeries,
  lasting: number,
  mark: 'worse' | 'better',
  today: IsoDate,
): Finding | null {
  const { limits, since, persistence, direction } = series;
  if (limits === null || since === null || direction === null || persistence < lasting) return null;
  const months = monthsOnOneSide(series);
  return tellChange(
    series,
    {
      usual: limits.centre,
      direction,
      since,
      mark,
      score: scoreOf(effectOf(series), persistence),
      facts:
        months < 2
          ? []
          : [
              {
                id: `${months} bulan di ${direction === 'up' ? 'atas' : 'bawah'} rata-rata`,
                en: `${months} months ${direction === 'up' ? 'above' : 'below'} the mean`,
              },
            ],
    },
    today,
  );
}

/** A change as a rule found it. */
export interface FoundChange {
  /** The mean it moved away from. */
  readonly usual: number;
  readonly direction: 'up' | 'down';
  /** First day of the first month of the change. */
  readonly since: IsoDate;
  readonly mark: 'worse' | 'better';
  readonly score: number;
  /** What is said after the sentence, beside the number of records. */
  readonly facts: readonly Told[];
}

/** From where to where, since when, and the records of the last judged month; null where no words can tell a change. */
export function tellChange(series: WatchedSeries, change: FoundChange, today: IsoDate): Finding | null {
  const { service } = series;
  const { usual, direction, since, mark, score, facts } = change;
  const last = lastJudged(series);
  const words = FIELD_WORDS[`${series.measure}.${series.field}`];
  if (!words || last === null || last.value === null) return null;
  const { value, n } = last;
  // A month that is back at the mean in the digits told is no change that a sentence could tell.
  if (LANGUAGES.some((each) => words.value(usual, each) === words.value(value, each))) return null;
  const name = service === null ? null : serviceText(service.name);
  return {
    kind: 'signal',
    mark,
    unit: series.unit,
    service: service?.code ?? null,
    field: `${series.measure}.${series.field}`,
    since,
    score,
    sentence: inBoth((language) => {
      const from = words.value(usual, language);
      const to = words.value(value, language);
      const month = monthText(since, today, language);
      return language === 'id'
        ? `${words.id(name)} ${direction === 'up' ? 'naik' : 'turun'} dari ${from} ke ${to} sejak ${month}.`
        : `${words.en(name)} ${direction === 'up' ? 'rose' : 'fell'} from ${from} to ${to} since ${month}.`;
    }),
    // The value is that of the last whole month, and not of the running one that the page is about.
    facts: [
      ...(n === null
        ? []
        : [
            inBoth((language) => `n = ${numberText(n, language)} (${monthText(last.from, today, language)})`),
          ]),
      ...facts,
    ],
    proof: words.proof(
      {
        unit: series.unit,
        ...(service === null ? {} : { service: service.code }),
        from: last.from,
        to: last.to,
      },
      value,
      n,
    ),
  };
}

function lastJudged(series: WatchedSeries): WatchedPoint | null {
  return series.points.findLast(({ state, value }) => state === 'defined' && value !== null) ?? null;
}
