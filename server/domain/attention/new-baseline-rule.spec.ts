import { improvedAtBaseline } from './new-baseline-rule.ts';
import { improving, type NewBaseline, type WatchedSeries } from './signal-rule.ts';

const TODAY = '2026-11-20';

function month(from: string, value: number | null, n = 100) {
  return {
    from,
    to: `${from.slice(0, 8)}28`,
    value,
    n,
    state: value === null ? ('missing' as const) : ('defined' as const),
  };
}

const PECUT: NewBaseline = {
  startsOn: '2026-07-01',
  reason: 'PECUT mulai berlaku',
  before: { centre: 0.71, sigma: 0.04 },
  complete: false,
};

/** 71 % until June, 94 % since July, and the limits are those of the months since. */
const SEBULU: WatchedSeries = {
  unit: '64.02.07',
  service: null,
  measure: 'turnaround',
  field: 'sameVisitShare',
  points: [
    month('2026-05-01', 0.7),
    month('2026-06-01', 0.72),
    month('2026-07-01', 0.93),
    month('2026-08-01', 0.95),
    month('2026-09-01', 0.94),
    month('2026-10-01', 0.94, 121),
  ],
  limits: { centre: 0.94, sigma: 0.01 },
  variation: 'stable',
  direction: null,
  since: null,
  persistence: 0,
  newBaseline: PECUT,
};

const since = (change: Partial<NewBaseline>): WatchedSeries => ({
  ...SEBULU,
  newBaseline: { ...PECUT, ...change },
});

describe('rule of the new baseline', () => {
  it('praises what a person made the new usual, from the old mean on, with the reason', () => {
    expect(improving(SEBULU, TODAY)).toBeNull();
    const finding = improvedAtBaseline(SEBULU, TODAY);
    expect(finding?.sentence).toEqual({
      id: 'selesai sekali datang naik dari 71\u00a0% ke 94\u00a0% sejak Juli.',
      en: 'done in a single visit rose from 71\u00a0% to 94\u00a0% since July.',
    });
    expect(finding?.facts.map(({ id }) => id)).toEqual(['n = 121 (Oktober)', 'PECUT mulai berlaku']);
    expect(finding?.mark).toBe('better');
    expect(finding?.since).toBe('2026-07-01');
    expect(finding?.proof.query['from']).toBe('2026-10-01');
    expect(finding?.proof.count).toBe(121);
    // (0.93 + 0.95 + 0.94 + 0.94) / 4 = 0.94; (0.94 − 0.71) / 0.04 = 5.75 sigma, four months.
    expect(finding?.score).toBeCloseTo(23, 10);
  });

  it('keeps silent about what lies within the limits of before, or beyond them on the wrong side', () => {
    // 0.71 + 3 × 0.08 = 0.95 is not passed by 0.94.
    expect(improvedAtBaseline(since({ before: { centre: 0.71, sigma: 0.08 } }), TODAY)).toBeNull();
    expect(improvedAtBaseline(since({ before: { centre: 0.99, sigma: 0.01 } }), TODAY)).toBeNull();
    // A shorter time is the better one.
    const median: WatchedSeries = {
      ...since({ before: { centre: 60, sigma: 5 } }),
      field: 'medianWorkingMinutes',
      points: ['07', '08', '09', '10'].map((number) => month(`2026-${number}-01`, 20)),
    };
    expect(improvedAtBaseline(median, TODAY)?.sentence.id).toContain('turun dari');
    expect(
      improvedAtBaseline({ ...median, newBaseline: { ...PECUT, before: { centre: 4, sigma: 1 } } }, TODAY),
    ).toBeNull();
  });

  it('waits for three months, and ends with the baseline complete or a change for the worse', () => {
    expect(improvedAtBaseline({ ...SEBULU, points: SEBULU.points.slice(0, 4) }, TODAY)).toBeNull();
    expect(improvedAtBaseline({ ...SEBULU, points: SEBULU.points.slice(0, 5) }, TODAY)).not.toBeNull();
    expect(improvedAtBaseline(since({ complete: true }), TODAY)).toBeNull();
    expect(improvedAtBaseline({ ...SEBULU, variation: 'worsening' }, TODAY)).toBeNull();
  });

  it('needs a baseline that a person set, and limits before it', () => {
    expect(improvedAtBaseline({ ...SEBULU, newBaseline: null }, TODAY)).toBeNull();
    expect(improvedAtBaseline(since({ before: null }), TODAY)).toBeNull();
    // The number of applications has no good side.
    expect(improvedAtBaseline({ ...SEBULU, measure: 'volume', field: 'received' }, TODAY)).toBeNull();
  });

  it('leaves a long reason to the chart', () => {
    const reason = 'a'.repeat(81);
    expect(improvedAtBaseline(since({ reason }), TODAY)?.facts.map(({ id }) => id)).toEqual([
      'n = 121 (Oktober)',
    ]);
  });
});
