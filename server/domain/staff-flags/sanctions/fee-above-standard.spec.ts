import { factsWith, recordsOn, verdictOf } from '../staff-facts.testing.ts';
import { FEE_ABOVE_STANDARD } from './fee-above-standard.ts';

/** Requests received on these days for which 50,000 was taken where the standard names 25,000. */
function fees(...days: readonly string[]) {
  return recordsOn('service-cases', ...days).map((record) => ({ ...record, fee: 50_000, standard: 25_000 }));
}

describe('rule fee-above-standard', () => {
  it('raises for three cases in two months, with the largest difference', () => {
    const periods = [
      { feesKnown: 10, feesAbove: fees('2026-06-03') },
      { feesKnown: 10, feesAbove: fees('2026-07-06', '2026-07-07') },
    ];
    const { verdict, evidence } = FEE_ABOVE_STANDARD.evaluate(factsWith({ periods }), {
      cases: 3,
      minimumN: 10,
      tolerance: 1_000,
    });
    expect(verdict).toBe('raised');
    expect(evidence.observations.map(({ measure, observed, unit }) => [measure, observed, unit])).toEqual([
      ['feesAbove', 3, 'count'],
      ['feeDifference', 25_000, 'rupiah'],
      ['feeMonths', 2, 'count'],
    ]);
    expect(Object.keys(evidence.observations[0]?.records[0] ?? {})).toEqual(['dataset', 'id', 'number']);
  });

  it('is clear with two', () => {
    const periods = [{ feesKnown: 30, feesAbove: fees('2026-06-03', '2026-07-06') }];
    expect(verdictOf(FEE_ABOVE_STANDARD, factsWith({ periods }))).toBe('clear');
  });

  it('has insufficient data where few cases have a fee and a confirmed standard', () => {
    const periods = [{ feesKnown: 9, feesAbove: fees('2026-07-06', '2026-08-03', '2026-09-01') }];
    expect(verdictOf(FEE_ABOVE_STANDARD, factsWith({ periods }))).toBe('insufficient-data');
  });

  it('“salah ketik satu hari”: many in one month are one noisy month', () => {
    const periods = [
      { feesKnown: 30, feesAbove: fees('2026-07-06', '2026-07-06', '2026-07-06', '2026-07-07') },
    ];
    expect(verdictOf(FEE_ABOVE_STANDARD, factsWith({ periods }))).toBe('clear');
  });

  it('“biaya di bawah Perda baru”: where the standard in force already names the new fee, nothing lies above', () => {
    const raised = fees('2026-06-03', '2026-07-06', '2026-08-03').map((record) => ({
      ...record,
      standard: 50_000,
    }));
    expect(
      verdictOf(FEE_ABOVE_STANDARD, factsWith({ periods: [{ feesKnown: 30, feesAbove: raised }] })),
    ).toBe('clear');
  });

  it('“pembulatan kembalian”: a difference within the tolerance is none', () => {
    const rounded = fees('2026-06-03', '2026-07-06', '2026-08-03').map((record) => ({
      ...record,
      fee: 26_000,
    }));
    expect(
      verdictOf(FEE_ABOVE_STANDARD, factsWith({ periods: [{ feesKnown: 30, feesAbove: rounded }] })),
    ).toBe('clear');
  });
});
