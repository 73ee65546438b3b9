import { DATASETS } from '#contract/imports';
import {
  DATASET_DEFINITIONS,
  findDatasetDefinition,
  headerScore,
  recogniseColumns,
} from './recognise-columns.ts';
import { SERVICE_CASES } from './datasets/case-columns.ts';
import { COMPLAINTS } from './datasets/complaint-columns.ts';
import { SURVEY_RESPONSES } from './datasets/survey-columns.ts';
import { findUnsurColumns } from './datasets/unsur-columns.ts';
import type { DatasetDefinition } from './dataset-columns.ts';

function fields(definition: DatasetDefinition, header: string[]): (string | null)[] {
  const { columnsByField } = recogniseColumns(definition, header);
  return header.map(
    (_name, index) => [...columnsByField].find(([, columns]) => columns.includes(index))?.[0] ?? null,
  );
}

describe('recogniseColumns', () => {
  // Word by word from the contract, “Datasets for import”.
  const CONTRACT: readonly [DatasetDefinition, string][] = [
    [
      SERVICE_CASES,
      'nomor/number, unit, layanan/service, kanal/channel, titik_layanan/servicePoint, diterima/receivedAt, dicatat/recordedAt, selesai/completedAt, tenggat/dueAt, status, petugas/staff, kunjungan/visits, pra_daring/preparedOnline, biaya/fee',
    ],
    [
      COMPLAINTS,
      'nomor/number, unit, kecamatan, layanan/service, kanal/channel, klasifikasi/class, kategori/category, isi/text, diterima/receivedAt, diverifikasi/verifiedAt, ditanggapi/firstResponseAt, selesai/resolvedAt, ditutup/closedAt, tenggat/dueAt, status, pelapor_puas/reporterSatisfied',
    ],
    [
      SURVEY_RESPONSES,
      'nomor/number, instrumen/instrument, unit, layanan/service, tanggal/date, u1, u9, u14, jenis_kelamin/sex, usia/age, pendidikan/education, pekerjaan/occupation, saran/suggestion',
    ],
  ];

  it('knows every name of the contract in both languages', () => {
    for (const [definition, list] of CONTRACT) {
      for (const names of list.split(', ')) {
        const parts = names.split('/');
        const english = parts.at(-1);
        for (const name of parts) {
          expect(fields(definition, [name]))
            .withContext(`${definition.name} ${name}`)
            .toEqual([english ?? '']);
          expect(fields(definition, [name.toUpperCase().replace('_', ' ')])).toEqual([english ?? '']);
        }
      }
    }
  });

  it('defines every dataset once, without two columns of the same name', () => {
    expect(DATASET_DEFINITIONS.map(({ name }) => name)).toEqual([...DATASETS]);
    for (const definition of DATASET_DEFINITIONS) {
      for (const column of definition.columns) {
        for (const name of column.names)
          expect(fields(definition, [name]))
            .withContext(name)
            .toEqual([column.field]);
      }
    }
    expect(findDatasetDefinition('pauses-x')).toBeNull();
  });

  it('reads the headers of an existing survey application', () => {
    const header = [
      'NO',
      'TANGGAL',
      'JAM',
      'JENIS KELAMIN',
      'USIA',
      'PENDIDIKAN',
      'PEKERJAAN',
      'U1',
      'U9',
      'SARAN',
      '',
      'Format Kolom',
    ];
    expect(fields(SURVEY_RESPONSES, header)).toEqual([
      'number',
      'date',
      'hours',
      'sex',
      'age',
      'education',
      'occupation',
      'u1',
      'u9',
      'suggestion',
      null,
      null,
    ]);
  });

  it('looks through parentheses, stars and the upper of two header rows', () => {
    expect(fields(SERVICE_CASES, ['Nomor *', 'Biaya (Rp)', 'Waktu\nDiterima', 'Tanggal\nSelesai'])).toEqual([
      'number',
      'fee',
      'receivedAt',
      'completedAt',
    ]);
  });

  it('scores a header above titles and rows of data', () => {
    const score = headerScore(SERVICE_CASES, ['OPEN_DT']);
    expect(score(['REKAP 2026', '', ''])).toBe(0);
    expect(score(['nomor', 'unit', 'open dt'])).toBe(3);
    expect(score(['1', '64.02.07', 'selesai'])).toBe(1);
  });
});

describe('findUnsurColumns', () => {
  it('tells the unsur of 2017 by name, whatever their order', () => {
    const { numberByColumn, instrument, warnings } = findUnsurColumns(
      ['no', 'Persyaratan', 'Prosedur', 'Sarana dan Prasarana', 'Penanganan pengaduan', 'Perilaku Pelaksana'],
      null,
    );
    expect([...numberByColumn]).toEqual([
      [1, 1],
      [2, 2],
      [3, 9],
      [4, 8],
      [5, 7],
    ]);
    expect(instrument).toBe('permenpanrb-14-2017');
    expect(warnings).toEqual([]);
  });

  it('lets the name decide over the number, and says so', () => {
    const { numberByColumn, warnings } = findUnsurColumns(
      ['U1 Persyaratan', 'U8. Sarana dan prasarana', 'U9 - Penanganan pengaduan, saran dan masukan'],
      'permenpanrb-14-2017',
    );
    expect([...numberByColumn]).toEqual([
      [0, 1],
      [1, 9],
      [2, 8],
    ]);
    expect(warnings).toEqual([
      'Kolom “U8. Sarana dan prasarana” dibaca sebagai u9 menurut namanya, bukan menurut nomornya.',
      'Kolom “U9 - Penanganan pengaduan, saran dan masukan” dibaca sebagai u8 menurut namanya, bukan menurut nomornya.',
    ]);
  });

  it('warns about U8 and U9 when there are only numbers, not for fourteen unsur', () => {
    const numbered = (count: number): string[] =>
      Array.from({ length: count }, (_unused, index) => `U${index + 1}`);
    expect(findUnsurColumns(numbered(9), null).warnings.length).toBe(1);
    expect(findUnsurColumns(numbered(9), null).warnings[0]).toContain('Banyak kuesioner menukar keduanya');
    expect(findUnsurColumns(numbered(14), null).warnings).toEqual([]);
  });

  it('uses the order of the regulation that is meant', () => {
    const header = ['Prosedur', 'Persyaratan', 'Kedisiplinan petugas', 'Keadilan', 'Keamanan'];
    expect([...findUnsurColumns(header, null).numberByColumn.values()]).toEqual([1, 2, 4, 8, 14]);
    expect([
      ...findUnsurColumns(
        ['Maklumat pelayanan', 'Penanganan pengaduan'],
        'permenpanrb-16-2014',
      ).numberByColumn.values(),
    ]).toEqual([8, 9]);
  });

  it('does not take other columns for unsur', () => {
    expect([...findUnsurColumns(['Usia', 'Unit', 'U', 'Umur 17', 'Saran'], null).numberByColumn]).toEqual([]);
  });
});
