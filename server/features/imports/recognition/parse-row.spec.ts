import type { ImportMapping } from '#contract/import-mapping';
import { SERVICE_CASES } from './datasets/case-columns.ts';
import { COMPLAINTS } from './datasets/complaint-columns.ts';
import { fieldIndex, type DatasetDefinition, type FieldValue } from './dataset-columns.ts';
import { compileMapping } from './mapping.ts';
import { compileRowParser, wasDateOnly, type ParsedRow } from './parse-row.ts';
import { SURVEY_RESPONSES } from './datasets/survey-columns.ts';

const NOW = Date.UTC(2026, 2, 20);

function parser(
  definition: DatasetDefinition,
  header: readonly string[],
  mapping: ImportMapping | null,
  timeZone: string,
) {
  const plan = compileMapping(definition, header, mapping);
  if (!plan.ok) throw new Error(plan.errors.map(({ message }) => message).join('\n'));
  return compileRowParser(definition, plan.value, { timeZone, now: NOW });
}

/** Parses one value of a service case; the other required ones are constants. */
function one(
  field: string,
  value: string,
  more: ImportMapping = {},
  timeZone = 'Asia/Makassar',
  plain?: readonly number[],
) {
  const constants: Record<string, string> = {
    number: '1',
    unit: 'a',
    service: 'b',
    receivedAt: '2026-03-01',
  };
  delete constants[field];
  // A second column, so that an empty value does not make the row blank.
  const parse = parser(
    SERVICE_CASES,
    ['x', 'titik_layanan'],
    { columns: { [field]: 'x' }, constants, ...more },
    timeZone,
  );
  return parse([value, 's'], plain);
}
function value(
  field: string,
  text: string,
  more: ImportMapping = {},
  timeZone?: string,
  plain?: readonly number[],
): FieldValue {
  const row = one(field, text, more, timeZone, plain);
  if (row?.ok !== true) throw new Error(JSON.stringify(row));
  return row.fields[fieldIndex(SERVICE_CASES, field)] ?? null;
}
function message(field: string, text: string, more: ImportMapping = {}): string {
  const row = one(field, text, more);
  return row === null || row.ok ? 'ok' : row.errors.map((error) => error.message).join(' ');
}

