import type { MultipleShape } from '../../../ui/multiples/multiple-shape.ts';
import { linePath, rounded } from '../../../ui/line-path.ts';
import type { Acceleration } from '../pilots-api.ts';

export type AcceleratedField = Acceleration['fields'][number];

/** One field drawn in a box: the shape, and where the pilot began and the change begins, from the left in pixels. */
export interface AcceleratedShape {
  readonly shape: MultipleShape;
  readonly happened: readonly number[];
  /** Lowest and highest value drawn; null where there are too few months to draw. */
  readonly range: { readonly low: number; readonly high: number } | null;
}

const PAD = 4;
/** Fewer months than this are no course of anything. */
const FEWEST = 3;

/**
 * Places the months of a field in a box of `width` × `height` pixels: own line, median of the peers, an upright line at
 * the start of the pilot, and every month from the change on in the colour of its verdict. Missing months break the line.
 */
export function acceleratedShape(
  field: AcceleratedField,
  startsOn: string,
  { width, height }: { readonly width: number; readonly height: number },
): AcceleratedShape {
  const { points } = field;
  const drawn = points.flatMap(({ value, peer }) => [value, peer]).filter((value) => value !== null);
  const own = points.filter(({ value }) => value !== null);
  const [low, highest] = [Math.min(...drawn), Math.max(...drawn)];
  const high = highest === low ? low + 1 : highest;
  const step = points.length < 2 ? 0 : (width - 2 * PAD) / (points.length - 1);
  const x = (index: number): number => rounded(PAD + index * step);
  const y = (value: number): number => rounded(PAD + ((high - value) / (high - low)) * (height - 2 * PAD));
  const start = points.findLastIndex(({ from }) => from <= startsOn);
  const changed =
    field.changedFrom === null ? -1 : points.findIndex(({ from }) => from >= (field.changedFrom ?? ''));
  const tone = field.verdict === 'better' || field.verdict === 'worse' ? field.verdict : 'neutral';
  const open = points.findLastIndex(({ partial, value }) => partial && value !== null);
  const [openValue, before] = [points[open]?.value ?? null, points[open - 1]?.value ?? null];
  return {
    shape: {
      bands: [],
      line: linePath(
        points.map(({ value, partial }) => (partial ? null : value)),
        x,
        y,
      ),
      median: linePath(
        points.map(({ peer }) => peer),
        x,
        y,
      ),
      target: null,
      signals: points.flatMap(({ value, partial }, index) =>
        changed < 0 || index < changed || value === null || partial
          ? []
          : [{ x: x(index), y: y(value), tone }],
      ),
      open:
        openValue === null
          ? null
          : {
              x: x(open),
              y: y(openValue),
              path: before === null ? '' : `M${x(open - 1)} ${y(before)}L${x(open)} ${y(openValue)}`,
            },
    },
    happened: start < 0 ? [] : [x(start)],
    range: own.length < FEWEST ? null : { low, high: highest },
  };
}
