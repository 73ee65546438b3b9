import type { SeriesPoint } from '#contract/measures';
import type { MeasureField, MeasureId } from '#domain/measures';
import type { Bucket } from '#domain/period/period';
import { isFieldHidden } from '#domain/suppression/field-groups';
import type { HiddenGroups } from './hidden-cells.ts';
import { blockOf, type Blocks, type Tallies } from './overview-figures.ts';

const NOTHING_HIDDEN: HiddenGroups = new Set();

/** Whose series it is among several, and its blocks where several fields are read from them. */
export interface SeriesOf<M extends MeasureId> {
  readonly key: string;
  readonly blocks?: readonly Blocks[M][];
}

/**
 * One point per bucket. *Missing*: nothing was recorded, or nothing can be divided, or the bucket lies ahead — never
 * zero. *Partial*: the bucket is cut by the period or not over yet. Signals are added where months are judged.
 */
export function seriesPoints<M extends MeasureId>(
  measure: M,
  field: MeasureField,
  buckets: readonly Bucket[],
  tallies: Tallies,
  today: string,
  hidden: readonly HiddenGroups[],
  { key, blocks }: SeriesOf<M> = { key: '' },
): SeriesPoint[] {
  return buckets.map((bucket, index) => {
    const block = blocks?.[index] ?? blockOf(measure, tallies, key, index);
    const figures: Readonly<Record<string, unknown>> = { ...block };
    const recorded = bucket.from <= today && hasRecords(measure, field, tallies, key, index);
    const value = recorded ? numberOrNull(figures[field.id]) : null;
    const n = numberOrNull(figures[field.n]) ?? 0;
    if (isFieldHidden(measure, field.id, hidden[index] ?? NOTHING_HIDDEN)) return withheld(bucket, measure);
    const point: SeriesPoint = {
      from: bucket.from,
      to: bucket.to,
      value,
      n: value === null ? 0 : n,
      state: value === null ? 'missing' : bucket.whole && bucket.end < today ? 'defined' : 'partial',
      signal: null,
    };
    return measure === 'ikm' ? { ...point, instrument: stringOrNull(figures['instrument']) } : point;
  });
}

/** A point whose value is not told; whether there is one is not told either. */
function withheld({ from, to }: Bucket, measure: MeasureId): SeriesPoint {
  const point: SeriesPoint = {
    from,
    to,
    value: null,
    n: 0,
    state: 'missing',
    signal: null,
    suppressed: true,
  };
  return measure === 'ikm' ? { ...point, instrument: null } : point;
}

/** A bucket was reported when a record was received, completed or fell due in it. */
function hasRecords(
  measure: MeasureId,
  field: MeasureField,
  tallies: Tallies,
  key: string,
  index: number,
): boolean {
  if (measure === 'complaints') return tallies.complaints(key, index).received > 0;
  if (measure === 'ikm') return tallies.surveys(key, index).length > 0;
  if (measure === 'pilots') return tallies.pilots(key, index).programmes > 0;
  const { received, completed, rejected, cancelled, due, open, overdue } = tallies.services(key, index);
  if (received + completed + rejected + cancelled + due > 0) return true;
  return (field.id === 'open' && open > 0) || (field.id === 'overdue' && overdue > 0);
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
