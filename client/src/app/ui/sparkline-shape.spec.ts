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
      signals: [],
      band: null,
      centre: null,
      target: null,
    });
  });

  it('draws the usual range, the mean and the target on the scale of the values', () => {
    // Scale 0 … 10 over y 24 … 4, two pixels a unit: 6 stands at 12, 2 at 20, 4 at 16, 5 at 14.
    const shape = sparklineShape([defined(0), defined(10)], 108, 28, {
      lower: 2,
      upper: 6,
      centre: 4,
      target: 5,
    });
    expect(shape.band).toEqual({ y: 12, height: 8 });
    expect(shape.centre).toBe(16);
    expect(shape.target).toBe(14);
  });

  it('keeps a quiet series quiet: the usual range takes 45 % of the height at most', () => {
    // Range 9 … 11 over 20 pixels: 9 pixels high around the middle, y 9.5 … 18.5.
    const shape = sparklineShape([defined(10), defined(10)], 108, 28, {
      lower: 9,
      upper: 11,
      centre: 10,
      target: null,
    });
    expect(shape.band).toEqual({ y: 9.5, height: 9 });
    expect(shape.line).toBe('M4 14L104 14');
  });

  it('has the points that complete a signal, but not an unfinished one', () => {
    const shape = sparklineShape(
      [
        defined(0),
        { value: 10, state: 'defined', signal: 'outside' },
        { value: 5, state: 'partial', signal: 'run' },
      ],
      108,
      28,
    );
    expect(shape.signals).toEqual([{ x: 54, y: 4 }]);
  });
});
