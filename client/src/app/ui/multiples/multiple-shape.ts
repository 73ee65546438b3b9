import { type SignalTone, toneAt } from '#domain/spc/signal-tone';
import type { FieldUnit, Polarity } from '#domain/measures';
import type { Multiples } from '../../core/measures-api.ts';
import { linePath, rounded } from '../line-path.ts';
import { bandsOf } from '../trend/trend-layers.ts';

type Item = Multiples['items'][number];
type Drawn = Pick<Item, 'points' | 'limits'>;

/** The vertical scale that all small multiples share. */
export interface SharedScale {
  readonly low: number;
  readonly high: number;
}

/** One small multiple in a box; all numbers are pixels. */
export interface MultipleShape {
  readonly bands: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly line: string;
  readonly median: string;
  readonly target: number | null;
  readonly signals: readonly { readonly x: number; readonly y: number; readonly tone: SignalTone }[];
  readonly open: { readonly x: number; readonly y: number; readonly path: string } | null;
}

export interface MultipleBox {
  readonly width: number;
  readonly height: number;
  readonly scale: SharedScale;
  readonly median: readonly (number | null)[];
  readonly target: number | null;
  readonly unit: FieldUnit;
  readonly polarity: Polarity;
}

const PAD = 4;

/** From the lowest to the highest of everything drawn, so that the same height is the same value in every box. */
export function sharedScale(items: readonly Drawn[], target: number | null, unit: FieldUnit): SharedScale {
  const values = [
    ...items.flatMap((item) => [
      ...item.points.flatMap((point) => (point.value === null ? [] : [point.value])),
      ...bandsOf(item.points, item.limits, unit).flatMap((band) => [band.lower, band.upper]),
    ]),
    ...(target === null ? [] : [target]),
  ];
  if (values.length === 0) return { low: 0, high: 1 };
  const high = Math.max(...values);
  // Counts and times are lengths from zero; shares and scores lie somewhere.
  const low = unit === 'count' || unit === 'minutes' ? 0 : Math.min(...values);
  return { low, high: high === low ? low + 1 : high };
}

/** Places one unit in its box. Missing points break the line; the unfinished one is reached by a dashed way. */
export function multipleShape({ points, limits }: Drawn, box: MultipleBox): MultipleShape {
  const { width, height, scale } = box;
  const step = points.length < 2 ? 0 : (width - 2 * PAD) / (points.length - 1);
  const x = (index: number): number => rounded(PAD + index * step);
  const y = (value: number): number =>
    rounded(PAD + ((scale.high - value) / (scale.high - scale.low)) * (height - 2 * PAD));
  const open = points.findLastIndex((point) => point.state === 'partial' && point.value !== null);
  const openValue = points[open]?.value ?? null;
  const before = points[open - 1];
  return {
    bands: bandsOf(points, limits, box.unit).map((band) => ({
      x: x(band.from),
      y: y(band.upper),
      width: Math.max(1, x(band.to) - x(band.from)),
      height: Math.max(1, y(band.lower) - y(band.upper)),
    })),
    line: linePath(
      points.map((point) => (point.state === 'defined' ? point.value : null)),
      x,
      y,
    ),
    median: linePath(box.median, x, y),
    target: box.target === null ? null : y(box.target),
    signals: points.flatMap((point, index) => {
      const tone = toneAt(points, index, limits, box.polarity);
      return tone === null || point.value === null ? [] : [{ x: x(index), y: y(point.value), tone }];
    }),
    open:
      openValue === null
        ? null
        : {
            x: x(open),
            y: y(openValue),
            path:
              before?.state === 'defined' && before.value !== null
                ? `M${x(open - 1)} ${y(before.value)}L${x(open)} ${y(openValue)}`
                : '',
          },
  };
}
