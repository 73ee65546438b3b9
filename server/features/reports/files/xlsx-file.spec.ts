import type { ReportBlock, ReportTable } from '#contract/reports/report-document';
import { NO_BREAK } from '#domain/language';
import { openWorkbook, shownAs, type OpenedCell, type OpenedSheet } from './opened-workbook.testing.ts';
import { sampleDocument, sampleFigure } from './sample-document.testing.ts';
import { writeWorkbook } from './xlsx-file.ts';

const UNITS: ReportTable = {
  kind: 'table',
  id: 'units',
  caption: 'Semua unit',
  columns: [
    { id: 'code', label: 'Kode', kind: 'code' },
    { id: 'unit', label: 'Unit', kind: 'text' },
    { id: 'received', label: 'Diterima', kind: 'figure' },
    { id: 'share', label: 'Tepat waktu', kind: 'figure' },
    { id: 'median', label: 'Median', kind: 'figure' },
    { id: 'since', label: 'Sejak', kind: 'date' },
  ],
  rows: [
    {
      cells: [
        '0640205',
        '=Muara Kaman',
        sampleFigure('a.received', 1204, '1.204', { variation: 'worsening' }),
        sampleFigure('a.share', 0.743, `74,3${NO_BREAK}%`, { unit: 'share', decimals: 1 }),
        sampleFigure('a.median', 1200, '2,5 hari kerja', { unit: 'minutes' }),
        '2026-06-01',
      ],
    },
    {
      cells: [
        '6402050911900417',
        'Sebulu',
        sampleFigure('b.received', 96, '96'),
        // Never written as 100 %, as one was late.
        sampleFigure('b.share', 0.9996, `99,9${NO_BREAK}%`, { unit: 'share', decimals: 1 }),
        sampleFigure('b.median', null, 'belum cukup data', { unit: 'minutes' }),
        null,
      ],
    },
    {
      kind: 'total',
      cells: ['', 'Seluruhnya', sampleFigure('all.received', 1300, '1.300'), null, null, null],
    },
  ],
  summed: ['received'],
};

