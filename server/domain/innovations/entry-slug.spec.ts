import { entrySlug, freeSlug } from './entry-slug.ts';

describe('the address of an entry', () => {
  it('is made of its acronym and its name', () => {
    expect(entrySlug('Pelayanan Cepat Tunggu di Tempat', 'PECUT')).toBe(
      'pecut-pelayanan-cepat-tunggu-di-tempat',
    );
    expect(entrySlug('PECUT: Pelayanan Cepat', 'PECUT')).toBe('pecut-pelayanan-cepat');
    expect(entrySlug('Minggu Senyum Ceria 9–11')).toBe('minggu-senyum-ceria-9-11');
  });

  it('is cut at a word, and is never empty', () => {
    const slug = entrySlug(
      'Pelayanan administrasi kependudukan terpadu keliling desa pada hari libur nasional',
    );
    expect(slug).toBe('pelayanan-administrasi-kependudukan-terpadu-keliling-desa');
    expect(entrySlug('…')).toBe('inovasi');
    expect(entrySlug('x'.repeat(90)).length).toBe(60);
  });

  it('is made unique by a number', () => {
    expect(freeSlug('pecut', new Set(['pecut-2']))).toBe('pecut');
    expect(freeSlug('pecut', new Set(['pecut', 'pecut-2']))).toBe('pecut-3');
  });
});
