import { defaultLines, officeName } from './letterhead-lines.ts';

describe('the lines of a letterhead that nobody has set', () => {
  const kutai = { name: 'Kutai Kartanegara', kind: 'kabupaten' };

  it('name the government first, then the office', () => {
    expect(defaultLines([kutai])).toEqual(['PEMERINTAH KABUPATEN KUTAI KARTANEGARA']);
    expect(defaultLines([kutai, { name: 'Muara Kaman', kind: 'kecamatan' }])).toEqual([
      'PEMERINTAH KABUPATEN KUTAI KARTANEGARA',
      'KECAMATAN MUARA KAMAN',
    ]);
    expect(
      defaultLines([
        kutai,
        { name: 'Tenggarong', kind: 'kecamatan' },
        { name: 'Kelurahan Melayu', kind: 'kelurahan' },
      ]),
    ).toEqual(['PEMERINTAH KABUPATEN KUTAI KARTANEGARA', 'KECAMATAN TENGGARONG', 'KELURAHAN MELAYU']);
  });

  it('never say a kind twice, and leave the names of offices alone', () => {
    expect(officeName({ name: 'Kabupaten Bekasi', kind: 'kabupaten' })).toBe('Kabupaten Bekasi');
    expect(officeName({ name: 'Dinas Kesehatan', kind: 'skpd' })).toBe('Dinas Kesehatan');
    // "Desakota" is a name and no kind.
    expect(officeName({ name: 'Desakota', kind: 'desa' })).toBe('Desa Desakota');
  });

  it('are four at most: the government and the three offices nearest to the unit', () => {
    const below = ['A', 'B', 'C', 'D'].map((name) => ({ name, kind: 'skpd' }));
    expect(defaultLines([kutai, ...below])).toEqual([
      'PEMERINTAH KABUPATEN KUTAI KARTANEGARA',
      'B',
      'C',
      'D',
    ]);
    expect(defaultLines([])).toEqual([]);
  });
});
