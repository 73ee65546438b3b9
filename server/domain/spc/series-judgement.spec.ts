import { findField, type MeasureField } from '../measures.ts';
import { addMonthsToStart, monthEnd } from '../period/civil-date.ts';
import type { TargetInForce } from '../targets/target-in-force.ts';
import { normalStream } from './chance.ts';
import { judgeSeries, type MonthPoint } from './series-judgement.ts';

const DUE_MET = field('turnaround', 'dueMetShare');
const RECEIVED = field('complaints', 'received');
const SCORE = field('ikm', 'score');

function field(measure: 'turnaround' | 'complaints' | 'ikm', id: string): MeasureField {
  const found = findField(measure, id);
  if (!found) throw new Error(`no field ${id}`);
  return found;
}

/** Months from January 2024 on. */
function months(
  values: readonly (number | null)[],
  more: (index: number) => Partial<MonthPoint> = () => ({}),
) {
  return values.map((value, index): MonthPoint => {
    const from = addMonthsToStart('2024-01-01', index);
    const state = value === null ? 'missing' : 'defined';
    return { from, to: monthEnd(from), value, n: value === null ? 0 : 100, state, ...more(index) };
  });
}

const judge = (
  points: readonly MonthPoint[],
  of: MeasureField = DUE_MET,
  more: { rebasedOn?: readonly string[]; target?: TargetInForce | null; lastDay?: string } = {},
) =>
  judgeSeries(points, of, {
    rebasedOn: more.rebasedOn ?? [],
    targetOn: () => more.target ?? null,
    lastDay: more.lastDay ?? '2030-12-31',
  });
const target = (atLeast: number | null, atMost: number | null = null): TargetInForce => ({
  atLeast,
  atMost,
  legalBasis: null,
  validFrom: '2024-01-01',
});
/** 11 ± 2.66 × 2: limits 5.68 and 16.32. */
const steady = (length: number) => Array.from({ length }, (_, index) => (index % 2 === 0 ? 10 : 12));

