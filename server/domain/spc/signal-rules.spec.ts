import { signalAt, type JudgedPoint } from './signal-rules.ts';
import type { XmrLimits } from './xmr-limits.ts';

/** Mean 0, sigma 1, limits at ±3: values are read as multiples of sigma. */
const LIMITS: XmrLimits = { centre: 0, lower: -3, upper: 3, sigma: 1 };

const points = (values: readonly (number | null)[], limits: XmrLimits = LIMITS): JudgedPoint[] =>
  values.map((value) => ({ value, limits }));
const last = (values: readonly (number | null)[]) => signalAt(points(values), values.length - 1);

describe('signal rules', () => {
  it('a point outside the limits; on the limit is inside', () => {
    expect(last([0, 3.01])).toEqual({ rule: 'outside', direction: 'up', since: 1 });
    expect(last([0, -3.01])).toEqual({ rule: 'outside', direction: 'down', since: 1 });
    expect(last([0, 3])).toBeNull();
    expect(signalAt(points([0.1 + 0.2], { centre: 0.3, lower: 0.3, upper: 0.3, sigma: 0 }), 0)).toBeNull();
  });

  it('seven points rising or falling; six are not enough, an equal one breaks', () => {
    expect(last([-1.2, -0.8, -0.4, 0.1, 0.5, 0.9, 1.3])).toEqual({
      rule: 'trend',
      direction: 'up',
      since: 0,
    });
    expect(last([1.3, 0.9, 0.5, 0.1, -0.4, -0.8, -1.2])).toEqual({
      rule: 'trend',
      direction: 'down',
      since: 0,
    });
    expect(last([-0.8, -0.4, 0.1, 0.5, 0.9, 1.3])).toBeNull();
    expect(last([-1.2, -0.8, -0.4, -0.4, 0.5, 0.9, 1.3])).toBeNull();
  });

  it('two of three beyond two sigma on the same side, the last of them one', () => {
    expect(last([2.1, 0, 2.1])).toEqual({ rule: 'two-of-three', direction: 'up', since: 0 });
    expect(last([0, -2.1, -2.1])).toEqual({ rule: 'two-of-three', direction: 'down', since: 1 });
    expect(last([2.1, 2.1, 0])).toBeNull();
    expect(last([2.1, 0, -2.1])).toBeNull();
    expect(last([2.1, 0, 0, 2.1])).toBeNull();
  });

  it('seven on one side of the mean; one on the mean breaks', () => {
    expect(last([-1, 1, 0.5, 1, 0.5, 1, 0.5, 1])).toEqual({ rule: 'run', direction: 'up', since: 1 });
    expect(last([1, 0.5, 1, 0.5, 1, 0.5])).toBeNull();
    expect(last([1, 0.5, 1, 0, 1, 0.5, 1])).toBeNull();
  });

  it('the first rule in the order of precedence names the signal', () => {
    expect(last([0.2, 0.5, 0.9, 1.3, 1.7, 2.2, 3.5])?.rule).toBe('outside');
    expect(last([0.2, 0.5, 0.9, 1.3, 1.7, 2.2, 2.6])?.rule).toBe('trend');
    expect(last([0.5, 0.4, 0.6, 0.5, 2.2, 0.1, 2.5])?.rule).toBe('two-of-three');
  });

  it('a gap and a new baseline break every pattern', () => {
    expect(last([1, 0.5, 1, null, 1, 0.5, 1, 0.6])).toBeNull();
    expect(last([2.1, null, 2.1])).toBeNull();
    const other = { ...LIMITS };
    const changed = [...points([1, 0.5, 1, 0.5]), ...points([1, 0.5, 1], other)];
    expect(signalAt(changed, 6)).toBeNull();
  });

  it('says nothing of a gap, or without limits', () => {
    expect(last([5, null])).toBeNull();
    expect(signalAt([{ value: 5, limits: null }], 0)).toBeNull();
    expect(signalAt([], 0)).toBeNull();
  });
});
