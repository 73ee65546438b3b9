import type { Finding } from '#domain/attention/finding';
import { TOLD_FIELDS } from '#domain/attention/field-words';
import { improvedAtBaseline } from '#domain/attention/new-baseline-rule';
import {
  carrierOf,
  improving,
  worsening,
  type NewBaseline,
  type WatchedSeries,
} from '#domain/attention/signal-rule';
import { JUDGED_MEASURES, type JudgedMeasure } from '#domain/measures';
import { baselineAt } from '#domain/spc/series-judgement';
import type { UnitRecord } from '#domain/unit-tree';
import type { UnitPart } from '../unit-parts.ts';
import type { AttentionContext, JudgedField } from './attention-context.ts';

/** A finding of the signal engine with the series it speaks of. */
export interface SignalFinding {
  readonly finding: Finding;
  readonly series: JudgedField;
}

export interface SignalFindings {
  readonly worse: readonly SignalFinding[];
  readonly better: readonly SignalFinding[];
  /** Judged months of every series that was looked at. */
  readonly lengths: readonly number[];
  /** Series of a part, by its key and `measure.field`. */
  readonly seriesOf: (key: string, field: string) => JudgedField | null;
}

/** A series of a unit or a service, with what the rules need of it. */
interface Watched {
  readonly watched: WatchedSeries;
  readonly judged: JudgedField;
}

/**
 * Changes that lasted, for the worse and for the better. A change of a unit is told of the service that carries it, where
 * one does. Where there is a single unit, each of its services is looked at too.
 */
export async function signalFindings(
  context: AttentionContext,
  parts: readonly UnitPart[],
): Promise<SignalFindings> {
  const units = await context.judgeUnits();
  const fieldsOf = (key: string) => units.find((each) => each.key === key)?.fields;
  const services = new Map<string, Promise<Watched[]>>();
  const servicesOf = (unit: UnitRecord, measure: JudgedMeasure): Promise<Watched[]> => {
    const name = `${unit.code} ${measure}`;
    const known = services.get(name) ?? watchedServices(context, unit, measure);
    services.set(name, known);
    return known;
  };
  const found: Watched[] = parts.flatMap(({ key, unit }) =>
    toldFields(fieldsOf(key)).map((judged) => ({ watched: watchedOf(judged, unit.code, null), judged })),
  );
  const single = parts.length === 1 ? parts[0] : undefined;
  if (single) for (const measure of JUDGED_MEASURES) found.push(...(await servicesOf(single.unit, measure)));
  const change = async (
    rule: (series: WatchedSeries, today: string) => Finding | null,
  ): Promise<SignalFinding[]> => {
    const findings: SignalFinding[] = [];
    for (const { watched, judged } of found) {
      const own = rule(watched, context.clock.today);
      const part = parts.find(({ unit }) => unit.code === watched.unit);
      // Own records of a unit with units below are no selection that could be asked for service by service. One month of
      // a unit is enough to look for the service that carries it, which must have changed for longer.
      const carried =
        watched.service === null &&
        part !== undefined &&
        (!part.self || parts.length === 1) &&
        isChange(watched)
          ? carriedBy(watched, await servicesOf(part.unit, watched.measure))
          : null;
      const carrier = carried && rule(carried.watched, context.clock.today);
      if (carried && carrier)
        findings.push({
          finding: { ...carrier, score: Math.max(carrier.score, own?.score ?? 0) },
          series: carried.judged,
        });
      else if (own) findings.push({ finding: own, series: judged });
    }
    return withoutRepeats(findings);
  };
  return {
    worse: await change(worsening),
    better: await change((series, today) => improving(series, today) ?? improvedAtBaseline(series, today)),
    lengths: found.map(({ judged }) => judged.judgement.length),
    seriesOf: (key, field) => fieldsOf(key)?.get(field) ?? null,
  };
}

function isChange({ variation }: WatchedSeries): boolean {
  return variation === 'worsening' || variation === 'improving';
}

function carriedBy(unit: WatchedSeries, services: readonly Watched[]): Watched | null {
  const carrier = carrierOf(
    unit,
    services.map(({ watched }) => watched),
  );
  return services.find(({ watched }) => watched === carrier) ?? null;
}

async function watchedServices(
  context: AttentionContext,
  unit: UnitRecord,
  measure: JudgedMeasure,
): Promise<Watched[]> {
  const { structure } = context;
  return (await context.judgeServices(unit, [measure])).flatMap(({ service, fields }) =>
    toldFields(fields).map((judged) => ({
      watched: watchedOf(judged, unit.code, {
        code: service,
        name: structure.services.get(service)?.name ?? service,
      }),
      judged,
    })),
  );
}

function toldFields(fields: ReadonlyMap<string, JudgedField> | undefined): JudgedField[] {
  return TOLD_FIELDS.flatMap((name) => fields?.get(name) ?? []);
}

function watchedOf(judged: JudgedField, unit: string, service: WatchedSeries['service']): WatchedSeries {
  const { measure, field, points, judgement, verdict } = judged;
  const { chart, limits } = judgement;
  const until = chart.last ?? -1;
  return {
    unit,
    service,
    measure,
    field: field.id,
    // A month of too few records is drawn, but not judged, and so not spoken of.
    points: points.slice(0, until + 1).map(({ from, to, value, n, state }) => ({
      from,
      to,
      value: n < field.minimumN ? null : value,
      n,
      state,
    })),
    limits: limits && { centre: limits.centre, sigma: limits.sigma },
    variation: verdict.variation,
    direction: verdict.direction,
    since: verdict.since,
    persistence: verdict.persistence,
    newBaseline: newBaselineOf(judged),
  };
}

/** The baseline of the last judged month where a person set it, with the limits of the month before it. */
function newBaselineOf({ points, judgement, baselines }: JudgedField): NewBaseline | null {
  const { chart, limits } = judgement;
  const start = chart.last === null ? 0 : baselineAt(chart, chart.last);
  const set = baselines.find(({ startsOn }) => startsOn === points[start]?.from);
  if (start === 0 || set === undefined) return null;
  const before = chart.limits[start - 1];
  return {
    startsOn: set.startsOn,
    reason: set.reason,
    before: before ? { centre: before.centre, sigma: before.sigma } : null,
    complete: limits?.frozen ?? false,
  };
}

/** The same service found by itself and as what carries its unit is one matter, with the larger score. */
function withoutRepeats(findings: readonly SignalFinding[]): SignalFinding[] {
  const kept = new Map<string, SignalFinding>();
  for (const each of findings) {
    const { unit, field, service } = each.finding;
    const name = [unit, field, service].join('|');
    const known = kept.get(name);
    if (!known || known.finding.score < each.finding.score) kept.set(name, each);
  }
  return [...kept.values()];
}
