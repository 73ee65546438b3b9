import type { Limits } from '#contract/signals';
import type { SeriesPoint } from '../../core/measures-api.ts';
import { type MultipleBox, multipleShape, sharedScale } from './multiple-shape.ts';

const MONTHS = ['2026-01-01', '2026-02-01', '2026-03-01'];

function points(values: readonly (number | null)[], tail: Partial<SeriesPoint> = {}): SeriesPoint[] {
  return values.map((value, index) => ({
    from: MONTHS[index] ?? '',
    to: MONTHS[index] ?? '',
    value,
    n: 10,
    state: value === null ? ('missing' as const) : ('defined' as const),
    signal: null,
    ...(index === values.length - 1 ? tail : {}),
  }));
}

const LIMITS: Limits = {
  from: '2026-01-01',
  to: '2026-03-01',
  centre: 0.6,
  lower: 0.5,
  upper: 0.7,
  trial: false,
  frozen: true,
  points: 24,
};
// 108 × 48 pixels leave 100 × 40 inside: two steps of 50, and 40 pixels for the values 0 to 1.
const BOX: MultipleBox = {
  width: 108,
  height: 48,
  scale: { low: 0, high: 1 },
  median: [null, null, null],
  target: null,
  unit: 'share',
  polarity: 'higher',
};

describe('the scale of small multiples', () => {
  it('holds every value, limit and target of all units', () => {
    expect(
      sharedScale(
        [
          { points: points([0.4, 0.6]), limits: [] },
          { points: points([0.6, 0.6]), limits: [LIMITS] },
        ],
        0.95,
        'share',
      ),
    ).toEqual({ low: 0.4, high: 0.95 });
  });

  it('begins at zero for counts and times, and is something for nothing', () => {
    expect(sharedScale([{ points: points([40, 60]), limits: [] }], null, 'count').low).toBe(0);
    expect(sharedScale([], null, 'share')).toEqual({ low: 0, high: 1 });
  });
});

describe('a small multiple', () => {
  it('draws the line and breaks it where data are missing', () => {
    expect(multipleShape({ points: points([1, 0, 0.5]), limits: [] }, BOX).line).toBe('M4 4L54 44L104 24');
    expect(multipleShape({ points: points([1, null, 0.5]), limits: [] }, BOX).line).toBe('M4 4h.1M104 24h.1');
  });

  it('draws the unfinished point apart', () => {
    const shape = multipleShape({ points: points([1, 0, 0.5], { state: 'partial' }), limits: [] }, BOX);
    expect(shape.line).toBe('M4 4L54 44');
    expect(shape.open).toEqual({ x: 104, y: 24, path: 'M54 44L104 24' });
  });

  it('draws limits, target and median on the same scale', () => {
    const shape = multipleShape(
      { points: points([1, 0, 0.5]), limits: [LIMITS] },
      { ...BOX, target: 0.75, median: [0.5, 0.5, null] },
    );
    expect(shape.bands).toEqual([{ x: 4, y: 16, width: 100, height: 8 }]);
    expect(shape.target).toBe(14);
    expect(shape.median).toBe('M4 24L54 24');
  });

  it('colours only points that complete a signal', () => {
    const shape = multipleShape(
      { points: points([0.6, 0.6, 0.2], { signal: 'outside' }), limits: [LIMITS] },
      BOX,
    );
    expect(shape.signals).toEqual([{ x: 104, y: 36, tone: 'worse' }]);
  });
});
