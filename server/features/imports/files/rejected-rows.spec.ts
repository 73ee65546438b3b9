import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { SERVICE_CASES } from '../recognition/datasets/case-columns.ts';
import { writeDatasetTemplate } from './dataset-template.ts';
import { openSourceFile } from './open-source-file.ts';
import { writeRejectedRows, type RejectedRow } from './rejected-rows.ts';
import type { SourceFile } from './source-file.ts';
import { writeXlsx } from '../../../platform/files/table-writer.ts';

describe('rejected rows', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rejected-rows-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  function newPath(ending: string): string {
    return join(folder, `${Math.random()}.${ending}`);
  }
  async function write(
    format: 'csv' | 'xlsx',
    header: readonly string[],
    rows: RejectedRow[],
    delimiter = ';',
  ): Promise<string> {
    const path = newPath(format);
    await writeRejectedRows(createWriteStream(path), { format, header, delimiter, rows });
    return path;
  }
  async function valuesOf(file: SourceFile): Promise<string[][]> {
    const all: string[][] = [];
    for await (const { values } of file.rows) all.push(values);
    return all;
  }

  it('writes CSV with the same separator, a byte order mark and the reason', async () => {
    const path = await write(
      'csv',
      ['nomor', 'isi'],
      [
        {
          row: 214,
          values: ['A;1', 'kata "kunci"'],
          messages: ['tanggal 31/02/2026 tidak ada.', 'kolom “unit” wajib diisi.'],
        },
      ],
    );
    expect(await readFile(path, 'utf8')).toBe(
      '\ufeffnomor;isi;Kesalahan\r\n"A;1";"kata ""kunci""";Baris 214: tanggal 31/02/2026 tidak ada. kolom “unit” wajib diisi.\r\n',
    );
  });

  it('makes formulas harmless and leaves plain numbers alone', async () => {
    const values = ['=1+1', '+62811', '-5', '@cmd', '-', '\tx', "'=1", '-2+3', '1.000,5'];
    const path = await write(
      'csv',
      values.map((_value, index) => `k${index}`),
      [{ row: 2, values, messages: ['x'] }],
      ',',
    );
    const line = (await readFile(path, 'utf8')).split('\r\n')[1];
    expect(line).toBe(`'=1+1,+62811,-5,'@cmd,'-,'\tx,''=1,'-2+3,"1.000,5",Baris 2: x`);
  });

  it('replaces the reason of an earlier round and keeps values beyond the header', async () => {
    const path = await write(
      'csv',
      ['nomor', 'Kesalahan', 'unit'],
      [{ row: 3, values: ['1', 'lama', 'a', 'lebih'], messages: ['baru'] }],
    );
    expect((await readFile(path, 'utf8')).slice(1)).toBe(
      'nomor;unit;Kesalahan\r\n1;a;Baris 3: baru;lebih\r\n',
    );
  });

  // Texts a person can type; outer blanks and rows that look blank or like totals are another matter.
  const cell = fc
    .string({
      unit: fc.constantFrom(
        'a',
        'é',
        '=',
        '+',
        '-',
        '@',
        "'",
        '"',
        ';',
        ',',
        '\t',
        '\n',
        '\r\n',
        ' ',
        '0',
        '_x0041_',
        '<',
        '&',
        '€',
      ),
      maxLength: 12,
    })
    .map((text) => `x${text}y`)
    .chain((text) => fc.constantFrom(text, text.slice(1), text.slice(0, -1)));

  for (const format of ['csv', 'xlsx'] as const) {
    it(`gives back what was written (${format})`, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.constant('n'), cell, cell), { minLength: 1, maxLength: 8 }),
          fc.constantFrom(';', ',', '\t'),
          async (rows, delimiter) => {
            const path = await write(
              format,
              ['nomor', 'a', 'b'],
              rows.map((values, index) => ({ row: index + 2, values, messages: ['m'] })),
              delimiter,
            );
            const back = await valuesOf(await openSourceFile(path));
            expect(back.map((values) => values.slice(0, 3))).toEqual(rows);
            expect(back.map((values) => values[3])).toEqual(
              rows.map((_values, index) => `Baris ${index + 2}: m`),
            );
          },
        ),
        { numRuns: format === 'csv' ? 150 : 60 },
      );
    });
  }

  it('writes text cells into XLSX, never formulas', async () => {
    const path = await write(
      'xlsx',
      ['nomor', 'isi'],
      [{ row: 2, values: ['007', '=1+1'], messages: ['x'] }],
    );
    expect(await valuesOf(await openSourceFile(path))).toEqual([['007', '=1+1', 'Baris 2: x']]);
  });

  it('writes a template that can be read back, with an explanation of every column', async () => {
    const path = newPath('xlsx');
    await writeDatasetTemplate(createWriteStream(path), SERVICE_CASES);
    const file = await openSourceFile(path);
    expect(file.header).toEqual([
      'nomor',
      'unit',
      'layanan',
      'kanal',
      'titik_layanan',
      'diterima',
      'dicatat',
      'selesai',
      'tenggat',
      'status',
      'petugas',
      'kunjungan',
      'pra_daring',
      'biaya',
    ]);
    await file.close();
    const help = await openSourceFile(path, { sheet: 'Petunjuk' });
    expect((await valuesOf(help)).map(([name]) => name)).toEqual([...file.header]);
  });

  it('hands on the failure of a source of rows and stops', async () => {
    async function* failing(): AsyncGenerator<string[]> {
      yield ['1'];
      throw new Error('putus');
    }
    await expectAsync(
      writeXlsx(createWriteStream(newPath('xlsx')), [{ name: 'x', header: ['a'], rows: failing() }]),
    ).toBeRejectedWithError('putus');
    await expectAsync(
      writeRejectedRows(createWriteStream(newPath('csv')), {
        format: 'csv',
        header: ['a'],
        delimiter: ';',
        rows: (async function* () {
          yield* [];
          throw new Error('putus');
        })(),
      }),
    ).toBeRejectedWithError('putus');
  });
});
