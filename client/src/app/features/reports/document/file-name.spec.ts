import { nameIn } from './file-name.ts';

describe('name of a report file', () => {
  it('is the one that the server gives', () => {
    expect(nameIn('attachment; filename="laporan_a_b.pdf"; filename*=UTF-8\'\'laporan_%C3%A1_b.pdf')).toBe(
      'laporan_á_b.pdf',
    );
    expect(nameIn('attachment; filename="laporan.pdf"')).toBe('laporan.pdf');
    expect(nameIn(null)).toBeNull();
  });
});
