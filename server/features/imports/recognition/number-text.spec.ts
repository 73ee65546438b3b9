import fc from 'fast-check';
import { readNumberText } from './number-text.ts';

describe('readNumberText', () => {
  it('reads Indonesian numbers', () => {
    const cases: [string, number][] = [
      ['10000', 10_000],
      ['10.000', 10_000],
      ['Rp 10.000', 10_000],
      ['Rp10.000,-', 10_000],
      ['Rp. 10.000,00', 10_000],
      ['1.234.567,89', 1_234_567.89],
      ['12,5', 12.5],
      ['12.5', 12.5],
      ['0,125', 0.125],
      ['0.125', 0.125],
      ['-5', -5],
      ['10 000', 10_000],
      ['1,234,567', 1_234_567],
      ['1,234.50', 1_234.5],
    ];
    for (const [text, number] of cases) expect(readNumberText(text)).withContext(text).toBe(number);
  });

  it('refuses what has two meanings or none', () => {
    expect(readNumberText('10,000')).toBe('ambiguous');
    for (const text of ['gratis', '1.2.3', '12e3', '1.23.456', 'Rp', '', '--5']) {
      expect(readNumberText(text)).withContext(text).toBe('unreadable');
    }
  });

  it('takes the point of a number cell as a decimal point', () => {
    expect(readNumberText('1.234')).toBe(1_234);
    expect(readNumberText('1.234', true)).toBe(1.234);
  });

  it('reads back what an Indonesian Excel shows', () => {
    const shown = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (cents) => {
        expect(readNumberText(shown.format(cents / 100))).toBeCloseTo(cents / 100, 6);
      }),
    );
  });
});
