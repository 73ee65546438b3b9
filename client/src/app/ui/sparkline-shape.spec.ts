import { type TrendPoint, sparklineShape } from './sparkline-shape.ts';

const defined = (value: number): TrendPoint => ({ value, state: 'defined' });
const missing: TrendPoint = { value: null, state: 'missing' };

describe('sparklineShape', () => {
  it('places values between the edges, the largest on top', () => {
    // Box 108 × 28 with 4 around: x 4, 54, 104; y 24 for the lowest, 4 for the highest, 14 halfway.
    expect(sparklineShape([defined(0), defined(10), defined(5)], 108, 28).line).toBe('M4 24L54 4L104 14');
  });

  it('breaks the line where data are missing', () => {
    const { line, lone } = sparklineShape(
      [defined(0), defined(10), missing, defined(5), defined(0)],
      108,
      28,
    );
    expect(line).toBe('M4 24L29 4M79 14L104 24');
    expect(lone).toEqual([]);
  });

  it('shows a point without neighbours as a dot', () => {
    expect(sparklineShape([defined(0), missing, defined(10), missing, defined(5)], 108, 28).lone).toEqual([
      { x: 4, y: 24 },
      { x: 54, y: 4 },
      { x: 104, y: 14 },
    ]);
  });

  it('leads by a path of its own to the unfinished point', () => {
    const shape = sparklineShape([defined(0), defined(10), { value: 5, state: 'partial' }], 108, 28);
    expect(shape.line).toBe('M4 24L54 4');
    expect(shape.open).toEqual({ x: 104, y: 14, path: 'M54 4L104 14' });
    expect(shape.silent).toBeNull();
  });

  it('does not reach over a gap to the unfinished point', () => {
    expect(
      sparklineShape([defined(10), missing, { value: 0, state: 'partial' }], 108, 28).open?.path,
    ).toBeNull();
  });

  it('puts the ring of silence at the end when the newest data are missing', () => {
    expect(sparklineShape([defined(0), defined(10), missing], 108, 28).silent).toEqual({ x: 104, y: 4 });
  });

  it('draws a constant series through the middle, and nothing at all without data', () => {
    expect(sparklineShape([defined(7), defined(7)], 108, 28).line).toBe('M4 14L104 14');
    expect(sparklineShape([missing, missing], 108, 28)).toEqual({
      line: '',
      lone: [],
      open: null,
      silent: null,
    });
  });
});
