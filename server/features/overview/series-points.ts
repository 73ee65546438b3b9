import type { SeriesPoint } from '#contract/measures';
import type { MeasureField, MeasureId } from '#domain/measures';
import type { Bucket } from '#domain/period/period';
import { blockOf, type Tallies } from './overview-figures.ts';

/**
 * One point per bucket. *Missing*: nothing was recorded, or nothing can be divided, or the bucket lies ahead — never
 * zero. *Partial*: the bucket is cut by the period or not over yet.
 */
export function seriesPoints(
  measure: MeasureId,
  field: MeasureField,
  buckets: readonly Bucket[],
  tallies: Tallies,
  today: string,
): SeriesPoint[] {
  return buckets.map((bucket, index) => {
    const figures: Readonly<Record<string, unknown>> = { ...blockOf(measure, tallies, '', index) };
    const recorded = bucket.from <= today && hasRecords(measure, field, tallies, index);
    const value = recorded ? numberOrNull(figures[field.id]) : null;
    const n = numberOrNull(figures[field.n]) ?? 0;
    const point: SeriesPoint = {
      from: bucket.from,
      to: bucket.to,
      value,
      n: value === null ? 0 : n,
      state: value === null ? 'missing' : bucket.whole && bucket.end < today ? 'defined' : 'partial',
    };
    return measure === 'ikm' ? { ...point, instrument: stringOrNull(figures['instrument']) } : point;
  });
}

/** A bucket was reported when a record was received, completed or fell due in it. */
function hasRecords(measure: MeasureId, field: MeasureField, tallies: Tallies, index: number): boolean {
  if (measure === 'complaints') return tallies.complaints('', index).received > 0;
  if (measure === 'ikm') return tallies.surveys('', index).length > 0;
  const { received, completed, rejected, cancelled, due, open } = tallies.services('', index);
  return received + completed + rejected + cancelled + due > 0 || (field.id === 'open' && open > 0);
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