describe('workbook of a report', () => {
  async function sheetOf(blocks: readonly ReportBlock[]): Promise<OpenedSheet> {
    const { sheets } = await openWorkbook(await writeWorkbook(sampleDocument(blocks)));
    const [, sheet] = sheets;
    if (sheet === undefined) throw new Error('no sheet');
    return sheet;
  }
  const cell = (sheet: OpenedSheet, reference: string): OpenedCell | undefined =>
    sheet.rows.flat().find((each) => each.reference === reference);
  const labelled = (sheet: OpenedSheet, words: string): readonly OpenedCell[] =>
    sheet.rows.find((row) => row.some(({ text }) => text === words)) ?? [];

  it('shows numbers as an Indonesian Excel does', () => {
    // By hand, after the number formats of ECMA-376, 18.8.30.
    expect(
      [
        [1234567.5, '#,##0.0'],
        [0.0745, `#,##0.0"${NO_BREAK}"%`],
        [-12, '#,##0'],
        [46188, '[$-421]d mmm yyyy'],
        [-0.2, '"turun 20 poin";"turun 20 poin"'],
      ].map(([value, format]) => shownAs(Number(value), String(format))),
    ).toEqual(['1.234.567,5', `7,5${NO_BREAK}%`, '-12', '15 Jun 2026', 'turun 20 poin']);
  });

  it('says first whose figures they are, and how to find them again', async () => {
    const { sheets } = await openWorkbook(
      await writeWorkbook(sampleDocument([UNITS], { demo: true, unitName: 'Kutai & Kartanegara' })),
    );
    const about = sheets[0]?.rows.map((row) => row.map(({ shown }) => shown).join(' | '));
    expect(sheets.map(({ name }) => name)).toEqual(['Keterangan', 'Ringkasan']);
    expect(about).toEqual(
      jasmine.arrayContaining([
        'PEMERINTAH KABUPATEN KUTAI KARTANEGARA',
        'DATA CONTOH – bukan kinerja sebenarnya',
        'Unit | Kutai & Kartanegara',
        'Kode unit | 64.02',
        'Periode | Oktober 2026',
        'Dari | 1 Okt 2026',
        'Keadaan angka | angka tetap',
        'Kode angka | KKR-2026-10-4F7K',
        'Versi data | 12',
        'Versi definisi | 2026-11',
      ]),
    );
    expect(sheets[1]?.xml).toContain('DATA CONTOH');
  });

  it('holds figures as numbers that look as they read everywhere else', async () => {
    const sheet = await sheetOf([UNITS]);
    const [muara, sebulu] = [labelled(sheet, '=Muara Kaman'), labelled(sheet, 'Sebulu')];
    expect(muara.map(({ value, shown }) => [value, shown])).toEqual([
      [null, '0640205'],
      [null, '=Muara Kaman'],
      [1204, '1.204'],
      [null, 'memburuk'],
      [0.743, `74,3${NO_BREAK}%`],
      [null, '2,5 hari kerja'],
      [1200, '1.200'],
      [46174, '1 Jun 2026'],
    ]);
    expect(sebulu.map(({ value, shown }) => [value, shown])).toEqual([
      [null, '6402050911900417'],
      [null, 'Sebulu'],
      [96, '96'],
      [0.9996, `99,9${NO_BREAK}%`],
      [null, 'belum cukup data'],
    ]);
    expect(muara[0]?.format).toBe('@');
  });

  it('sums by a formula that a reader can follow, and only where the rows come to the total', async () => {
    const sheet = await sheetOf([UNITS]);
    const total = labelled(sheet, 'Seluruhnya').find(({ value }) => value !== null);
    const [first] = labelled(sheet, '=Muara Kaman');
    const row = Number(first?.reference.slice(1));
    expect([total?.value, total?.formula]).toEqual([1300, `SUM(C${row}:C${row + 1})`]);

    const withheld = {
      ...UNITS,
      rows: UNITS.rows.map((each, index) =>
        index === 1
          ? { ...each, cells: each.cells.with(2, sampleFigure('b.received', null, 'disamarkan')) }
          : each,
      ),
    };
    const other = await sheetOf([withheld]);
    const same = labelled(other, 'Seluruhnya').find(({ value }) => value !== null);
    expect([same?.value, same?.formula]).toEqual([1300, null]);
    // Nor where the rows that are shown alone come to it: a withheld one is no zero.
    const alone = withheld.rows.map((each) =>
      each.kind === 'total'
        ? { ...each, cells: each.cells.with(2, sampleFigure('all.received', 1204, '1.204')) }
        : each,
    );
    const third = await sheetOf([{ ...withheld, rows: alone }]);
    const whole = labelled(third, 'Seluruhnya').find(({ value }) => value !== null);
    expect([whole?.value, whole?.formula]).toEqual([1204, null]);
  });

  it('tells sentences, facts, numbers and charts in their order', async () => {
    const sheet = await sheetOf([
      {
        kind: 'list',
        items: [[{ text: 'Diterima ' }, sampleFigure('n', 15, '15'), { text: ' permohonan.' }]],
      },
      { kind: 'facts', items: [{ label: 'Responden', spans: [sampleFigure('r', 1208, '1.208')] }] },
      {
        kind: 'chart',
        id: 'c',
        title: 'Tepat waktu turun sejak Juni',
        axis: 'Tepat waktu (%)',
        shape: 'line',
        points: [
          { label: 'Sep 2026', figure: null },
          {
            label: 'Okt 2026',
            figure: sampleFigure('p', 0.5, `50${NO_BREAK}%`, { unit: 'share', variation: 'worsening' }),
            signal: true,
          },
        ],
        limits: [{ from: 0, to: 1, lower: 0.4, centre: 0.6, upper: 0.8 }],
        target: sampleFigure('t', 0.9, `90${NO_BREAK}%`, { unit: 'share' }),
        notes: [{ at: 1, text: 'SIAK gangguan' }],
      },
    ]);
    const rows = sheet.rows.map((row) => row.map(({ shown }) => shown));
    const at = (words: string): number => rows.findIndex(([first]) => first === words);
    expect(rows).toEqual(
      jasmine.arrayContaining([
        ['– Diterima 15 permohonan.'],
        ['Responden', '1.208'],
        ['Waktu', 'Tepat waktu (%)', 'Target', 'Batas bawah', 'Rata-rata', 'Batas atas', 'Catatan'],
        ['Sep 2026', 'tidak ada data', '90 %', '40,0 %', '60,0 %', '80,0 %'].map(hard),
        ['Okt 2026', '50 %', '90 %', '40,0 %', '60,0 %', '80,0 %', 'sinyal; SIAK gangguan'].map(hard),
      ]),
    );
    expect([at('– Diterima 15 permohonan.'), at('Responden'), at('Waktu')]).toEqual(
      [at('– Diterima 15 permohonan.'), at('Responden'), at('Waktu')].toSorted((one, other) => one - other),
    );
    expect(cell(sheet, `A${at('Waktu') + 1}`)?.text).toBe('Waktu');
  });

  it('prints on A4 as wide as the section stands, the header of its table on every page', async () => {
    const { sheets, parts } = await openWorkbook(await writeWorkbook(sampleDocument([UNITS])));
    const xml = sheets[1]?.xml ?? '';
    const head = sheets[1]?.rows.findIndex((row) => row.some(({ text }) => text === 'Diterima')) ?? -2;
    expect(xml).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(parts.get('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Ringkasan'!$${head + 1}:$${head + 1}</definedName>`,
    );
    expect(xml).toContain('KKR-2026-10-4F7K');
  });

  it('is the same file for the same document', async () => {
    const [one, other] = [
      await writeWorkbook(sampleDocument([UNITS])),
      await writeWorkbook(sampleDocument([UNITS])),
    ];
    expect(one.equals(other)).toBeTrue();
  });
});

/** A number and its unit stay on one line. */
function hard(words: string): string {
  return words.replace(/ %$/, `${NO_BREAK}%`);
}
