import type { MeasureField, MeasureId } from '#domain/measures';
import { hasRecords, presenceOf } from '../../core/absence.ts';
import type { Matrix } from '../../core/measures-api.ts';
import type { MarkKind } from '../../ui/mark.ts';

export type UnitRow = Matrix['items'][number];
type Verdict = NonNullable<UnitRow['signals']>[string];

const OF_VARIATION: Readonly<Record<Verdict['variation'], MarkKind | null>> = {
  worsening: 'worse',
  improving: 'better',
  changed: 'neutral',
  stable: 'stable',
  unknown: null,
};

/** How loudly a sign asks for attention. */
const WEIGHT: Partial<Readonly<Record<MarkKind, number>>> = {
  worse: 100,
  'no-data': 10,
  'small-sample': 3,
  neutral: 1,
};

/** What a cell can say of itself. */
export interface CellOf {
  readonly measure: MeasureId;
  readonly field: MeasureField;
}

/**
 * The sign of a cell: no data and too small a sample come first, because nothing may be read from them; then what the
 * signal engine says. Null where nobody has judged it.
 */
export function markOf(row: UnitRow, { measure, field }: CellOf): MarkKind | null {
  const block = row[measure];
  // Progress against a plan is no process: the signal engine does not judge it.
  if (measure === 'pilots') return null;
  const presence = presenceOf(field, block, false);
  if (presence === 'no-data' || !hasRecords(measure, block)) return 'no-data';
  const verdict = row.signals?.[`${measure}.${field.id}`];
  const judged = verdict === undefined ? null : OF_VARIATION[verdict.variation];
  if (measure === 'ikm' && row.ikm.sufficient === false) return 'small-sample';
  if (presence === 'too-few' && judged === null) return 'small-sample';
  if (row.silent && measure === 'volume') return 'no-data';
  return judged;
}

/** Units that ask for attention first; among equals those that miss their target, then the order they came in. */
export function byAttention(rows: readonly UnitRow[], cells: readonly CellOf[]): UnitRow[] {
  const need = (row: UnitRow): number =>
    cells.reduce((sum, cell) => sum + (WEIGHT[markOf(row, cell) ?? 'stable'] ?? 0), row.silent ? 50 : 0);
  const misses = (row: UnitRow): number =>
    Object.values(row.signals ?? {}).filter(({ assurance }) => assurance === 'misses').length;
  return rows.toSorted((a, b) => need(b) - need(a) || misses(b) - misses(a));
}

/** Units of which every sign says that nothing has changed. */
export function stableCount(rows: readonly UnitRow[], cells: readonly CellOf[]): number {
  return rows.filter((row) => {
    const marks = cells.map((cell) => markOf(row, cell)).filter((mark) => mark !== null);
    return !row.silent && marks.length > 0 && marks.every((mark) => mark === 'stable');
  }).length;
}

/** The target that all units share in a field, as the smallest value that meets it; null where it differs or is none. */
export function sharedTarget(rows: readonly UnitRow[], { measure, field }: CellOf): number | null {
  const targets = new Set(
    rows.flatMap((row) => {
      const verdict = row.signals?.[`${measure}.${field.id}`];
      return verdict === undefined ? [] : [verdict.target?.atLeast ?? null];
    }),
  );
  const [target = null] = targets;
  return targets.size === 1 ? target : null;
}
