import type { SeriesPoint } from '#contract/measures';
import type { Annotation, Baseline, Limits } from '#contract/signals';
import type { MeasureId } from '#domain/measures';
import type { Bucket } from '#domain/period/period';
import { ANY } from '#domain/targets/target-in-force';
import type { OverviewContext } from '../overview-context.ts';
import type { JudgedField } from './judged-field.ts';
import { readAnnotations, type AnnotationRecord } from './signal-settings.queries.ts';

/** The points of a window, each with the signal that its month completes; none where months are not judged. */
export function withSignals(
  points: readonly SeriesPoint[],
  buckets: readonly Bucket[],
  judged: JudgedField | null,
): SeriesPoint[] {
  if (judged === null) return [...points];
  return points.map((point, index) => {
    // Part of a month is not what was judged.
    const month = point.state === 'defined' ? monthIndex(judged, buckets[index]?.start) : -1;
    return { ...point, signal: judged.judgement.chart.signals[month]?.rule ?? null };
  });
}

/** The limits that hold for the buckets shown: one entry a baseline. */
export function shownLimits(buckets: readonly Bucket[], judged: JudgedField | null): Limits[] {
  if (judged === null) return [];
  const shown: { source: unknown; limits: Limits }[] = [];
  for (const bucket of buckets) {
    const source = judged.judgement.chart.limits[monthIndex(judged, bucket.start)];
    if (!source) continue;
    const last = shown.at(-1);
    if (last?.source === source) last.limits.to = bucket.to;
    else {
      const { centre, lower, upper, trial, frozen, points } = source;
      shown.push({
        source,
        limits: { from: bucket.from, to: bucket.to, centre, lower, upper, trial, frozen, points },
      });
    }
  }
  return shown.map(({ limits }) => limits);
}

/** Baselines that people set for the series. */
export function toldBaselines(judged: JudgedField | null): Baseline[] {
  return (judged?.baselines ?? []).map(({ id, startsOn, reason, by, at }) => ({
    id,
    startsOn,
    reason,
    by,
    at,
  }));
}

/**
 * The notes of a chart: those of its unit, and those of the kabupaten, which concern everybody; of all services or of the
 * one selected.
 */
export async function annotationsOf(context: OverviewContext): Promise<readonly AnnotationRecord[]> {
  const { selection, structure, transaction } = context;
  const above = structure.units.ancestorsOf(selection.unit.code).at(-1);
  const codes = [selection.unit.code, ...(above ? [above.code] : [])];
  return readAnnotations(transaction, codes, selection.service, selection.period);
}

/** Those of the notes that concern a measure, as they are told to the caller. */
export function toldAnnotations(
  records: readonly AnnotationRecord[],
  measure: MeasureId,
  context: OverviewContext,
): Annotation[] {
  return records
    .filter((record) => record.measure === null || record.measure === measure)
    .map((record) => toldAnnotation(record, context));
}

/** A note as it is told. */
export function toldAnnotation(
  record: AnnotationRecord,
  { structure, postId }: Pick<OverviewContext, 'structure' | 'postId'>,
): Annotation {
  return {
    id: record.id,
    unit: record.unit,
    unitName: structure.units.find(record.unit)?.name ?? record.unit,
    service: record.service === ANY ? null : record.service,
    measure: record.measure as MeasureId | null,
    day: record.day,
    text: record.text,
    by: record.by,
    at: record.at,
    own: record.postId === postId,
  };
}

function monthIndex(judged: JudgedField, start: string | undefined): number {
  return judged.points.findIndex(({ from }) => from === start);
}
