import { printable } from './printable.ts';

describe('words on paper', () => {
  it('keep what the font can write', () => {
    const words = 'Rp 1.234,5 – “Sanga-Sanga” é ü · 90\u00a0% … −2';
    expect(printable(words)).toBe(words);
  });

  it('are told with other signs where the font has none', () => {
    expect(printable('≤ 5 → 7')).toBe('<= 5 -> 7');
    expect(printable('Σ bobot / Σ n')).toBe('Jumlah bobot / jumlah n');
    expect(printable('ş ħ ỗ')).toBe('s  o');
    expect(printable('selesai 🎉\u0007')).toBe('selesai ');
    expect(printable('2\u202fhari')).toBe('2\u00a0hari');
  });
});
