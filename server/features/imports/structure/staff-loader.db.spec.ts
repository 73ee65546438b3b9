import { countsOf, useImports } from '../loading/import-file.testing.ts';

describe('staff by file', () => {
  const { load, rows } = useImports();

  const HEADER = 'kode;nama;nip;jenis kepegawaian;unit;titik layanan;mulai;sampai';

  it('is added and changed by its code; what the file does not have stays as it was', async () => {
    const lines = [
      HEADER,
      'p-1;Siti Contoh;1990 0000 2020 001001;PNS;sebulu;Titik Desa;2026-01-02;',
      'p-2;Budi Contoh;;honorer;sebulu;;;2026-06-30',
    ];
    expect(countsOf(await load({ dataset: 'staff', lines }))).toEqual([2, 2, 0, 0, 0]);
    expect(countsOf(await load({ dataset: 'staff', lines }))).toEqual([2, 0, 0, 2, 0]);
    const shorter = ['kode;nama;jenis_kepegawaian;unit', 'p-1;Siti Aminah Contoh;pppk;sebulu'];
    expect(countsOf(await load({ dataset: 'staff', lines: shorter }))).toEqual([1, 0, 1, 0, 0]);
    expect(
      await rows(
        `select code, name, nip, employment, service_point as point, valid_from::text as first, valid_to::text as last
           from staff_members where kabupaten_code = ? order by code`,
      ),
    ).toEqual([
      {
        code: 'p-1',
        name: 'Siti Aminah Contoh',
        nip: '199000002020001001',
        employment: 'pppk',
        point: 'Titik Desa',
        first: '2026-01-02',
        last: null,
      },
      {
        code: 'p-2',
        name: 'Budi Contoh',
        nip: null,
        employment: 'non-asn',
        point: null,
        first: '1900-01-01',
        last: '2026-06-30',
      },
    ]);
  });

  it('is refused with a NIP that a spreadsheet rounded, an unknown unit, or days the wrong way round', async () => {
    const result = await load({
      dataset: 'staff',
      lines: [
        HEADER,
        'p-3;Satu;1,99E+17;pns;sebulu;;;',
        'p-4;Dua;;pns;tidak-ada;;;',
        'p-5;Tiga;;pns;sebulu;;2026-05-01;2026-04-30',
        'p-6;Empat;;magang;sebulu;;;',
      ],
    });
    expect(countsOf(result)).toEqual([4, 0, 0, 0, 4]);
    expect(result.errors.map(({ code }) => code)).toEqual([
      'nip-not-18-digits',
      'unit-unknown',
      'ends-before-start',
      'choice-unknown',
    ]);
  });
});
