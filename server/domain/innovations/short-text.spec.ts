import { shortText } from './short-text.ts';

describe('a text on a sheet with little room', () => {
  it('stays whole where it fits', () => {
    expect(shortText('Warga datang  sekali.\nLalu pulang.', 5)).toBe('Warga datang sekali. Lalu pulang.');
    expect(shortText('', 5)).toBe('');
  });

  it('ends with a sentence that fits', () => {
    expect(shortText('Warga datang sekali. Berkas diperiksa di desa sebelum berangkat. Selesai.', 8)).toBe(
      'Warga datang sekali.',
    );
  });

  it('is cut between words where the first sentence is too long already', () => {
    expect(shortText('satu dua tiga empat lima', 3)).toBe('satu dua tiga …');
  });

  it('does not end inside a number or an hour', () => {
    expect(shortText('Buka pukul 09.00 sampai 11.00 WIB. Gratis bagi semua warga.', 6)).toBe(
      'Buka pukul 09.00 sampai 11.00 WIB.',
    );
  });
});