describe('judgement of a series', () => {
  it('a month of fewer records than the field needs is drawn, but not judged', () => {
    const points = months([0.9, 0.8, 0.9, 0.8, 0.9, 0.8, 0.9, 0.8, 0.1], (index) => ({
      n: index === 8 ? 4 : 5,
    }));
    const { chart, verdict } = judge(points);
    expect(verdict.lastFrom).toBe('2024-08-01');
    expect(verdict.centre).toBeCloseTo(0.85, 12);
    expect(chart.signals[8]).toBeNull();
    const enough = judge(months([0.9, 0.8, 0.9, 0.8, 0.9, 0.8, 0.9, 0.8, 0.1], () => ({ n: 5 })));
    expect(enough.verdict.lastFrom).toBe('2024-09-01');
  });

  it('an unfinished month and a withheld one are missing', () => {
    const values = [...steady(12), 99, 99];
    const points = months(values, (index) =>
      index === 12
        ? { state: 'missing', value: null, suppressed: true }
        : index === 13
          ? { state: 'partial' }
          : {},
    );
    const { verdict, length } = judge(points, RECEIVED);
    expect([verdict.variation, verdict.lastFrom, verdict.centre, length]).toEqual([
      'stable',
      '2024-12-01',
      11,
      12,
    ]);
  });

  it('the window shown decides which month is judged, not by which limits', () => {
    const points = months([...steady(24), 30, 11]);
    const [then, now] = [judge(points, RECEIVED, { lastDay: '2026-01-31' }), judge(points, RECEIVED)];
    expect(then.verdict).toEqual(
      jasmine.objectContaining({
        lastFrom: '2026-01-01',
        rule: 'outside',
        since: '2026-01-01',
        variation: 'changed',
      }),
    );
    expect(now.verdict.rule).toBeNull();
    expect(now.limits).toEqual(then.limits);
    // A day short of the month's end, December is the last month that was over.
    expect(judge(points, RECEIVED, { lastDay: '2026-01-30' }).verdict.lastFrom).toBe('2025-12-01');
  });

  it('shares are cut to 0 and 1, counts to 0, scores to 25 and 100; signals stay', () => {
    // Mean 0.95, mean range 0.1: uncut the upper limit would be 1.216 and the lower 0.684.
    const shares = judge(months([1, 0.9, 1, 0.9, 1, 0.9, 1, 0.9])).limits;
    expect([shares?.lower, shares?.upper].map((each) => each?.toFixed(3))).toEqual(['0.684', '1.000']);
    const counts = judge(months([0, 4, 0, 4, 0, 4, 0, 4]), RECEIVED).limits;
    expect([counts?.lower, counts?.upper].map((each) => each?.toFixed(2))).toEqual(['0.00', '12.64']);
    const scores = judge(months([99, 95, 99, 95, 99, 95, 99, 95]), SCORE).limits;
    expect(scores?.upper).toBe(100);
    expect(scores?.sigma).toBeCloseTo((2.66 * 4) / 3, 10);
  });

  it('another instrument is another baseline', () => {
    const old = months([
      ...steady(8).map((value) => value + 70),
      null,
      ...steady(8).map((value) => value + 50),
    ]);
    const points = old.map((point, index) => ({
      ...point,
      instrument: point.value === null ? null : index < 8 ? 'kep-25-2004' : 'permenpanrb-14-2017',
    }));
    const { chart, limits, length } = judge(points, SCORE);
    expect(chart.baselines).toEqual([0, 9]);
    expect(limits?.centre).toBe(61);
    expect(length).toBe(8);
    expect(chart.signals.every((signal) => signal === null)).toBeTrue();
  });

  it('a person sets a baseline at a month; one before all months changes nothing', () => {
    const points = months([...steady(24), ...steady(8).map((value) => value + 20)]);
    expect(judge(points, RECEIVED).verdict.variation).toBe('changed');
    const rebased = judge(points, RECEIVED, { rebasedOn: ['2026-01-01', '2020-01-01'] });
    expect([rebased.verdict.variation, rebased.verdict.centre, rebased.verdict.trial]).toEqual([
      'stable',
      31,
      true,
    ]);
    expect(judge(points, RECEIVED, { rebasedOn: ['2026-04-01'] }).verdict.variation).toBe('unknown');
  });

  it('since when: the first month of all signals in a row, not of the last pattern alone', () => {
    const points = months([...steady(24), 30, 31, 32]);
    const { verdict, pattern } = judge(points, RECEIVED);
    expect([verdict.since, verdict.persistence]).toEqual(['2026-01-01', 3]);
    expect(pattern).toEqual({ own: 26, whole: 24 });
  });

  it('a signal by earlier limits does not lengthen one by new limits', () => {
    const points = months([...steady(24), 30, 31, ...steady(8).map((value) => value + 30), 80]);
    const { verdict } = judge(points, RECEIVED, { rebasedOn: ['2026-03-01'] });
    expect([verdict.persistence, verdict.since]).toEqual([1, '2026-11-01']);
  });

  it('variation and assurance are two answers: stably below its target', () => {
    const points = months([0.7, 0.8, 0.7, 0.8, 0.7, 0.8, 0.7, 0.8]);
    // 0.75 ± 0.266.
    expect(judge(points, DUE_MET, { target: target(0.95) }).verdict).toEqual(
      jasmine.objectContaining({ variation: 'stable', assurance: 'hit-or-miss' }),
    );
    const narrow = months([0.7, 0.72, 0.7, 0.72, 0.7, 0.72, 0.7, 0.72]);
    expect(judge(narrow, DUE_MET, { target: target(0.95) }).verdict.assurance).toBe('misses');
    expect(judge(narrow, DUE_MET, { target: target(0.6) }).verdict.assurance).toBe('meets');
    expect(judge(narrow, DUE_MET, { target: target(0.6, 0.9) }).verdict.assurance).toBe('meets');
    expect(judge(narrow).verdict.assurance).toBe('unknown');
  });

  it('a target that lies on a limit is reached; a constant series reaches its target or does not', () => {
    const all = judge(months([1, 1, 1, 1, 1, 1, 1]), DUE_MET, { target: target(1) });
    expect([all.verdict.variation, all.verdict.assurance]).toEqual(['stable', 'meets']);
    const never = judge(months([0.9, 0.9, 0.9, 0.9, 0.9, 0.9]), DUE_MET, { target: target(0.95) });
    expect([never.verdict.variation, never.verdict.assurance]).toEqual(['stable', 'misses']);
    const lower = judge(months(steady(8)), RECEIVED).limits?.lower ?? NaN;
    expect(judge(months(steady(8)), RECEIVED, { target: target(lower) }).verdict.assurance).toBe('meets');
  });

  it('knows too little of five months, and of none', () => {
    expect(judge(months(steady(5)), RECEIVED).verdict).toEqual(
      jasmine.objectContaining({ variation: 'unknown', centre: null, last: 10, lastFrom: '2024-05-01' }),
    );
    expect(judge([], RECEIVED).verdict).toEqual(
      jasmine.objectContaining({ variation: 'unknown', last: null, lastFrom: null, n: null }),
    );
  });

  it('of 200 series without change about 8 show a signal in their last month: 4 %, limits frozen on 24', () => {
    const normal = normalStream(20_261_122);
    let signals = 0;
    for (let series = 0; series < 200; series += 1) {
      const points = months(Array.from({ length: 36 }, () => 200 + 20 * normal()));
      if (judge(points, RECEIVED).verdict.rule !== null) signals += 1;
    }
    // Binomial(200, 0.04): mean 8, three standard deviations 8.3.
    expect(signals).toBeGreaterThan(0);
    expect(signals).toBeLessThanOrEqual(16);
  });

  it('a shift of two sigma is found by its seventh month in at least 85 % of runs, limits frozen', () => {
    const normal = normalStream(7_001);
    let found = 0;
    for (let run = 0; run < 400; run += 1) {
      const values = Array.from({ length: 31 }, (_, index) => 200 + 20 * normal() + (index >= 24 ? 40 : 0));
      const seen = judge(months(values), RECEIVED).chart.signals.slice(24);
      if (seen.some((signal) => signal?.direction === 'up')) found += 1;
    }
    expect(found / 400).toBeGreaterThanOrEqual(0.85);
  });
});
