import { entryTitle, homeName, shortName } from './entry-title.ts';

describe('the title of an entry', () => {
  it('leads with the acronym, and does not say it twice', () => {
    expect(entryTitle({ acronym: 'PECUT', name: 'Pelayanan Cepat Tunggu di Tempat' })).toBe(
      'PECUT, Pelayanan Cepat Tunggu di Tempat',
    );
    expect(entryTitle({ acronym: 'MSC 9–11', name: 'Minggu Senyum Ceria, MSC 9–11' })).toBe(
      'Minggu Senyum Ceria, MSC 9–11',
    );
    expect(entryTitle({ acronym: '', name: 'Loket Sore' })).toBe('Loket Sore');
    expect([
      shortName({ acronym: 'PECUT', name: 'x' }),
      shortName({ acronym: '', name: 'Loket Sore' }),
    ]).toEqual(['PECUT', 'Loket Sore']);
  });

  it('names the home once', () => {
    const home = (unit: string, kabupaten: string): string =>
      homeName({ unit: { name: unit }, kabupaten: { name: kabupaten } });
    expect(home('Kecamatan Sebulu', 'Kutai Kartanegara')).toBe('Kecamatan Sebulu, Kutai Kartanegara');
    expect(home('Kabupaten Bekasi', 'Bekasi')).toBe('Kabupaten Bekasi');
    expect(home('', 'Bekasi')).toBe('Bekasi');
  });
});
