import { dateFormat, numberFormat } from './kept-intl.ts';

describe('kept formatters', () => {
  it('are one for the same options, and another for others', () => {
    const two = numberFormat('id-ID', { minimumFractionDigits: 2 });
    expect(numberFormat('id-ID', { minimumFractionDigits: 2 })).toBe(two);
    expect(two.format(1234.5)).toBe('1.234,50');
    expect(numberFormat('en-GB', { minimumFractionDigits: 2 }).format(1234.5)).toBe('1,234.50');
    expect(numberFormat('id-ID', { minimumFractionDigits: 1 }).format(1234.5)).toBe('1.234,5');
    const day = new Date('2026-11-21T20:00:00Z');
    const inZone = (timeZone: string): string =>
      dateFormat('id-ID', { timeZone, dateStyle: 'short' }).format(day);
    expect([inZone('UTC'), inZone('Asia/Jakarta'), inZone('UTC')]).toEqual([
      '21/11/26',
      '22/11/26',
      '21/11/26',
    ]);
    expect(() => dateFormat('id-ID', { timeZone: 'Bulan/Kawah' })).toThrowError(RangeError);
  });
});
