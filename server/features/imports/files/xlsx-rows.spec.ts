import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { headerScore } from '../recognition/recognise-columns.ts';
import { SERVICE_CASES } from '../recognition/datasets/case-columns.ts';
import { ImportFileError } from './import-file-error.ts';
import { openSourceFile } from './open-source-file.ts';
import type { SourceFileOptions } from './source-file.ts';
import { XLSX_LIMITS, type XlsxLimits } from './xlsx-package.ts';
import { openXlsx } from './xlsx-rows.ts';
import { numberKindOf, serialToIso } from './xlsx-workbook.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Workbook {
  /** rows as XML, by the name of the sheet */
  sheets: Record<string, string>;
  strings?: string;
  date1904?: boolean;
  hidden?: string;
  /** behind sheetData, for instance merged cells */
  after?: string;
  before?: string;
}

describe('openXlsx', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xlsx-rows-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  async function zip(parts: Record<string, string>): Promise<string> {
    const path = join(folder, `${Math.random()}.xlsx`);
    const file = new ZipFile();
    for (const [name, text] of Object.entries(parts)) file.addBuffer(Buffer.from(text), name);
    file.end();
    await pipeline(file.outputStream, createWriteStream(path));
    return path;
  }

  /** Style 1 is a date (built-in 14), 2 a date with time, 3 a time, 4 text that looks like a date format. */
  async function workbook({
    sheets,
    strings = '',
    date1904 = false,
    hidden,
    after = '',
    before = '',
  }: Workbook): Promise<string> {
    const names = Object.keys(sheets);
    const parts: Record<string, string> = {
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': `<Relationships><Relationship Id="r" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml':
        `<workbook ${MAIN} xmlns:r="${DOCUMENT}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>` +
        names
          .map(
            (name, index) =>
              `<sheet name="${name}" ${name === hidden ? 'state="hidden"' : ''} r:id="s${index}"/>`,
          )
          .join('') +
        '</sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships>' +
        names
          .map(
            (_name, index) =>
              `<Relationship Id="s${index}" Type="${DOCUMENT}/worksheet" Target="sheets/${index}.xml"/>`,
          )
          .join('') +
        `<Relationship Id="t" Type="${DOCUMENT}/sharedStrings" Target="/xl/strings.xml"/>` +
        `<Relationship Id="y" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
      'xl/strings.xml': `<sst ${MAIN}>${strings}</sst>`,
      'xl/styles.xml':
        `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="164" formatCode="[$-421]dd\\ mmmm\\ yyyy\\ hh:mm;@"/>` +
        '<numFmt numFmtId="165" formatCode="&quot;hari &quot;0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs></styleSheet>',
    };
    names.forEach((name, index) => {
      parts[`xl/sheets/${index}.xml`] =
        `${before}<worksheet ${MAIN}><sheetData>${sheets[name] ?? ''}</sheetData>${after}</worksheet>`;
    });
    return zip(parts);
  }

  const texts = (...values: string[]): string =>
    values.map((value) => `<c t="inlineStr"><is><t>${value}</t></is></c>`).join('');
  const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;

  async function read(path: string, options: SourceFileOptions = {}, limits: XlsxLimits = XLSX_LIMITS) {
    const file = await openXlsx(path, options, limits);
    const rows: [number, ...string[]][] = [];
    const plain: (readonly number[] | undefined)[] = [];
    for await (const { row: number, values, plainNumbers } of file.rows) {
      rows.push([number, ...values]);
      plain.push(plainNumbers);
    }
    return {
      header: file.header,
      headerRow: file.headerRow,
      sheet: file.sheet,
      notes: file.notes,
      rows,
      plain,
    };
  }

  async function fault(reading: Promise<unknown>): Promise<[string, string]> {
    try {
      await reading;
    } catch (error) {
      if (error instanceof ImportFileError) return [error.code, error.message];
      throw error;
    }
    return ['none', ''];
  }

  it('reads every kind of cell', async () => {
    const path = await workbook({
      strings:
        '<si><t>satu</t></si><si><r><t>du</t></r><r><t>a</t></r><rPh><t>x</t></rPh></si><si><t>a_x000D_b</t></si>',
      sheets: {
        Data: [
          row(1, texts('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')),
          row(
            3,
            '<c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="e"><v>#N/A</v></c>' +
              '<c r="F3"><f>1+1</f><v>2</v></c><c r="G3" t="str"><f>A3</f><v>satu</v></c><c r="H3" t="s"><v>2</v></c>',
          ),
          row(
            4,
            '<c r="A4"><v>0.30000000000000004</v></c><c r="B4"><v>6.4020712345678E+15</v></c><c r="C4"><v>1.234</v></c><c r="D4" s="4"><v>5</v></c>' +
              '<c r="E4"><f>B4</f></c><c r="F4"><v>-2</v></c><c r="G4"><v>1E-7</v></c><c r="H4" t="d"><v>2026-03-17</v></c>',
          ),
        ].join(''),
      },
    });
    const file = await read(path);
    expect(file.rows).toEqual([
      [3, 'satu', 'dua', '', 'TRUE', '#N/A', '2', 'satu', 'a\rb'],
      [4, '0.3', '6402071234567800', '1.234', '5', '', '-2', '0.0000001', '2026-03-17'],
    ]);
    expect(file.plain).toEqual([undefined, [2]]);
  });

  // 46098 is 2026-03-17 in the 1900 system (Excel: =DATE(2026;3;17)); 1904 counts 1462 days less.
  it('gives dates as ISO text in both date systems', async () => {
    const cells = (base: number): string =>
      row(1, texts('a', 'b', 'c', 'd')) +
      row(
        2,
        `<c s="1"><v>${base}</v></c><c s="2"><v>${base}.336805555555556</v></c><c s="3"><v>0.302083333333333</v></c><c s="1"><v>${base}.5</v></c>`,
      );
    const expected = [[2, '2026-03-17', '2026-03-17T08:05:00', '07:15:00', '2026-03-17T12:00:00']];
    expect((await read(await workbook({ sheets: { A: cells(46098) } }))).rows as unknown).toEqual(expected);
    expect(
      (await read(await workbook({ sheets: { A: cells(46098 - 1462) }, date1904: true }))).rows as unknown,
    ).toEqual(expected);
  });

  it('knows date formats by their letters, not by words in them', () => {
    expect(numberKindOf(14, undefined)).toBe('date');
    expect(numberKindOf(22, undefined)).toBe('date-time');
    expect(numberKindOf(2, undefined)).toBe('number');
    expect(numberKindOf(164, 'dd/mm/yyyy hh:mm')).toBe('date-time');
    expect(numberKindOf(164, 'mmm-yy')).toBe('date');
    expect(numberKindOf(164, '[h]:mm')).toBe('time');
    expect(numberKindOf(164, '[Red]#,##0.00;[Blue]-0 "hari"')).toBe('number');
    expect(numberKindOf(164, '"Rp"\\ #,##0_);d')).toBe('number');
    expect(numberKindOf(164, 'General')).toBe('number');
    // Excel's day 60 is a 29 February 1900 that never was; day 61 is 1 March.
    expect(serialToIso(1, 'date', false)).toBe('1900-01-01');
    expect(serialToIso(61, 'date', false)).toBe('1900-03-01');
    expect(serialToIso(-1, 'date', false)).toBeNull();
  });

  it('finds the header below title rows, and passes over blank and total rows', async () => {
    const path = await workbook({
      sheets: {
        Rekap: [
          row(1, texts('REKAP PELAYANAN TAHUN 2026')),
          row(3, texts('Nomor', 'Unit', 'Layanan', 'Diterima')),
          row(4, texts('1', 'a', 'b', '2026-03-17')),
          row(5, '<c r="A5" s="1"/><c r="B5" t="inlineStr"><is><t> </t></is></c>'),
          row(9, texts('2', 'a', 'b', '2026-03-18')),
          row(10, texts('Grand Total', '', '', '2')),
        ].join(''),
      },
    });
    const file = await read(path, { recognise: headerScore(SERVICE_CASES) });
    expect(file.headerRow).toBe(3);
    expect(file.rows.map(([number]) => number)).toEqual([4, 9]);
    expect(file.notes).toEqual(['Baris 10 dilewati karena berisi jumlah (“Grand Total”), bukan data.']);
    expect((await read(path, { headerRow: 3 })).rows.length).toBe(2);
  });

  it('joins two header rows tied by merged cells', async () => {
    const path = await workbook({
      sheets: {
        A:
          row(1, texts('Laporan')) +
          row(2, texts('Nomor', 'Unit', 'Layanan', 'Waktu', '', 'Biaya')) +
          row(
            3,
            '<c r="D3" t="inlineStr"><is><t>Diterima</t></is></c><c r="E3" t="inlineStr"><is><t>Selesai</t></is></c>',
          ) +
          row(4, texts('1', 'a', 'b', '2026-03-17', '2026-03-18', '0')),
      },
      after:
        '<mergeCells count="5"><mergeCell ref="A1:F1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="D2:E2"/><mergeCell ref="F2:F3"/></mergeCells>',
    });
    const expected = ['Nomor', 'Unit', 'Layanan', 'Waktu\nDiterima', 'Waktu\nSelesai', 'Biaya'];
    for (const options of [{ recognise: headerScore(SERVICE_CASES) }, { headerRow: 2 }, { headerRow: 3 }]) {
      const file = await read(path, options);
      expect(file.header).toEqual(expected);
      expect(file.rows).toEqual([[4, '1', 'a', 'b', '2026-03-17', '2026-03-18', '0']]);
    }
  });

  it('does not take a row of data for the second header row', async () => {
    const path = await workbook({
      sheets: { A: row(1, texts('Nomor', 'Unit', 'Catatan', '')) + row(2, texts('1', 'a', 'x', 'y')) },
      after: '<mergeCells><mergeCell ref="C1:D1"/></mergeCells>',
    });
    const file = await read(path, { recognise: headerScore(SERVICE_CASES) });
    expect(file.header).toEqual(['Nomor', 'Unit', 'Catatan']);
    expect(file.rows).toEqual([[2, '1', 'a', 'x']]);
  });

  it('reads the first visible sheet or the named one', async () => {
    const sheets = { Kamus: row(1, texts('x')), Data: row(1, texts('nomor')) + row(2, texts('1')) };
    const path = await workbook({ sheets, hidden: 'Kamus' });
    expect((await read(path)).sheet).toBe('Data');
    expect((await read(path, { sheet: 'kamus' })).header).toEqual(['x']);
    expect(await fault(read(path, { sheet: 'Lembar1' }))).toEqual([
      'sheet-missing',
      'Lembar “Lembar1” tidak ada dalam berkas ini; yang ada: “Kamus”, “Data”.',
    ]);
  });

  it('reads names with a prefix, as some programs write them', async () => {
    const path = await workbook({
      sheets: { A: '<x:row r="1"><x:c t="inlineStr"><x:is><x:t>nomor</x:t></x:is></x:c></x:row>' },
    });
    expect((await read(path)).header).toEqual(['nomor']);
  });

  it('refuses document types, so that no entity is fetched or multiplied', async () => {
    for (const text of ['&a;', 'nomor']) {
      const path = await workbook({
        sheets: { A: row(1, texts(text)) },
        before: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
      });
      expect((await fault(read(path)))[0]).toBe('file-not-readable');
    }
  });

  it('keeps to every limit', async () => {
    const path = await workbook({
      sheets: { A: row(1, texts('a', 'b', 'c')) + row(2, texts('1', '2', '3')) },
      strings: `<si><t>${'x'.repeat(500)}</t></si>`,
    });
    const tight: [Partial<XlsxLimits>, string][] = [
      [{ entries: 3 }, 'terlalu banyak bagian'],
      [{ entryBytes: 200 }, 'isinya setelah dibuka'],
      [{ totalBytes: 1_000 }, 'isinya setelah dibuka'],
      [{ ratio: 2, ratioFromBytes: 100 }, 'dimampatkan tidak wajar'],
      [{ cells: 5 }, 'terlalu banyak sel'],
      [{ columns: 2 }, 'lebih dari 2 kolom'],
      [{ sharedTextBytes: 400 }, 'teks di dalamnya'],
    ];
    for (const [limit, words] of tight) {
      const [code, message] = await fault(read(path, {}, { ...XLSX_LIMITS, ...limit }));
      expect(code).withContext(JSON.stringify(limit)).toBe('file-too-large');
      expect(message).toContain(words);
    }
    expect((await read(path)).rows.length).toBe(1);
  });

  it('says what to do with files of another kind', async () => {
    const other = async (content: Buffer): Promise<string> => {
      const path = join(folder, `${Math.random()}.xlsx`);
      await writeFile(path, content);
      return (await fault(openSourceFile(path)))[1];
    };
    expect(await other(Buffer.from('d0cf11e0a1b11ae100000000', 'hex'))).toContain(
      'Excel lama (.xls) atau dikunci kata sandi',
    );
    expect(await other(Buffer.from('PK\u0003\u0004terpotong'))).toContain('rusak atau tidak lengkap');
    expect((await fault(openSourceFile(await zip({ mimetype: 'x', 'content.xml': '<x/>' }))))[1]).toContain(
      'OpenDocument (.ods)',
    );
    expect((await fault(openSourceFile(await zip({ 'xl/workbook.bin': '' }))))[1]).toContain('.xlsb');
    expect((await fault(openSourceFile(await zip({ 'data.csv': 'a' }))))[1]).toContain('arsip ZIP');
    expect((await fault(read(await workbook({ sheets: { A: '' } }))))[0]).toBe('header-missing');
    expect((await fault(read(await workbook({ sheets: { A: '<row><c>' } }))))[0]).toBe('file-not-readable');
  });
});
