import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Summary } from '#contract/measures';
import type { ApiCaller } from '../../../testing/api-caller.ts';
import type { TestProduct } from '../../../testing/test-product.ts';
import { openSourceFile } from '../files/open-source-file.ts';
import { countsOf, openImportDesk } from '../import-desk.testing.ts';
import { writeWorkbook } from '../loading/import-file.testing.ts';

describe('rows that an import rejected', () => {
  let product: TestProduct;
  let bupati: ApiCaller;

  beforeAll(async () => {
    ({ product, bupati } = await openImportDesk());
  });
  afterAll(() => product.stop());

  const HEADER = 'nomor;unit;layanan;kanal;diterima;selesai;status;petugas;kunjungan';
  function goodRow(number: number): string[] {
    const day = String(1 + (number % 28)).padStart(2, '0');
    return [
      `K-${number}`,
      `64.02.${String(1 + (number % 18)).padStart(2, '0')}`,
      'kk',
      'tatap-muka',
      `2026-03-${day} 08:00`,
      `2026-03-${day} 09:30`,
      'selesai',
      'P-1',
      '1',
    ];
  }
  /** 37 ways to be wrong, each on a row of its own: column and value, and a part of the sentence that is given back. */
  const FAULTS: readonly [column: number, value: string, sentence: string][] = [
    [0, '', 'nomor'],
    [0, 'n'.repeat(101), 'terlalu panjang'],
    [1, 'Kecamatan Entah', 'tidak dikenal'],
    [1, 'Sebuluu', 'Sebulu'],
    [1, '64.99', 'tidak dikenal'],
    [2, 'tidak-ada', 'tidak dikenal'],
    [2, '', 'layanan'],
    [2, '=HYPERLINK("http://contoh.invalid";"klik")', 'tidak dikenal'],
    [3, 'merpati pos', 'tidak dikenal'],
    [3, '+cmd|calc', 'tidak dikenal'],
    [4, '', 'diterima'],
    [4, '31/02/2026', 'diterima'],
    [4, '2026-13-01', 'diterima'],
    [4, 'kemarin', 'diterima'],
    [4, '1889-01-01', 'diterima'],
    [4, '2099-01-01', 'diterima'],
    [4, '2026-03-01 25:00', 'diterima'],
    [4, '32/03/2026', 'diterima'],
    [4, '2026-02-30 08:00', 'diterima'],
    [5, '2026-02-01 08:00', 'sebelum diterima'],
    [5, 'besok', 'selesai'],
    [5, '2026-03-32', 'selesai'],
    [5, '', 'memerlukan tanggal selesai'],
    [5, '2026-00-10', 'selesai'],
    [6, 'beres banget', 'status'],
    [6, 'diproses', 'tanggal selesai terisi'],
    [6, 'dibatalkan', 'tanggal selesai terisi'],
    [6, 'diterima', 'tanggal selesai terisi'],
    [6, '-1', 'status'],
    [7, 'p'.repeat(201), 'terlalu panjang'],
    [8, '-1', 'kunjungan'],
    [8, '1,5', 'kunjungan'],
    [8, 'dua', 'kunjungan'],
    [8, '1001', 'kunjungan'],
    [8, '1e3', 'kunjungan'],
    [8, '@SUM(A1)', 'kunjungan'],
    [8, '٣٤x', 'kunjungan'],
  ];

  it('takes 5,000 rows of which 37 are wrong, gives those back, and takes them when they are right', async () => {
    expect(FAULTS.length).toBe(37);
    const faultOf = new Map(FAULTS.map((fault, index) => [100 + index * 130, fault]));
    const rows = Array.from({ length: 5_000 }, (_, index) => {
      const row = goodRow(index);
      const fault = faultOf.get(index);
      if (fault) row[fault[0]] = fault[1];
      return row.map((value) => (/[;"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(';');
    });
    const file = { name: 'Kasus März ÜÖ.csv', text: [HEADER, ...rows].join('\r\n') };
    const id = await bupati.upload('service-cases', file);
    const result = await bupati.importEnded(id);
    expect([countsOf(result), result.failure, result.fileName]).toEqual([
      [5_000, 4_963, 0, 0, 37],
      null,
      file.name,
    ]);
    expect(new Set(result.errors.map((error) => error.row)).size).toBe(37);

    const answer = await bupati.get(`/imports/${id}/rejected`);
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('Content-Disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('Kasus März ÜÖ-ditolak.csv')}`,
    );
    const lines = answer.text
      .replace(/^\ufeff/, '')
      .trim()
      .split('\r\n');
    expect(lines[0]).toBe(`${HEADER};Kesalahan`);
    expect(lines.length).toBe(38);
    // Nothing in it is a formula when a spreadsheet program opens it.
    expect(answer.text).not.toMatch(/(^|[;"\n])(=H|\+c|@S)/m);
    expect(answer.text).toContain(`"'=HYPERLINK(""http://contoh.invalid"";""klik"")"`);

    const path = join(product.dataDir, 'ditolak.csv');
    writeFileSync(path, answer.text);
    const rejected = await openSourceFile(path);
    let index = 0;
    for await (const { values } of rejected.rows) {
      const [column = 0, value = '', sentence = ''] = FAULTS[index] ?? [];
      expect(values[column]?.trim()).withContext(`fault ${index}`).toBe(value);
      expect(values[9])
        .withContext(`fault ${index}: ${value}`)
        .toContain(`Baris ${2 + 100 + index * 130}: `);
      expect(values[9]?.toLowerCase())
        .withContext(`fault ${index}: ${value}`)
        .toContain(sentence.toLowerCase());
      index += 1;
    }
    expect(index).toBe(37);

    const corrected = [
      lines[0] ?? '',
      ...[...faultOf.keys()].map((number) => [...goodRow(number), 'sudah diperbaiki'].join(';')),
    ];
    const second = await bupati.importEnded(
      await bupati.upload('service-cases', { name: 'perbaikan.csv', text: corrected.join('\n') }),
    );
    expect(countsOf(second)).toEqual([37, 37, 0, 0, 0]);
    const all = {
      name: 'lengkap.csv',
      text: [HEADER, ...Array.from({ length: 5_000 }, (_, number) => goodRow(number).join(';'))].join('\n'),
    };
    expect(countsOf(await bupati.importEnded(await bupati.upload('service-cases', all)))).toEqual([
      5_000, 0, 0, 5_000, 0,
    ]);
    const { volume, turnaround } = await bupati.read<Summary>(
      '/measures/summary?from=2026-03-01&to=2026-03-31&channel=tatap-muka',
    );
    expect([volume.received, volume.completed, turnaround.promised]).toEqual([5_000, 5_000, 5_000]);
    expect((await bupati.get(`/imports/${await bupati.upload('service-cases', all)}/rejected`)).status).toBe(
      404,
    );
  });

  it('gives rejected rows of a workbook back as a workbook', async () => {
    const path = join(product.dataDir, 'data.xlsx');
    await writeWorkbook(path, [
      ['nomor', 'unit', 'layanan', 'diterima'],
      ['X-1', '64.02.07', 'kk', '2026-03-02'],
      ['X-2', '64.02.07', '=1+1', '2026-03-02'],
    ]);
    const id = await bupati.upload('service-cases', { name: 'data.xlsx', path });
    expect(countsOf(await bupati.importEnded(id))).toEqual([2, 1, 0, 0, 1]);
    const response = await fetch(`${product.address}/api/v1/imports/${id}/rejected`, {
      headers: { Cookie: [...bupati.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    writeFileSync(path, Buffer.from(await response.arrayBuffer()));
    const file = await openSourceFile(path);
    expect([file.format, file.header]).toEqual([
      'xlsx',
      ['nomor', 'unit', 'layanan', 'diterima', 'Kesalahan'],
    ]);
    const rows: string[][] = [];
    for await (const { values } of file.rows) rows.push(values.slice(0, 4));
    expect(rows).toEqual([['X-2', '64.02.07', '=1+1', '2026-03-02']]);
  });
});
