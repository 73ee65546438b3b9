import { headTitle } from './head-title.ts';

/** Titles as the law names them: UU 23/2014 art. 213–225, PP 18/2016, PP 72/2019 (hospitals are led by a director). */
describe('what the head of an office is called', () => {
  const title = (kind: string, name: string) => headTitle({ kind, name });

  it('is camat for a kecamatan, with or without the word in its name', () => {
    expect(title('kecamatan', 'Kecamatan Tabang')).toBe('Camat Tabang');
    expect(title('kecamatan', 'Tabang')).toBe('Camat Tabang');
  });

  it('is kepala for a dinas, a badan and a bagian', () => {
    expect(title('skpd', 'Dinas Pendidikan dan Kebudayaan')).toBe('Kepala Dinas Pendidikan dan Kebudayaan');
    expect(title('bagian', 'Bagian Organisasi')).toBe('Kepala Bagian Organisasi');
  });

  it('is its own word for the secretariats, the inspectorate and the hospital', () => {
    expect(title('skpd', 'Sekretariat Daerah')).toBe('Sekretaris Daerah');
    expect(title('skpd', 'Sekretariat DPRD')).toBe('Sekretaris DPRD');
    expect(title('skpd', 'Inspektorat Daerah')).toBe('Inspektur Daerah');
    expect(title('skpd', 'RSUD Aji Muhammad Parikesit')).toBe('Direktur RSUD Aji Muhammad Parikesit');
    expect(title('skpd', 'Rumah Sakit Umum Daerah Dayaku Raja')).toBe(
      'Direktur Rumah Sakit Umum Daerah Dayaku Raja',
    );
  });

  it('is nothing for the kabupaten, which elects its own', () => {
    expect(title('kabupaten', 'Kutai Kartanegara')).toBeNull();
  });
});
