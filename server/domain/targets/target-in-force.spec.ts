import { findTarget, type TargetQuestion, type TargetRecord } from './target-in-force.ts';

const ANY_TARGET: TargetRecord = {
  unit: '*',
  unitKind: '*',
  service: '*',
  measure: 'turnaround',
  field: 'dueMetShare',
  validFrom: '2026-01-01',
  validTo: null,
  atLeast: 0.8,
  atMost: null,
  legalBasis: 'RPJMD 2025–2029',
};
const KK_IN_SEBULU: TargetQuestion = {
  unit: '64.02.07',
  unitKind: 'kecamatan',
  service: 'kk',
  measure: 'turnaround',
  field: 'dueMetShare',
};
const target = (more: Partial<TargetRecord>): TargetRecord => ({ ...ANY_TARGET, ...more });
const valueOn = (targets: readonly TargetRecord[], question: TargetQuestion, on = '2026-10-01') =>
  findTarget(targets, question, on)?.atLeast ?? null;

describe('target in force', () => {
  it('the unit goes before its kind, its kind before any; then the service before all services', () => {
    // From the nearest to the farthest: the answer is the first that is there.
    const ladder = [
      target({ unit: '64.02.07', service: 'kk', atLeast: 0.96 }),
      target({ unit: '64.02.07', atLeast: 0.95 }),
      target({ unitKind: 'kecamatan', service: 'kk', atLeast: 0.94 }),
      target({ unitKind: 'kecamatan', atLeast: 0.93 }),
      target({ service: 'kk', atLeast: 0.92 }),
      target({ atLeast: 0.91 }),
    ];
    const answers = ladder.map((_, index) => valueOn(ladder.slice(index).toReversed(), KK_IN_SEBULU));
    expect(answers).toEqual([0.96, 0.95, 0.94, 0.93, 0.92, 0.91]);
  });

  it('a target of one service says nothing of all services together', () => {
    const targets = [target({ unit: '64.02.07', service: 'kk', atLeast: 0.96 }), ANY_TARGET];
    expect(valueOn(targets, { ...KK_IN_SEBULU, service: null })).toBe(0.8);
    expect(valueOn(targets, { ...KK_IN_SEBULU, service: 'ktp' })).toBe(0.8);
  });

  it('holds from its first to its last day, and the one that began last holds among equals', () => {
    const targets = [
      target({ validFrom: '2025-01-01', validTo: '2025-12-31', atLeast: 0.7 }),
      target({ validFrom: '2026-01-01', atLeast: 0.8 }),
      target({ validFrom: '2026-07-01', atLeast: 0.9 }),
    ];
    expect(valueOn(targets, KK_IN_SEBULU, '2024-12-31')).toBeNull();
    expect(valueOn(targets, KK_IN_SEBULU, '2025-12-31')).toBe(0.7);
    expect(valueOn(targets, KK_IN_SEBULU, '2026-06-30')).toBe(0.8);
    expect(valueOn(targets, KK_IN_SEBULU, '2026-07-01')).toBe(0.9);
  });

  it('is for its own field, unit and kind alone', () => {
    expect(valueOn([target({ field: 'withinStandardShare' })], KK_IN_SEBULU)).toBeNull();
    expect(valueOn([target({ measure: 'complaints' })], KK_IN_SEBULU)).toBeNull();
    expect(valueOn([target({ unit: '64.02.08' })], KK_IN_SEBULU)).toBeNull();
    expect(valueOn([target({ unitKind: 'skpd' })], KK_IN_SEBULU)).toBeNull();
  });

  it('an ended target of the unit leaves the one of its kind', () => {
    const targets = [
      target({ unit: '64.02.07', validTo: '2026-03-31', atLeast: 0.99 }),
      target({ unitKind: 'kecamatan', atLeast: 0.9 }),
    ];
    expect(valueOn(targets, KK_IN_SEBULU, '2026-03-31')).toBe(0.99);
    expect(valueOn(targets, KK_IN_SEBULU, '2026-04-01')).toBe(0.9);
  });

  it('may be a range', () => {
    expect(findTarget([target({ atLeast: 3, atMost: 9 })], KK_IN_SEBULU, '2026-10-01')).toEqual({
      atLeast: 3,
      atMost: 9,
      legalBasis: 'RPJMD 2025–2029',
      validFrom: '2026-01-01',
    });
  });
});
