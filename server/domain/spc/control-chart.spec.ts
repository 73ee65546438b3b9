import { chanceShare, normalStream } from './chance.ts';
import { controlChart, type ChartPoint } from './control-chart.ts';
import { assuranceOf, variationOf } from './verdict.ts';

const defined = (values: readonly number[]): ChartPoint[] =>
  values.map((value) => ({ value, state: 'defined' as const }));
const noise = (length: number, seed: number): number[] => {
  const normal = normalStream(seed);
  return Array.from({ length }, () => normal());
};

describe('control chart', () => {
  it('freezes its limits after 24 recorded points', () => {
    const values = noise(24, 1);
    const before = controlChart(defined(values)).limits[0];
    const after = controlChart(defined([...values, 50, -50, 80])).limits[0];
    expect(before?.frozen).toBeTrue();
    expect(after).toEqual(before);
    const younger = values.slice(0, 23);
    expect(controlChart(defined(younger)).limits[0]?.frozen).toBeFalse();
    expect(controlChart(defined([...younger, 50])).limits[0]?.upper).not.toBe(
      controlChart(defined(younger)).limits[0]?.upper,
    );
  });

  it('counts gaps and unfinished months neither as points nor as values', () => {
    const values = noise(24, 2);
    const whole = controlChart(defined(values)).limits[0];
    const withGap: ChartPoint[] = [
      ...defined(values),
      { value: null, state: 'missing' },
      { value: 99, state: 'partial' },
    ];
    const chart = controlChart(withGap);
    expect(chart.limits[0]).toEqual(whole);
    expect(chart.signals.slice(24)).toEqual([null, null]);
    expect(chart.last).toBe(23);
  });

  it('says which limits are trial limits: fewer than 13 points', () => {
    expect(controlChart(defined(noise(12, 3))).limits[0]?.trial).toBeTrue();
    expect(controlChart(defined(noise(13, 3))).limits[0]?.trial).toBeFalse();
  });

  it('begins anew where a person set a new baseline', () => {
    const chart = controlChart(defined([...noise(24, 4), ...noise(12, 5).map((value) => value + 20)]), [24]);
    expect(chart.baselines).toEqual([0, 24]);
    expect(chart.limits[23]?.centre).toBeLessThan(1);
    expect(chart.limits[24]?.centre).toBeGreaterThan(19);
    expect(
      chart.signals.slice(24).every((signal) => signal === null || signal.rule !== 'outside'),
    ).toBeTrue();
    expect(controlChart(defined(noise(5, 1)), [0, 5, -1, 99]).baselines).toEqual([0]);
  });

  it('a constant series is stable, and anything else after it is a signal', () => {
    const chart = controlChart(defined(Array.from({ length: 24 }, () => 0.1 + 0.2)));
    expect(chart.signals.every((signal) => signal === null)).toBeTrue();
    expect(variationOf(chart, 'higher').variation).toBe('stable');
    const left = controlChart(defined([...Array.from({ length: 24 }, () => 0.3), 0.2]));
    expect(variationOf(left, 'higher')).toEqual({
      variation: 'worsening',
      signal: { rule: 'outside', direction: 'down', since: 24 },
      persistence: 1,
      since: 24,
    });
  });

  it('knows nothing of an empty series', () => {
    const chart = controlChart([]);
    expect(variationOf(chart, 'higher').variation).toBe('unknown');
    expect(assuranceOf(chart, { atLeast: 1 })).toBe('unknown');
    expect(variationOf(controlChart(defined([5])), 'lower').variation).toBe('unknown');
  });

  it('on 200 series without change the signals of a month stay near the expectation of domain.md: 4 %, frozen', () => {
    let signals = 0;
    for (let series = 0; series < 200; series += 1)
      if (controlChart(defined(noise(36, 1_000 + series))).signals[35]) signals += 1;
    // Binomial(200, 0.04): mean 8, three standard deviations 8.3.
    expect(signals).toBeGreaterThan(0);
    expect(signals).toBeLessThanOrEqual(16);
    expect(chanceShare(36)).toBeGreaterThan(0.03);
    expect(chanceShare(36)).toBeLessThan(0.05);
    // Limits made anew each month: about 1.6 %.
    expect(chanceShare(18)).toBeGreaterThan(0.011);
    expect(chanceShare(18)).toBeLessThan(0.022);
  });

  it('finds a shift of two sigma by its seventh month in at least 85 % of runs', () => {
    let found = 0;
    for (let run = 0; run < 400; run += 1) {
      const values = noise(31, 7_000 + run).map((value, index) => (index >= 24 ? value + 2 : value));
      if (
        controlChart(defined(values))
          .signals.slice(24)
          .some((signal) => signal?.direction === 'up')
      )
        found += 1;
    }
    expect(found / 400).toBeGreaterThanOrEqual(0.85);
  });
});

describe('verdict', () => {
  const steady = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12];

  it('says what a move means by the polarity', () => {
    const chart = controlChart(defined([...steady, ...steady, 30]));
    expect(variationOf(chart, 'higher').variation).toBe('improving');
    expect(variationOf(chart, 'lower').variation).toBe('worsening');
    expect(variationOf(chart, 'range').variation).toBe('changed');
    expect(variationOf(chart, 'neutral').variation).toBe('changed');
  });

  it('counts how long a signal has lasted', () => {
    const chart = controlChart(defined([...steady, ...steady, 30, 31, 29]));
    expect(variationOf(chart, 'higher').persistence).toBe(3);
  });

  it('assurance is the target against the limits: 11 ± 5.32', () => {
    const chart = controlChart(defined(steady));
    expect(assuranceOf(chart, null)).toBe('unknown');
    expect(assuranceOf(chart, {})).toBe('unknown');
    expect(assuranceOf(chart, { atLeast: 5.6 })).toBe('meets');
    expect(assuranceOf(chart, { atLeast: 11 })).toBe('hit-or-miss');
    expect(assuranceOf(chart, { atLeast: 16.4 })).toBe('misses');
    expect(assuranceOf(chart, { atMost: 16.4 })).toBe('meets');
    expect(assuranceOf(chart, { atMost: 5.6 })).toBe('misses');
    expect(assuranceOf(chart, { atLeast: 5, atMost: 17 })).toBe('meets');
    expect(assuranceOf(chart, { atLeast: 5, atMost: 11 })).toBe('hit-or-miss');
  });

  it('a limit that lies on the target is on its good side; a constant series meets its target or does not', () => {
    const chart = controlChart(defined(steady));
    const limits = chart.limits[0];
    expect(assuranceOf(chart, { atLeast: limits?.lower ?? NaN })).toBe('meets');
    expect(assuranceOf(chart, { atMost: limits?.upper ?? NaN })).toBe('meets');
    expect(assuranceOf(chart, { atLeast: limits?.upper ?? NaN })).toBe('hit-or-miss');
    const constant = controlChart(defined([7, 7, 7, 7, 7, 7]));
    expect(assuranceOf(constant, { atLeast: 7 })).toBe('meets');
    expect(assuranceOf(constant, { atLeast: 7.01 })).toBe('misses');
  });
});
