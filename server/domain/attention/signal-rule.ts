import { findField } from '../measures.ts';
import type { IsoDate } from '../period/civil-date.ts';
import { SignalWords } from '../spc/signal-words.ts';
import { inBoth, monthText, numberText, serviceText, shareText, type Language } from './attention-words.ts';
import { FARTHEST, scoreOf, type Finding, type Proof } from './finding.ts';

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

/** Months up to the last judged one that lie on the same side of the baseline. */
export function monthsOnOneSide(series: WatchedSeries): number {
  const { limits, direction } = series;
  const judged = series.points.filter(({ state, value }) => state === 'defined' && value !== null);
  if (limits === null || direction === null) return 0;
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
  const { limits, since, persistence, direction, service } = series;
  const last = lastJudged(series);
  const words = WORDS[`${series.measure}.${series.field}`];
  if (!words || limits === null || since === null || direction === null || persistence < lasting) return null;
  if (last === null || last.value === null) return null;
  const { value, n } = last;
  // A month that is back at the mean in the digits told is no change that a sentence could tell.
  if (LANGUAGES.some((each) => words.value(limits.centre, each) === words.value(value, each))) return null;
  const name = service === null ? null : serviceText(service.name);
  const months = monthsOnOneSide(series);
  return {
    kind: 'signal',
    mark,
    unit: series.unit,
    service: service?.code ?? null,
    field: `${series.measure}.${series.field}`,
    since,
    score: scoreOf(effectOf(series), persistence),
    sentence: inBoth((language) => {
      const from = words.value(limits.centre, language);
      const to = words.value(value, language);
      const month = monthText(since, today, language);
      return language === 'id'
        ? `${words.id(name)} ${direction === 'up' ? 'naik' : 'turun'} dari ${from} ke ${to} sejak ${month}.`
        : `${words.en(name)} ${direction === 'up' ? 'rose' : 'fell'} from ${from} to ${to} since ${month}.`;
    }),
    facts: [
      ...(n === null ? [] : [inBoth((language) => `n = ${numberText(n, language)}`)]),
      ...(months < 2
        ? []
        : [
            {
              id: `${months} bulan di ${direction === 'up' ? 'atas' : 'bawah'} rata-rata`,
              en: `${months} months ${direction === 'up' ? 'above' : 'below'} the mean`,
            },
          ]),
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

interface FieldWords {
  /** What changed, before "turun dari …": with the service that carries it, when one does. */
  readonly id: (service: string | null) => string;
  readonly en: (service: string | null) => string;
  readonly value: (value: number, language: Language) => string;
  readonly proof: (query: Readonly<Record<string, string>>, value: number, n: number | null) => Proof;
}

/** The records of one count of the contract. */
function records(
  screen: Proof['screen'],
  countName: string,
  countOf: (value: number, n: number) => number,
  id: string,
  en: string,
): FieldWords['proof'] {
  return (query, value, n) => {
    const count = n === null ? null : countOf(value, n);
    const told = (language: Language, noun: string) =>
      count === null ? noun : `${numberText(count, language)} ${noun}`;
    return {
      label: { id: told('id', id), en: told('en', en) },
      screen,
      query: { ...query, count: countName },
      count,
    };
  };
}

const all = (_value: number, n: number): number => n;
const rest = (value: number, n: number): number => n - Math.round(value * n);
const behind = (service: string | null): string => (service === null ? '' : ` ${service}`);
const before = (service: string | null): string => (service === null ? '' : `${service} `);

function durationText(minutes: number, language: Language): string {
  const field = findField('turnaround', 'medianWorkingMinutes');
  return field ? new SignalWords('turnaround', field, language).value(minutes) : '';
}

/**
 * The fields whose change has a good and a bad side, what people feel first before the others; a mere change of a number
 * is told by its chart.
 */
const WORDS: Readonly<Record<string, FieldWords>> = {
  'turnaround.dueMetShare': {
    id: (service) => `${before(service)}tepat waktu`,
    en: (service) => `${before(service)}on time`,
    value: shareText,
    proof: records(
      '/permohonan',
      'turnaround.dueMissed',
      rest,
      'berkas lewat tenggat',
      'missed their deadline',
    ),
  },
  'turnaround.sameVisitShare': {
    id: (service) => `${before(service)}selesai sekali datang`,
    en: (service) => `${before(service)}done in a single visit`,
    value: shareText,
    proof: records(
      '/permohonan',
      'turnaround.visitsKnown',
      all,
      'berkas yang kunjungannya dicatat',
      'cases with their visits recorded',
    ),
  },
  'complaints.withinDeadlineShare': {
    id: (service) => `aduan${behind(service)} yang selesai sesuai tenggat`,
    en: (service) => `complaints resolved in time${service === null ? '' : ` (${service})`}`,
    value: shareText,
    proof: records('/aduan', 'complaints.judged', all, 'aduan bertenggat', 'complaints with a deadline'),
  },
  'complaints.resolvedShare': {
    id: (service) => `aduan${behind(service)} yang selesai`,
    en: (service) => `complaints resolved${service === null ? '' : ` (${service})`}`,
    value: shareText,
    proof: records('/aduan', 'complaints.open', rest, 'aduan belum selesai', 'open complaints'),
  },
  'ikm.score': {
    id: (service) => `IKM${behind(service)}`,
    en: (service) => `IKM${behind(service)}`,
    value: (value, language) => numberText(value, language, 2),
    proof: records('/kepuasan', 'ikm.respondents', all, 'responden', 'respondents'),
  },
  'turnaround.medianWorkingMinutes': {
    id: (service) => `median waktu penyelesaian${behind(service)}`,
    en: (service) => `median processing time${service === null ? '' : ` of ${service}`}`,
    value: durationText,
    proof: records('/permohonan', 'turnaround.completed', all, 'berkas selesai', 'completed cases'),
  },
};

/** Fields (`measure.field`) whose change can be told for the worse or the better. */
export const TOLD_FIELDS: readonly string[] = Object.keys(WORDS);
