import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCsv } from './csv-rows.ts';
import { ImportFileError } from './import-file-error.ts';
import type { SourceFileOptions } from './source-file.ts';

describe('openCsv', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'csv-rows-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  async function read(content: string | Buffer, options: SourceFileOptions = {}) {
    const path = join(folder, `${Math.random()}.csv`);
    await writeFile(path, content);
    const file = await openCsv(path, options);
    const rows: [number, ...string[]][] = [];
    for await (const { row, values } of file.rows) rows.push([row, ...values]);
    return {
      header: file.header,
      headerRow: file.headerRow,
      delimiter: file.delimiter,
      notes: file.notes,
      rows,
    };
  }

  async function fault(content: string | Buffer, options: SourceFileOptions = {}): Promise<[string, string]> {
    try {
      await read(content, options);
    } catch (error) {
      if (error instanceof ImportFileError) return [error.code, error.message];
      throw error;
    }
    return ['none', ''];
  }

  it('tells comma, semicolon and tab apart by the header line', async () => {
    for (const delimiter of [',', ';', '\t']) {
      const file = await read(`nomor${delimiter}biaya\nA${delimiter}"1${delimiter}5"\n`);
      expect(file.delimiter).toBe(delimiter);
      expect(file.rows).toEqual([[2, 'A', `1${delimiter}5`]]);
    }
    expect((await read('nomor;"a,b,c,d"\n1;2\n')).delimiter).toBe(';');
  });

  it('obeys the line that Excel writes for the separator', async () => {
    const file = await read('sep=;\r\nnomor;unit\r\n1;a,b\r\n');
    expect(file.header).toEqual(['nomor', 'unit']);
    expect(file.rows).toEqual([[3, '1', 'a,b']]);
  });

  it('reads UTF-8 with and without a byte order mark', async () => {
    expect((await read('\ufeffnomor,nama\n1,Café\n')).header).toEqual(['nomor', 'nama']);
    expect((await read('nomor,nama\n1,Café\n')).rows).toEqual([[2, '1', 'Café']]);
  });

  it('reads Windows-1252 with the quotes and dashes that Excel writes', async () => {
    const bytes = Buffer.concat([
      Buffer.from('nomor,isi\n1,'),
      Buffer.from([0x93, 0x43, 0xe9, 0x94, 0x20, 0x96, 0x20, 0x80]),
      Buffer.from('\n'),
    ]);
    expect((await read(bytes)).rows).toEqual([[2, '1', '“Cé” – €']]);
  });

  it('decides on the encoding by the whole file, not by its beginning', async () => {
    const long = `nomor,isi\n${'1,abc\n'.repeat(120_000)}`;
    const utf8 = await read(`${long}2,Café\n`);
    expect(utf8.rows.at(-1)).toEqual([120_002, '2', 'Café']);
    const windows = await read(Buffer.concat([Buffer.from(`${long}2,Caf`), Buffer.from([0xe9, 0x0a])]));
    expect(windows.rows.at(-1)).toEqual([120_002, '2', 'Café']);
  });

  it('keeps characters whole that lie across two pieces of the file', async () => {
    for (const shift of [0, 1, 2]) {
      const text = `${'x'.repeat(shift)}${'€'.repeat(200_000)}`;
      const { rows } = await read(
        `isi,nomor\n${text.slice(0, 90_000)},1\n${text.slice(90_000, 180_000)},2\n`,
      );
      expect(rows.map(([, value]) => value).join('')).toBe(text.slice(0, 180_000));
    }
  });

  it('passes over blank lines of every kind and keeps the numbers of the lines', async () => {
    const file = await read(`nomor;unit;status\n1;a;b\n\n;;\n${';;;;\n'.repeat(3_000)}  ; ;\n2;a;b\n`);
    expect(file.rows).toEqual([
      [2, '1', 'a', 'b'],
      [3006, '2', 'a', 'b'],
    ]);
  });

  it('accepts an empty first header and empty columns at the end', async () => {
    const file = await read(';nomor;unit;;;;\nx;1;a;;;;\n;2;b;;;;\n');
    expect(file.header).toEqual(['', 'nomor', 'unit']);
    expect(file.rows).toEqual([
      [2, 'x', '1', 'a'],
      [3, '', '2', 'b'],
    ]);
  });

  it('gives the line on which a record with line ends in it begins', async () => {
    const file = await read('nomor,isi\r\n1,"satu\r\ndua\r\ntiga"\r\n2,"a ""b"" c"\r\n');
    expect(file.rows).toEqual([
      [2, '1', 'satu\r\ndua\r\ntiga'],
      [5, '2', 'a "b" c'],
    ]);
  });

  it('reads files whose lines end in different ways, and old ones with carriage returns alone', async () => {
    expect((await read('nomor,unit\r\n1,a\n2,b\r\n3,c')).rows).toEqual([
      [2, '1', 'a'],
      [3, '2', 'b'],
      [4, '3', 'c'],
    ]);
    expect((await read('nomor,unit\r1,a\r2,b')).rows).toEqual([
      [2, '1', 'a'],
      [3, '2', 'b'],
    ]);
  });

  it('takes the header from the given row or finds the row with the most known names', async () => {
    const text = 'Rekap 2026;;\n;;\nnomor;unit;status\n1;a;selesai\n';
    expect((await read(text, { headerRow: 3 })).rows).toEqual([[4, '1', 'a', 'selesai']]);
    const recognise = (names: readonly string[]): number =>
      names.filter((name) => /nomor|unit|status|selesai/.test(name)).length;
    const found = await read(text, { recognise });
    expect(found.headerRow).toBe(3);
    expect(found.rows).toEqual([[4, '1', 'a', 'selesai']]);
  });

  it('passes over rows of totals and says so', async () => {
    const file = await read('bulan;jumlah\nJanuari;3\nJUMLAH;3\n;Grand Total\nTotalindo;4\n');
    expect(file.rows).toEqual([
      [2, 'Januari', '3'],
      [5, 'Totalindo', '4'],
    ]);
    expect(file.notes).toEqual([
      'Baris 3 dilewati karena berisi jumlah (“JUMLAH”), bukan data.',
      'Baris 4 dilewati karena berisi jumlah (“Grand Total”), bukan data.',
    ]);
  });

  it('says in one sentence what is wrong with a file', async () => {
    expect(await fault('')).toEqual(['file-empty', 'Berkas ini kosong; pilih berkas yang berisi data.']);
    expect((await fault('\n;;\n\n'))[0]).toBe('header-missing');
    expect((await fault('nomor,unit\n', { headerRow: 4 }))[1]).toContain('Baris 4');
    expect((await fault('%PDF-1.4\n'))[1]).toContain('PDF');
    expect((await fault('<html><table><tr>'))[1]).toContain('halaman web');
    expect((await fault(Buffer.from('\ufeffnomor', 'utf16le')))[1]).toContain('UTF-16');
    expect((await fault(Buffer.from([1, 0, 2, 0, 3])))[0]).toBe('file-kind-unsupported');
    expect(await fault('nomor,isi\n1,a\n2,"tidak ditutup\n3,c\n')).toEqual([
      'quote-not-closed',
      'Tanda kutip (") yang dibuka pada atau sesudah baris 3 tidak ditutup; tutup tanda kutipnya, lalu unggah lagi.',
    ]);
  });

  it('keeps a quotation mark inside an unquoted value', async () => {
    expect((await read('nomor;isi\n1;pipa 5" bocor\n2;x\n')).rows).toEqual([
      [2, '1', 'pipa 5" bocor'],
      [3, '2', 'x'],
    ]);
  });
});
