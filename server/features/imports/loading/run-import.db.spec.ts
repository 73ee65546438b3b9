import { join } from 'node:path';
import type { Summary } from '#contract/measures';
import { ROLLUP_FAMILIES } from '../../../commands/loaders.ts';
import { verifyRollups } from '../../../platform/database/rollups/verify-rollups.repository.ts';
import {
  CASES,
  HEADER,
  countsOf,
  importFile,
  writeWorkbook,
  writeZip,
  useImports,
} from './import-file.testing.ts';

/** Files on their way in: what is refused, what is created, what is kept of a trial. */
describe('an import', () => {
  const { dataVersion, kabupaten, load, product, rows } = useImports();

  it('names the first row of a repeated key', async () => {
    const result = await load({
      dataset: 'service-cases',
      lines: [...CASES, CASES[1] ?? '', '9;sebulu;kk;;2026-03-02;;;;', '1;SEBULU;kk;;2026-03-09;;;;'],
    });
    expect(countsOf(result)).toEqual([6, 4, 0, 0, 2]);
    expect(result.errors.map(({ row, column, code: fault }) => [row, column, fault])).toEqual([
      [5, 'nomor', 'key-repeated'],
      [7, 'nomor', 'key-repeated'],
    ]);
    for (const { message } of result.errors) expect(message).toContain('baris 2');
  });

  it('refuses completion before receipt, and takes a day without a time as it is meant', async () => {
    const result = await load({
      dataset: 'service-cases',
      lines: [
        HEADER,
        '1;sebulu;kk;;2026-03-02 09:00;2026-03-02 08:59;selesai;;',
        '2;sebulu;kk;;2026-03-02 09:00;2026-03-02;selesai;;',
        '3;sebulu;kk;;2026-03-02 09:00;2026-03-01;selesai;;',
      ],
    });
    expect(countsOf(result)).toEqual([3, 1, 0, 0, 2]);
    expect(result.errors.map((error) => [error.row, error.code])).toEqual([
      [2, 'completed-before-received'],
      [4, 'completed-before-received'],
    ]);
  });

  it('keeps a deadline that is a day until the end of that day', async () => {
    const lines = [
      'nomor;unit;layanan;diterima;selesai;tenggat',
      '1;sebulu;umum;2026-03-02 09:00;2026-03-05 23:59;2026-03-05',
      '2;sebulu;umum;2026-03-02 09:00;2026-03-06 00:00;05/03/2026',
    ];
    await load({ dataset: 'service-cases', lines });
    expect(
      await rows(
        'select number, completed_at <= due_at as met from service_cases where kabupaten_code = ? order by number',
      ),
    ).toEqual([
      { number: '1', met: true },
      { number: '2', met: false },
    ]);
  });

  it('keeps nothing of a dry run but its result', async () => {
    const version = await dataVersion();
    const result = await load({
      dataset: 'service-cases',
      dryRun: true,
      mapping: { createMissing: ['unit'] },
      lines: [...CASES, '1;Dinas Baru;kk;;2026-03-03;;;;', '5;sebulu;tidak-ada;;2026-03-03;;;;'],
    });
    expect(countsOf(result)).toEqual([5, 4, 0, 0, 1]);
    expect([result.status, result.dryRun, result.created.length]).toEqual(['succeeded', true, 1]);
    for (const table of ['service_cases', 'service_rollups', 'record_changes'])
      expect(await rows(`select 1 from ${table} where kabupaten_code = ?`))
        .withContext(table)
        .toEqual([]);
    expect(await rows(`select 1 from units where kabupaten_code = ? and name = 'Dinas Baru'`)).toEqual([]);
    expect(await dataVersion()).toBe(version);
  });

  it('creates what the mapping allows, and finds it later by code or name', async () => {
    const mapping = { createMissing: ['unit', 'service', 'channel'] };
    const lines = [
      HEADER,
      '1; Public Works Department ;Pothole Repair;CityApp;2026-03-03;;;;',
      '2;public works department;pothole repair;cityapp;2026-03-03;;;;',
    ];
    const result = await load({ dataset: 'service-cases', lines, mapping });
    expect(countsOf(result)).toEqual([2, 2, 0, 0, 0]);
    expect(result.created).toEqual([
      { kind: 'unit', code: 'public-works-department', name: 'Public Works Department' },
      { kind: 'service', code: 'pothole-repair', name: 'Pothole Repair' },
      { kind: 'channel', code: 'CityApp', name: 'CityApp' },
    ]);
    const again = await load({
      dataset: 'service-cases',
      mapping,
      lines: [
        HEADER,
        '1;public-works-department;Pothole Repair;CityApp;2026-03-03;;;;',
        '3;Public Works Department;pothole-repair;CityApp;2026-03-03;;;;',
      ],
    });
    expect([countsOf(again), again.created]).toEqual([[2, 1, 0, 1, 0], []]);
    const without = await load({
      dataset: 'service-cases',
      lines: [HEADER, '4;Public Works Departement;kk;;2026-03-03;;;;'],
    });
    expect(without.errors[0]?.message).toContain('Public Works Department');
    expect(countsOf(without)).toEqual([1, 0, 0, 0, 1]);
  });

  it('moves the kabupaten’s own records aside when the first unit below it appears', async () => {
    const lone = `${kabupaten()}-tunggal`;
    await product().addKabupaten(lone, 'Asia/Jakarta');
    await product().addPerson(lone, { role: 'bupati', kabupaten: lone });
    const records = { kabupaten: lone, dataset: 'service-cases' as const };
    await importFile(product(), { ...records, lines: ['nomor;layanan;diterima', '1;kk;2026-03-02'] });
    await importFile(product(), {
      ...records,
      mapping: { createMissing: ['unit'] },
      lines: ['nomor;unit;layanan;diterima', '1;Dinas Baru;kk;2026-03-02'],
    });
    const caller = await product().signIn(lone);
    const received = async (unit: string) =>
      (await caller.read<Summary>(`/measures/summary?unit=${unit}&from=2026-03-01&to=2026-03-31`)).volume
        .received;
    expect([await received(lone), await received('dinas-baru')]).toEqual([2, 1]);
    expect(await verifyRollups(product().database.application, ROLLUP_FAMILIES)).toEqual([]);
  });

  it('reads a workbook with a title and a header of merged cells', async () => {
    const path = join(product().dataDir, 'judul.xlsx');
    await writeWorkbook(
      path,
      [
        ['Laporan Pelayanan Triwulan I 2026', '', '', '', ''],
        ['Nomor', 'Unit', 'Layanan', 'Waktu', ''],
        ['', '', '', 'Diterima', 'Selesai'],
        ['1', 'sebulu', 'kk', '02/03/2026 09:00', '02/03/2026 10:00'],
        ['', '', '', '', ''],
        ['2', 'dinas', 'kk', '03/03/2026 09:00', ''],
        ['Jumlah', '', '', '2', '1'],
      ],
      ['A1:E1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:E2'],
    );
    const result = await load({ dataset: 'service-cases', path });
    expect(countsOf(result)).toEqual([2, 2, 0, 0, 0]);
    expect(result.warnings.join(' ')).toContain('Baris 7 dilewati karena berisi jumlah');
    expect(
      await rows(
        `select number, to_char(received_at at time zone 'Asia/Makassar', 'DD HH24:MI') as at, citizen_seconds from service_cases where kabupaten_code = ? order by number`,
      ),
    ).toEqual([
      { number: '1', at: '02 09:00', citizen_seconds: 3600 },
      { number: '2', at: '03 09:00', citizen_seconds: null },
    ]);
  });

  it('warns that U8 and U9 are often swapped, unless they have names', async () => {
    const answers = (header: string) => [
      `nomor;unit;tanggal;u1;u2;u3;u4;u5;u6;u7;${header}`,
      '1;sebulu;2026-03-02;4;4;4;4;4;4;4;1;2',
      '2;sebulu;2026-03-02;4;4;4;4;4;4;4;;2',
    ];
    const numbered = await load({ dataset: 'survey-responses', lines: answers('u8;u9') });
    expect(
      numbered.warnings.filter((warning) => warning.includes('u8') && warning.includes('u9')).length,
    ).toBe(1);
    expect(numbered.warnings.some((warning) => warning.includes('permenpanrb-14-2017'))).toBeTrue();
    // A blank answer is rejected.
    expect([countsOf(numbered), numbered.errors[0]?.column]).toEqual([[2, 1, 0, 0, 1], 'u8']);
    const named = await load({
      dataset: 'survey-responses',
      lines: answers('U8 Sarana dan prasarana;U9 Penanganan pengaduan, saran dan masukan'),
    });
    expect(named.warnings.filter((warning) => warning.includes('hanya bernomor'))).toEqual([]);
    expect(
      await rows(
        'select answers[8] as complaints, answers[9] as facilities from survey_responses where kabupaten_code = ?',
      ),
    ).toEqual([{ complaints: 2, facilities: 1 }]);
  });

  it('refuses a whole file with a sentence when it cannot be read', async () => {
    const bomb = join(product().dataDir, 'bom.xlsx');
    await writeZip(bomb, {
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': Buffer.alloc(20_000_000, ' '),
    });
    expect((await load({ dataset: 'service-cases', path: bomb })).failure).toContain(
      'dimampatkan tidak wajar',
    );
    expect((await load({ dataset: 'service-cases', lines: [''] })).failure).toMatch(/kosong|judul kolom/);
    expect((await load({ dataset: 'service-cases', lines: ['nomor;unit', '1;sebulu'] })).failure).toMatch(
      /layanan.*diterima|diterima/,
    );
    expect(
      (await load({ dataset: 'service-cases', lines: [HEADER, `"1;sebulu;kk${'x'.repeat(1_100_000)}`] }))
        .failure,
    ).toContain('Tanda kutip');
    expect(
      (await load({ dataset: 'units', lines: ['kode;nama;jenis;induk', 'a;A;skpd;b', 'b;B;skpd;a'] }))
        .failure,
    ).toContain('melingkar');
    expect(
      (await load({ dataset: 'units', lines: ['kode;nama;jenis;induk', 'a;A;skpd;hilang'] })).failure,
    ).toContain('hilang');
    expect(await rows(`select 1 from units where kabupaten_code = ? and code in ('a', 'b')`)).toEqual([]);
  });

  it('rejects a row with characters that cannot be stored, and loads the others', async () => {
    // Far into the file: at its beginning such a character says that the file is no table at all.
    const many = Array.from(
      { length: 3_000 },
      (_, index) => `B-${index};sebulu;kk;tatap-muka;2026-03-03 09:00;2026-03-03 10:00;selesai;P-1;1`,
    );
    const result = await load({
      dataset: 'service-cases',
      lines: [HEADER, ...many, '7;sebulu;kk;;2026-03-03;;;P\u0000X;'],
    });
    expect([result.failure, countsOf(result)]).toEqual([null, [3_001, 3_000, 0, 0, 1]]);
    expect(
      await rows('select row_values[8] as staff from import_rejections where kabupaten_code = ?'),
    ).toEqual([{ staff: 'P\ufffdX' }]);
  });

  it('counts blank lines as nothing, and keeps odd text as it is', async () => {
    const odd = 'Ibu “Ñoño” 👩🏽‍⚕️ \\N \\t';
    const result = await load({
      dataset: 'complaints',
      lines: [
        'nomor;unit;diterima;isi',
        `1;sebulu;2026-03-02;"${odd}\nbaris dua\t;"`,
        '',
        ';;;',
        '2;sebulu;2026-03-02;\\.',
      ],
    });
    expect(countsOf(result)).toEqual([2, 2, 0, 0, 0]);
    expect(await rows('select body from complaints where kabupaten_code = ? order by number')).toEqual([
      { body: `${odd}\nbaris dua\t;` },
      { body: '\\.' },
    ]);
  });

  it('takes no longer because the tables are full of another kabupaten’s records', async () => {
    const many = (count: number) => [
      'nomor;unit;layanan;diterima;selesai',
      ...Array.from(
        { length: count },
        (_, index) =>
          `${index};sebulu;kk;2026-03-${String(1 + (index % 28)).padStart(2, '0')} 08:00;2026-03-30 09:00`,
      ),
    ];
    // So many that the planner's statistics know this kabupaten, and only this one.
    await load({ dataset: 'service-cases', lines: many(6_000) });
    const other = `${kabupaten()}-lain`;
    await product().addKabupaten(other, 'Asia/Makassar');
    await importFile(product(), {
      kabupaten: other,
      dataset: 'units',
      lines: ['kode;nama;jenis;induk', `sebulu;Sebulu;kecamatan;${other}`],
    });
    const seconds = async (lines: readonly string[]) => {
      const begun = performance.now();
      expect(
        countsOf(await importFile(product(), { kabupaten: other, dataset: 'service-cases', lines }))[0],
      ).toBe(1_000);
      return (performance.now() - begun) / 1_000;
    };
    // A look into the calendar that reads all of its days takes 40 ms a row.
    expect(await seconds(many(1_000))).toBeLessThan(10);
    expect(await seconds(many(1_000).map((line) => line.replace('09:00', '10:00')))).toBeLessThan(10);
  });

  it('writes only to the units of the person’s scope', async () => {
    const result = await load({
      dataset: 'service-cases',
      unit: 'sebulu',
      lines: CASES,
      mapping: { createMissing: ['unit'] },
    });
    expect(countsOf(result)).toEqual([3, 2, 0, 0, 1]);
    expect(result.errors[0]).toEqual(jasmine.objectContaining({ row: 4, code: 'unit-outside-scope' }));
    const created = await load({
      dataset: 'service-cases',
      unit: 'sebulu',
      lines: [HEADER, '1;Unit Baru;kk;;2026-03-02;;;;'],
      mapping: { createMissing: ['unit'] },
    });
    expect([countsOf(created), created.created]).toEqual([[1, 0, 0, 0, 1], []]);
    // Rows without a unit are those of the person's own.
    const own = await load({
      dataset: 'service-cases',
      unit: 'sebulu',
      lines: ['nomor;layanan;diterima', '77;kk;2026-03-02'],
    });
    expect(countsOf(own)).toEqual([1, 1, 0, 0, 0]);
    expect(
      await rows(`select unit_code from service_cases where kabupaten_code = ? and number = '77'`),
    ).toEqual([{ unit_code: 'sebulu' }]);
  });
});