describe('compileRowParser', () => {
  it('reads local times in the zone of the kabupaten or of the mapping', () => {
    expect(value('completedAt', '2026-03-17 08:05')).toBe('2026-03-17T00:05:00Z');
    expect(value('completedAt', '17/03/2026 08:05', {}, 'Asia/Jayapura')).toBe('2026-03-16T23:05:00Z');
    expect(value('completedAt', '20 Agustus 2021 07:15', { timeZone: 'Asia/Jakarta' })).toBe(
      '2021-08-20T00:15:00Z',
    );
    expect(value('completedAt', '2026-03-17 00:05', { timeZone: 'UTC' })).toBe('2026-03-17T00:05:00Z');
    expect(value('completedAt', '2026-03-17T08:05:30.5+07:00')).toBe('2026-03-17T01:05:30.500Z');
  });

  it('reads the format of the mapping, with daylight saving', () => {
    const luar = { dateFormat: 'MM/dd/yyyy hh:mm:ss a', timeZone: 'America/New_York' };
    expect(value('completedAt', '01/05/2015 12:40:41 PM', luar)).toBe('2015-01-05T17:40:41Z');
    expect(value('completedAt', '07/05/2015 12:40:41 PM', luar)).toBe('2015-07-05T16:40:41Z');
    expect(message('completedAt', '31/12/2015 01:00:00 PM', luar)).toBe(
      'tanggal 31/12/2015 01:00:00 PM tidak ada.',
    );
    expect(message('completedAt', 'besok', luar)).toBe(
      'tanggal “besok” tidak sesuai format MM/dd/yyyy hh:mm:ss a.',
    );
    // A date cell of a sheet is ISO text already.
    expect(value('completedAt', '2015-07-05T12:40:41', luar)).toBe('2015-07-05T16:40:41Z');
  });

  it('keeps that only a date was written, also in a constant', () => {
    const dateOnly = one('dueAt', '25/03/2026') as ParsedRow;
    expect(dateOnly.fields[fieldIndex(SERVICE_CASES, 'dueAt')]).toBe('2026-03-24T16:00:00Z');
    expect(wasDateOnly(dateOnly, fieldIndex(SERVICE_CASES, 'dueAt'))).toBeTrue();
    expect(wasDateOnly(dateOnly, fieldIndex(SERVICE_CASES, 'receivedAt'))).toBeTrue();
    const withTime = one('dueAt', '25/03/2026 16:00') as ParsedRow;
    expect(wasDateOnly(withTime, fieldIndex(SERVICE_CASES, 'dueAt'))).toBeFalse();
  });

  it('says what is wrong with a date', () => {
    expect(message('completedAt', '31/02/2026')).toBe('tanggal 31/02/2026 tidak ada.');
    expect(message('completedAt', '12/31/2026')).toContain(
      'tanggal 12/31/2026 tidak terbaca sebagai hari/bulan/tahun',
    );
    expect(message('completedAt', '46098')).toBe(
      '“46098” adalah angka, bukan tanggal; atur format selnya sebagai tanggal di Excel.',
    );
    expect(message('completedAt', '17/03/26')).toContain('hanya dua angka');
    expect(message('completedAt', '01/05/2015 12:40:41 PM')).toContain('AM/PM');
    expect(message('completedAt', '2026-03-17 25:00')).toContain('jam pada “2026-03-17 25:00” tidak ada');
    expect(message('completedAt', '1989-12-31')).toContain('sebelum 1990');
    expect(message('completedAt', '2027-03-21')).toBe('ok');
    expect(message('completedAt', '2027-03-23')).toContain('lebih dari setahun di depan');
  });

  it('reads numbers, yes and no, and statuses in their spellings', () => {
    expect(value('fee', 'Rp 10.000')).toBe(10_000);
    expect(value('fee', '1.234')).toBe(1_234);
    expect(value('fee', '1.234', {}, 'Asia/Makassar', [0])).toBe(1.234);
    expect(message('fee', '10,000')).toContain('bermakna ganda');
    expect(message('fee', '-1')).toContain('di luar 0 sampai');
    expect(message('visits', '1,5')).toContain('bukan bilangan bulat');
    expect(['ya', 'TRUE', '1', 'Tidak', 'false', '0'].map((text) => value('preparedOnline', text))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(message('preparedOnline', 'mungkin')).toBe('“mungkin” bukan ya atau tidak.');
    expect(value('status', ' DALAM PROSES ')).toBe('diproses');
    expect(message('status', 'seleasi')).toBe('status “seleasi” tidak dikenal; apakah maksudnya “selesai”?');
    const complaint = parser(
      COMPLAINTS,
      ['nomor', 'unit', 'diterima', 'status', 'pelapor_puas'],
      null,
      'Asia/Makassar',
    );
    for (const spelling of ['dibuka kembali', 'Dibuka-Kembali', 'DIBUKA_KEMBALI']) {
      const row = complaint(['1', 'a', '2026-03-17', spelling, 'tidak puas']) as ParsedRow;
      expect(row.fields[fieldIndex(COMPLAINTS, 'status')]).toBe('dibuka-kembali');
      expect(row.fields[fieldIndex(COMPLAINTS, 'reporterSatisfied')]).toBeFalse();
    }
  });

  it('translates values before it reads them', () => {
    const more: ImportMapping = { values: { status: { Closed: 'selesai', 'n/a': null } } };
    expect(value('status', ' closed', more)).toBe('selesai');
    expect(value('status', 'N/A', more)).toBeNull();
    expect(value('status', 'ditolak', more)).toBe('ditolak');
  });

  it('tells blank from missing', () => {
    expect(value('completedAt', '-')).toBeNull();
    expect(value('staff', '-')).toBe('-');
    expect(message('receivedAt', '')).toBe('kolom “x” wajib diisi.');
    const parse = parser(
      SERVICE_CASES,
      ['nomor', 'unit', 'layanan', 'diterima', 'catatan'],
      null,
      'Asia/Makassar',
    );
    expect(parse(['', ' ', '', '', 'Isi seperti contoh'])).toBeNull();
    expect(parse(['1', 'a', 'b', '2026-03-17', '', 'x'])).toEqual({
      ok: false,
      errors: [jasmine.objectContaining({ code: 'too-many-columns' })],
    });
  });

  it('collects all faults of a row with the header of the file', () => {
    const parse = parser(
      SERVICE_CASES,
      ['Nomor', 'Unit', 'Layanan', 'Waktu\nDiterima', 'Biaya (Rp)'],
      null,
      'Asia/Makassar',
    );
    const row = parse(['', 'a', '#N/A', '31/02/2026', 'gratis']);
    expect(row?.ok === false ? row.errors.map(({ column, code }) => [column, code]) : row).toEqual([
      ['Nomor', 'value-missing'],
      ['Layanan', 'cell-error'],
      ['Waktu Diterima', 'date-impossible'],
      ['Biaya (Rp)', 'number-unreadable'],
    ]);
  });

  it('refuses texts that the database cannot hold', () => {
    expect(message('staff', 'a\0b')).toContain('tidak dapat disimpan');
    expect(message('staff', 'a\ud800b')).toContain('tidak dapat disimpan');
    expect(message('staff', 'x'.repeat(201))).toContain('201 karakter, paling banyak 200');
  });

  it('takes the day of a moment in the zone of the kabupaten', () => {
    const survey = (timeZone: string | undefined, text: string): FieldValue | undefined => {
      const header = [
        'no',
        'instrumen',
        'unit',
        'layanan',
        'tanggal',
        ...Array.from({ length: 9 }, (_unused, index) => `u${index + 1}`),
      ];
      const parse = parser(
        SURVEY_RESPONSES,
        header,
        timeZone === undefined ? null : { timeZone },
        'Asia/Jakarta',
      );
      const row = parse(['1', 'permenpanrb-14-2017', 'a', 'b', text, ...'333333333']) as ParsedRow;
      return row.fields[fieldIndex(SURVEY_RESPONSES, 'date')];
    };
    expect(survey(undefined, '2024-05-24 23:53:29')).toBe('2024-05-24');
    expect(survey('UTC', '2024-05-24 23:53:29')).toBe('2024-05-25');
    expect(survey('UTC', '2024-05-24')).toBe('2024-05-24');
  });

  it('rejects blank answers, answers outside 1–4, and answers that the instrument does not have', () => {
    const header = [
      'no',
      'instrumen',
      'unit',
      'layanan',
      'tanggal',
      ...Array.from({ length: 14 }, (_unused, index) => `u${index + 1}`),
      'jk',
    ];
    const parse = parser(SURVEY_RESPONSES, header, null, 'Asia/Jakarta');
    const row = (instrument: string, answers: string[]) => {
      const result = parse([
        '1',
        instrument,
        'a',
        'b',
        '2026-03-17',
        ...answers,
        ...Array<string>(14 - answers.length).fill(''),
        'Perempuan',
      ]);
      return result === null || result.ok
        ? (result?.fields[fieldIndex(SURVEY_RESPONSES, 'sex')] ?? null)
        : result.errors[0]?.message;
    };
    expect(row('permenpanrb-14-2017', [...'333333333'])).toBe('P');
    expect(row('kep-25-2004', [...'33333333333333'])).toBe('P');
    expect(row('permenpanrb-14-2017', [...'33333333'])).toBe(
      'jawaban u9 kosong; instrumen permenpanrb-14-2017 menanyakan 9 unsur.',
    );
    expect(row('permenpanrb-14-2017', [...'3333333333'])).toContain('u10 terisi');
    expect(row('permenpanrb-14-2017', [...'333533333'])).toBe('u4 “5” di luar 1 sampai 4.');
    expect(row('skm 2017', [...'333333333'])).toBe('P');
  });

  it('does not mix the names of one instrument with the numbers of another', () => {
    const names = [
      'Persyaratan',
      'Prosedur',
      'Waktu penyelesaian',
      'Biaya/tarif',
      'Produk',
      'Kompetensi',
      'Perilaku',
      'Sarana dan prasarana',
      'Penanganan pengaduan',
    ];
    const parse = parser(
      SURVEY_RESPONSES,
      ['no', 'instrumen', 'unit', 'layanan', 'tanggal', ...names],
      null,
      'Asia/Jakarta',
    );
    const good = parse(['1', 'permenpanrb-14-2017', 'a', 'b', '2026-03-17', ...'333333312']) as ParsedRow;
    expect(good.fields[fieldIndex(SURVEY_RESPONSES, 'u8')]).toBe(2);
    expect(good.fields[fieldIndex(SURVEY_RESPONSES, 'u9')]).toBe(1);
    const other = parse(['1', 'permenpanrb-16-2014', 'a', 'b', '2026-03-17', ...'333333312']);
    expect(other?.ok === false ? other.errors[0]?.code : other).toBe('instrument-differs');
  });
});
