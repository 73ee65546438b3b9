import { movingRanges, xmrLimits } from './xmr-limits.ts';

describe('XmR limits', () => {
  it('agree with the worked example of the NIST/SEMATECH e-Handbook (6.3.2.2, flow rate of ten batches)', () => {
    const flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
    const limits = xmrLimits(flow);
    // Printed there: mean 50.81, mean moving range 1.8778, limits 55.8041 and 45.8159 (3 / 1.128 = 2.6596).
    expect(limits?.centre).toBeCloseTo(50.81, 10);
    const ranges = movingRanges(flow);
    expect(ranges.reduce((sum, range) => sum + range, 0) / ranges.length).toBeCloseTo(1.8778, 4);
    expect(Math.abs((limits?.upper ?? 0) - 55.8041)).toBeLessThan(0.002);
    expect(Math.abs((limits?.lower ?? 0) - 45.8159)).toBeLessThan(0.002);
  });

  it('have the sigma that qicharts2 0.8.1 (R) gives for the same shares', () => {
    const met = [5, 7, 5, 7, 7, 5, 4, 9, 8, 13, 8, 7, 8, 7, 12, 11, 8];
    const n = [113, 132, 121, 134, 116, 131, 93, 138, 182, 157, 100, 103, 146, 108, 153, 141, 134];
    const sigma = xmrLimits(met.map((count, index) => count / (n[index] ?? 1)))?.sigma ?? 0;
    // Its limits at one and three sigma: 0.071444 and 0.095737, hence sigma 0.0121465; it divides by 1.128.
    expect(Math.abs(sigma / ((0.095737 - 0.071444) / 2) - 1)).toBeLessThan(0.0003);
  });

  it('leave a jump out of the ranges, not out of the mean', () => {
    // Ranges 1 × 8 and one of 19: their mean is 3, the screen 9.801; the limits come from the eight.
    const values = [10, 11, 10, 11, 10, 29, 30, 29, 30, 29];
    const limits = xmrLimits(values);
    expect(limits?.centre).toBeCloseTo(19.9, 10);
    expect(limits?.upper).toBeCloseTo(19.9 + 2.66, 10);
  });

  it('measure by the jump where nothing else moves, so that not every month lies outside', () => {
    // 23 months of 100 % and one of 90 %: two ranges of 0.1 among 23, mean 0.2 / 23.
    const values = Array.from({ length: 24 }, (_, index) => (index === 10 ? 0.9 : 1));
    const limits = xmrLimits(values);
    expect(limits?.centre).toBeCloseTo(23.9 / 24, 12);
    expect(limits?.upper).toBeCloseTo(23.9 / 24 + (2.66 * 0.2) / 23, 12);
    expect(limits?.upper).toBeGreaterThan(1);
    // Neighbours never differ, values do: nothing tells how far is far.
    expect(xmrLimits([3, 3, null, 5, 5])).toBeNull();
  });

  it('take no range across a gap', () => {
    expect(movingRanges([1, 3, null, 10, 11])).toEqual([2, 1]);
    expect(xmrLimits([1, 3, null, 10, 11])?.centre).toBeCloseTo(6.25, 10);
  });

  it('need two neighbours', () => {
    expect(xmrLimits([])).toBeNull();
    expect(xmrLimits([5])).toBeNull();
    expect(xmrLimits([5, null, 6])).toBeNull();
    expect(xmrLimits([5, 5])).toEqual({ centre: 5, lower: 5, upper: 5, sigma: 0 });
  });
});
